import { parseArgs } from 'node:util'
import { groups } from './groups.ts'
import { type Outcome, runGroups, runScript } from './run-groups.ts'

/**
 * `npm run test:all`: every group of tests. With `-- --minutes 25`, as many as fit into the time, and what was left out is
 * printed. The exit status is 1 when anything that ran failed; the last line is `N passed, N failed`.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string' } } })
const budgetSeconds = values.minutes === undefined ? undefined : 60 * Number(values.minutes)
const outcome = await runGroups(
  budgetSeconds === undefined ? groups.filter(({ within }) => !within) : groups,
  // A group that was started may finish: a slow machine is not a failure. One that hangs is ended twenty minutes later.
  { budgetSeconds, lastSeconds: budgetSeconds === undefined ? undefined : budgetSeconds + 1200 },
  runScript,
)
report(outcome)
process.exitCode = outcome.ran.every(({ passed }) => passed) ? 0 : 1

function report({ ran, leftOut, counts }: Outcome): void {
  console.log('\nWhat ran:')
  for (const { group, passed, seconds } of ran)
    console.log(
      `  ${passed ? 'passed' : 'FAILED'}  ${Math.round(seconds)} s  npm run ${group.script}  (${group.what})`,
    )
  if (leftOut.length > 0) console.log('Left out, because it would not have fit into the time:')
  for (const { script, what, seconds } of leftOut)
    console.log(`  about ${seconds} s  npm run ${script}  (${what})`)
  if (counts.failed.length > 0) console.log('What failed:')
  for (const line of counts.failed) console.log(`  ${line}`)
  console.log(`${counts.passed} passed, ${counts.failed.length} failed`)
}
