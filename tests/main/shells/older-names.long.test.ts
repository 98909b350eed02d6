import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { resources, temporaryFolder } from '../../support.ts'

const program = resolve(import.meta.dirname, '../../../src/main/shells/cli/waymark.ts')
const library = join(temporaryFolder(), 'library.waymark')

const run = (...words: string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' })
const runOn = (...words: string[]) => run(...words, '--json', '--library', library)

/** Two letters that were never read: merging and splitting needs only their page counts. */
beforeAll(() => {
  const samples = join(resources, 'samples')
  const files = readdirSync(samples).filter((name) => name.endsWith('.pdf'))
  const added = runOn('add', ...files.slice(0, 2).map((name) => join(samples, name)))
  expect(added.stderr).toBe('')
}, 120_000)

const letters = () =>
  runOn('list')
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string })

test('join and apart still do what merge and split do', () => {
  const before = letters()
  expect(before).toHaveLength(2)
  const joined = runOn('join', ...before.map(({ id }) => id))
  expect(joined.stderr).toBe('')
  const [merged, ...others] = letters()
  expect(others).toEqual([])
  expect(runOn('apart', merged?.id ?? '').stderr).toBe('')
  expect(letters()).toHaveLength(2)
}, 120_000)

test('rescue still does what salvage does, and JSON has the issues under both names', () => {
  const to = join(temporaryFolder(), 'new.waymark')
  const saved = runOn('rescue', to)
  expect(saved.stderr).toBe('')
  expect(JSON.parse(saved.stdout)).toMatchObject({ verified: { letters: 2, issues: [], hurt: [] } })
  expect(JSON.parse(runOn('verify').stdout)).toMatchObject({ letters: 2, issues: [], hurt: [] })
}, 60_000)

test('the help lists the current names only', () => {
  const { stdout } = run('--help')
  for (const name of ['merge', 'split', 'salvage']) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  for (const name of ['join', 'apart', 'rescue']) expect(stdout).not.toMatch(new RegExp(`^  ${name} `, 'm'))
})
