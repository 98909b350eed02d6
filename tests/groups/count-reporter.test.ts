import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectFolder } from '../support.ts'
import type { Counts } from './run-groups.ts'

/** A real run of vitest over files of its own, in a folder within the project so that it finds vitest. */
function countsOf(files: Record<string, string>): Counts {
  const folder = mkdtempSync(join(projectFolder, 'node_modules', '.count-reporter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const reporter = JSON.stringify(join(projectFolder, 'tests/groups/count-reporter.ts'))
  const counts = join(folder, 'counts')
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { countReporter } from ${reporter}
     export default {
       test: { globals: true, dir: ${JSON.stringify(folder)}, exclude: [], reporters: [countReporter(${JSON.stringify(counts)})] },
     }`,
  )
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const vitest = join(projectFolder, 'node_modules', 'vitest', 'vitest.mjs')
  const environment = {
    ...process.env,
    VITEST: undefined,
    VITEST_POOL_ID: undefined,
    VITEST_WORKER_ID: undefined,
  }
  const run = spawnSync(process.execPath, [vitest, 'run', '--root', folder], {
    env: environment,
    encoding: 'utf8',
  })
  if (run.error) throw run.error
  return JSON.parse(readFileSync(counts, 'utf8'))
}

test('passed and failed tests of a real run are counted, skipped ones are not', () => {
  expect(
    countsOf({
      'two.test.js':
        "test('one', () => {}); describe('in', () => { test('two', () => {}) }); test.skip('left', () => {})",
      'one.test.js': "describe('in', () => { test('fails', () => { throw new Error('no\\nmore') }) })",
    }),
  ).toEqual({
    passed: 2,
    failed: [expect.stringMatching(/one\.test\.js > in > fails: no$/)],
  })
})

test('a file that cannot be loaded counts as a failure', () => {
  expect(countsOf({ 'broken.test.js': "throw new Error('at load')" })).toEqual({
    passed: 0,
    failed: [expect.stringMatching(/broken\.test\.js: at load$/)],
  })
})
