import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { projectFolder } from '../../support.ts'
import { allow, clinicComputer, helpers, makeClient, must } from '../app/clinic.ts'

const computer = clinicComputer()
/** The command on this computer; its own library is another one. */
const clinic = (passphrase: string, ...words: string[]) =>
  spawnSync(
    process.execPath,
    [join(projectFolder, 'src/main/shells/cli/waymark.ts'), 'clinic', '--today', '2026-11-22', ...words],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        WAYMARK_LIBRARY: join(computer.settings, 'library.waymark'),
        WAYMARK_PASSPHRASE: passphrase,
      },
    },
  )

beforeAll(async () => {
  for (const [client, dated] of [
    ['Ana', '2026-11-02'],
    ['Ben', '2026-10-30'],
  ] as const) {
    const own = computer.start(client)
    await makeClient(own, dated)
    must(await allow(own))
    await own.close()
  }
}, 120_000)

test('the command line tells the next day of every library, by the helper’s passphrase', () => {
  const { stdout, status, stderr } = clinic(helpers)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^Ana\n {2}ALMA EXAMPLE, LT11, Final warning/)
  expect(stdout).toMatch(/Ben\n.*\n {2}8 days left, mail by 2026-11-24 Tue, last day 2026-11-30 Mon\n/)
}, 120_000)

test('as JSON, one library a line; one that is gone has its code, and the other is told', () => {
  rmSync(computer.fileOf('Ana'))
  const lines = clinic(helpers, '--json')
    .stdout.trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { library: 'Ana', problem: 'library.not-there', next: null },
    { library: 'Ben', problem: null, next: { daysLeft: 8, lastDay: '2026-11-30', person: 'ALMA EXAMPLE' } },
  ])
}, 120_000)

test('another passphrase tells nothing', () => {
  const { stdout, stderr, status } = clinic('not this one')
  expect([stdout, status]).toEqual(['', 1])
  expect(stderr).toContain('not the helper')
}, 120_000)
