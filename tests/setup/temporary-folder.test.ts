import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder, temporaryFolder } from '../support.ts'
import { sweep } from './temporary-folder.ts'

test('what tests and their programs put into the temporary folder is in the folder of this run', () => {
  expect(dirname(temporaryFolder())).toBe(tmpdir())
  expect(tmpdir()).toMatch(/waymark-tests-\d+-\w+$/)
  const said = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' }).stdout
  expect(said.trim()).toBe(tmpdir())
})

test('a run with a red test leaves nothing behind', () => {
  const parent = temporaryFolder()
  const root = temporaryFolder()
  const body = `import { mkdtempSync } from 'node:fs'
    import { tmpdir } from 'node:os'
    import { join } from 'node:path'
    import { expect, test } from 'vitest'
    test('red', () => {
      expect(mkdtempSync(join(tmpdir(), 'waymark-test-'))).toBe(${JSON.stringify(parent)})
    })`
  writeFileSync(join(root, 'red.test.mjs'), body)
  const vitest = join(projectFolder, 'node_modules/vitest/vitest.mjs')
  const setup = join(projectFolder, 'tests/setup/temporary-folder.ts')
  const config = `export default { test: { globalSetup: ${JSON.stringify(setup)} } }`
  writeFileSync(join(root, 'vitest.config.mjs'), config)
  const env = { ...process.env, TMPDIR: parent, TMP: parent, TEMP: parent }
  const run = spawnSync(process.execPath, [vitest, 'run', '--root', root], { encoding: 'utf8', env })
  expect(run.status).toBe(1)
  expect(run.stdout).toMatch(/waymark-tests-\d+-\w+.waymark-test-/)
  expect(readdirSync(parent)).toEqual([])
})

test('the folders of runs that were killed are removed after an hour', () => {
  const parent = temporaryFolder()
  const [gone, running] = [`waymark-tests-999999999-a`, `waymark-tests-${process.pid}-b`]
  for (const name of [gone, running, 'other']) mkdirSync(join(parent, name))
  sweep(parent)
  expect(existsSync(join(parent, gone))).toBe(true)
  sweep(parent, Date.now() + 2 * 60 * 60 * 1000)
  expect(readdirSync(parent).sort()).toEqual(['other', running])
})
