import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { keyFileOf } from '../../src/main/files/temporary-files.ts'
import { lookAtKeyFile } from '../../src/main/keys/key-file.ts'
import { secretFromRecoveryKey } from '../../src/main/keys/recovery-key.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'
import { libraryWith, type Ran, runWaymark } from './waymark-command.ts'

/* What is said when something is missing must be true, and name the way on. Each command is a process of its own. */

vi.setConfig({ testTimeout: 120_000 })
const passphrase = 'kumquat lantern osprey fjord'
const newer = 'glacier trombone velvet otter quay'
const opens = { WAYMARK_PASSPHRASE: passphrase }
const letter = new Uint8Array(Buffer.from('a letter'))

function madeProtected(): { file: string; key: string } {
  const file = libraryWith([letter])
  const run = runWaymark(file, ['protect'], { WAYMARK_NEW_PASSPHRASE: passphrase })
  const key = /Recovery key: (\S+)/.exec(run.out)?.[1]
  if (!key) throw new Error(run.err)
  return { file, key }
}

/** One sign of the wrapped secret is another one: whole JSON, and no passphrase opens it. */
function flipped(file: string): void {
  const stored = JSON.parse(readFileSync(keyFileOf(file), 'utf8'))
  const [slot] = stored.passphrases
  slot.wrapped = (slot.wrapped[0] === 'A' ? 'B' : 'A') + slot.wrapped.slice(1)
  writeFileSync(keyFileOf(file), JSON.stringify(stored))
}
const hurts: [string, (file: string) => void][] = [
  ['missing', (file) => rmSync(keyFileOf(file))],
  ['emptied', (file) => writeFileSync(keyFileOf(file), '{}')],
  ['changed in one sign', flipped],
]

for (const [name, hurt] of hurts)
  attack(
    `the right passphrase while the key file is ${name}: list, verify, salvage`,
    'names the file and the recovery key',
    () => {
      const { file } = madeProtected()
      hurt(file)
      const runs = [['list'], ['verify'], ['salvage', join(temporaryFolder(), 'new')]].map((words) =>
        runWaymark(file, words, opens),
      )
      const isNamed = ({ status, err }: Ran) =>
        status === 1 &&
        err.includes(basename(keyFileOf(file))) &&
        err.includes('recovery key') &&
        !err.includes('is not the passphrase')
      return runs.every(isNamed)
        ? 'names the file and the recovery key'
        : runs.map(({ err }) => err).join(' | ')
    },
    { timeout: 120_000 },
  )

for (const [name, hurt] of hurts)
  test(`after the recovery key the passphrase opens again, where the key file was ${name}`, () => {
    const { file, key } = madeProtected()
    hurt(file)
    const opened = runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: key })
    expect([opened.status, opened.err]).toEqual([0, expect.stringContaining('opens your letters again')])
    expect(lookAtKeyFile(file)).toBe('whole')
    expect(runWaymark(file, ['list'], opens)).toMatchObject({ status: 0, err: '' })
  })

test('where the library itself does not know the passphrase either, a new one is set with the recovery key', () => {
  const { file, key } = madeProtected()
  rmSync(keyFileOf(file))
  const noted = runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: key })
  expect(noted.status).toBe(0)
  // As an interrupted change leaves it.
  const secret = secretFromRecoveryKey(key)
  const database = openDatabase(file, secret)
  database.exec(`UPDATE setting SET value = 'null' WHERE name = 'keyFile'`)
  database.close()
  rmSync(keyFileOf(file))
  const said = runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: key })
  expect([said.status, said.err]).toEqual([0, expect.stringContaining('waymark passphrase')])
  const set = runWaymark(file, ['passphrase'], { WAYMARK_PASSPHRASE: key, WAYMARK_NEW_PASSPHRASE: newer })
  expect(set).toMatchObject({ status: 0 })
  expect(runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: newer })).toMatchObject({ status: 0, err: '' })
})

attack('a wrong passphrase while the key file is whole', 'not the passphrase', () => {
  const { file } = madeProtected()
  const { status, err } = runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: newer })
  return status === 1 && err.includes('is not the passphrase') ? 'not the passphrase' : err
})

