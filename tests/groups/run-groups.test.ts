import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { projectFolder } from '../support.ts'
import { type Group, groups } from './groups.ts'
import { type Limits, runGroups } from './run-groups.ts'

const group = (script: string, minutes: number): Group => ({ script, what: script, seconds: 60 * minutes })
const four = [group('first', 2), group('second', 10), group('third', 20), group('fourth', 5)]

/** Runs groups on a clock of its own; `slower`: how much longer than expected each takes on this machine. */
async function run(all: readonly Group[], limits: Limits, { slower = 1, failing = '', counted = '' } = {}) {
  let seconds = 1000
  const rests: (number | undefined)[] = []
  const outcome = await runGroups(
    all,
    limits,
    async (one, countsFile, rest) => {
      rests.push(rest)
      seconds += one.seconds * slower
      if (one.script === counted)
        appendFileSync(countsFile, '{"passed":30,"failed":["a","b"]}\n{"passed":5,"failed":[]}\n')
      return one.script !== failing
    },
    () => seconds,
  )
  return {
    ...outcome,
    rests,
    ran: outcome.ran.map(({ group: { script } }) => script),
    leftOut: outcome.leftOut.map(({ script }) => script),
  }
}

test('without a limit, all groups run', async () => {
  expect(await run(four, {})).toMatchObject({ ran: ['first', 'second', 'third', 'fourth'], leftOut: [] })
})

test('a group that does not fit into the time is reported as left out, and a shorter one after it still runs', async () => {
  const { ran, leftOut } = await run(four, { budgetSeconds: 25 * 60 })
  expect([ran, leftOut]).toEqual([['first', 'second', 'fourth'], ['third']])
})

test('a slow machine, as measured by the first group, runs fewer groups', async () => {
  const { ran, leftOut } = await run(four, { budgetSeconds: 25 * 60 }, { slower: 2 })
  expect([ran, leftOut]).toEqual([
    ['first', 'second'],
    ['third', 'fourth'],
  ])
})

test('the first group runs however long it takes, and each group gets the remaining time as its limit', async () => {
  const { ran, rests } = await run(four, { budgetSeconds: 60, lastSeconds: 600 })
  expect([ran, rests]).toEqual([['first'], [600]])
  expect((await run(four.slice(0, 2), { lastSeconds: 600 })).rests).toEqual([600, 480])
})

test('a failure does not stop the groups after it, and is counted', async () => {
  const outcome = await run(four, {}, { failing: 'second' })
  expect(outcome.ran).toHaveLength(4)
  expect(outcome.counts).toEqual({ passed: 3, failed: ['npm run second'] })
})

test('the tests counted by each group add up to the total', async () => {
  expect((await run(four, {}, { counted: 'first' })).counts).toEqual({
    passed: 38,
    failed: ['a', 'b'],
  })
  const crashed = await run(four, {}, { failing: 'fourth', counted: 'first' })
  expect(crashed.counts).toEqual({ passed: 37, failed: ['a', 'b', 'npm run fourth'] })
})

test('every group is a command of package.json, and every command for tests is in a group', () => {
  const scripts: Record<string, string> = packageFile.scripts
  expect(groups.filter(({ script }) => !(script in scripts))).toEqual([])
  const run = new Set(groups.map(({ script }) => script))
  // Those that run groups, the one that never ends, and the one that needs Electron's own program (installers.yml runs it).
  const others = ['test:all', 'test:ci', 'test:watch', 'test:desktop']
  const tests = Object.keys(scripts).filter((name) => /^test(:|$)/.test(name))
  expect(tests.filter((name) => !run.has(name) && !others.includes(name))).toEqual([])
  expect(groups.filter(({ within }) => within && !run.has(within))).toEqual([])
  expect(readFileSync(join(projectFolder, '.ci/run'), 'utf8')).toContain('npm run --silent test:ci')
})
