import { parseArgs } from 'node:util'
import { runLives } from './lives.ts'
import { type Operation, operations } from './operations.ts'
import { hasStrace, runMigrations, runSteps, runSystemKills, type Steps } from './steps.ts'

/**
 * `npm run test:crash -- [--kills 300] [--system 300] [--seed 1] [--only steps,migrations,system,lives] [--operations …]`:
 * prints what was hit and what was lost, part by part. `kills`: at random moments of the app's use; `system`: at random calls
 * of the system; `operations`: only these of what replaces files, for the steps and the calls.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    system: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'steps,migrations,system,lives' },
    operations: { type: 'string', default: Object.keys(operations).join() },
  },
})
const takes = (part: string) => values.only.split(',').includes(part)
const chosen = (Object.keys(operations) as Operation[]).filter((name) =>
  values.operations.split(',').includes(name),
)
const began = performance.now()
let [kills, problems] = [0, 0]

function say(title: string, part: Pick<Steps, 'kills' | 'problems'>, lines: Record<string, number>): void {
  console.log(`${title}: ${part.kills} kills, ${part.problems.length} problems`)
  for (const [name, count] of Object.entries(lines)) console.log(`  ${name}: ${count}`)
  for (const problem of part.problems) console.log(`  problem: ${problem}`)
  kills += part.kills
  problems += part.problems.length
}

if (takes('steps'))
  for (const operation of chosen) {
    const steps = await runSteps(1, [operation])
    say(`before each step on the disk of ${operation}`, steps, {})
  }
if (takes('migrations')) {
  const moves = await runMigrations(1)
  say('before each statement of a migration', moves, moves.byOperation)
}
if (takes('system') && hasStrace) {
  const calls = await runSystemKills(Number(values.system), Number(values.seed), chosen)
  say('at a random call of the system', calls, calls.byOperation)
}
if (!hasStrace) console.log('No strace here: nothing is killed between two writes of SQLite.')
if (takes('lives')) {
  const tally = await runLives(Number(values.kills), Number(values.seed), console.log)
  say(`at random moments of its use, seed ${values.seed}`, tally, tally.said)
}
console.log(`${kills} kills, ${problems} problems, ${Math.round((performance.now() - began) / 1000)} s`)
process.exitCode = problems > 0 ? 1 : 0