test('a key file of an earlier version has no sum: it opens, and gets one', () => {
  const { file } = madeProtected()
  const { sum, ...earlier } = JSON.parse(readFileSync(keyFileOf(file), 'utf8'))
  expect(sum).toMatch(/^[0-9a-f]{64}$/)
  writeFileSync(keyFileOf(file), JSON.stringify(earlier))
  expect(lookAtKeyFile(file)).toBe('unsummed')
  expect(runWaymark(file, ['list'], opens)).toMatchObject({ status: 0, err: '' })
  expect(lookAtKeyFile(file)).toBe('whole')
})

test('protect without a terminal names what gives a new passphrase, and each of them works', () => {
  const file = libraryWith([letter])
  const refused = runWaymark(file, ['protect'])
  expect(refused.status).toBe(1)
  for (const way of ['WAYMARK_NEW_PASSPHRASE', '--passphrase-fd']) expect(refused.err).toContain(way)
  expect(refused.err).not.toContain('are locked')
  expect(runWaymark(file, ['protect', '--passphrase-fd', '3'], { line: `${passphrase}\n` }).status).toBe(0)
  expect(runWaymark(file, ['list'], opens).status).toBe(0)
  const both = { line: `${passphrase}\n${newer}\n` }
  expect(runWaymark(file, ['passphrase', '--passphrase-fd', '3'], both).status).toBe(0)
  expect(runWaymark(file, ['list'], { WAYMARK_PASSPHRASE: newer }).status).toBe(0)
})

for (const descriptor of ['77', 'abc'])
  attack(`--passphrase-fd ${descriptor}, which is not open`, 'plain words, status 2', () => {
    const { file } = madeProtected()
    const { status, err } = runWaymark(file, ['list', '--passphrase-fd', descriptor])
    const isPlain = err.includes('file descriptor') && !err.includes('    at ') && !err.includes('EBADF')
    return status === 2 && isPlain ? 'plain words, status 2' : `${status}: ${err}`
  })

const ruined: [string, (file: string) => void][] = [
  ['cut to 100 bytes', (file) => truncateSync(file, 100)],
  [
    'of zeros after its header',
    (file) => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.fill(0, 100))
    },
  ],
]
for (const [name, ruin] of ruined)
  attack(`salvage of a file ${name}`, 'nothing saved, status 1, what to do', () => {
    const file = libraryWith([letter])
    ruin(file)
    const to = join(temporaryFolder(), 'new.waymark')
    const { status, out, err } = runWaymark(file, ['salvage', to])
    const isSaid = err.includes('No letter in this file can be read') && err.includes('waymark restore')
    return status === 1 && isSaid && !existsSync(to)
      ? 'nothing saved, status 1, what to do'
      : `${status}: ${out}${err}`
  })

attack('salvage into the name of a file that is there', 'refused, and the file is as it was', () => {
  const file = libraryWith([letter])
  const before = readFileSync(file)
  const { status, err } = runWaymark(file, ['salvage', file])
  return status === 1 && err.includes('already') && readFileSync(file).equals(before)
    ? 'refused, and the file is as it was'
    : `${status}: ${err}`
})

test('verify names damage in plain words, with what to do next', () => {
  const file = libraryWith([letter])
  const whole = runWaymark(file, ['verify'])
  expect([whole.status, whole.out.trim()]).toEqual([0, '1 letter, 1 saved file checked.'])
  const database = openDatabase(file, null)
  database.exec(`UPDATE file SET sha256 = '${'0'.repeat(64)}'`)
  database.close()
  const { status, out } = runWaymark(file, ['verify'])
  expect(status).toBe(1)
  expect(out).not.toContain('HURT')
  for (const word of ['DAMAGED', 'waymark restore', 'waymark salvage']) expect(out).toContain(word)
})

test('empty-trash names the letter whose last day still runs, and both ways on', () => {
  const file = libraryWith([])
  expect(runWaymark(file, ['add', 'resources/samples/1-lt11.pdf', '--today', '2026-11-22']).status).toBe(0)
  const id = runWaymark(file, ['list']).out.slice(0, 8)
  const facts = ['noticeCode=LT11', 'noticeDate=2026-11-12']
  expect(runWaymark(file, ['confirm', id, ...facts]).status).toBe(0)
  expect(runWaymark(file, ['remove', id]).status).toBe(0)
  const { status, err } = runWaymark(file, ['empty-trash', '--for-good', '--today', '2026-11-22'])
  expect(status).toBe(1)
  for (const word of [id, 'remove ID --back', '--even-with-open-clock']) expect(err).toContain(word)
})
