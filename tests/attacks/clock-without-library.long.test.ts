import { readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test, vi } from 'vitest'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'
import { libraryWith, type Ran, runWaymark } from './waymark-command.ts'

/* Commands that open no library must not believe a clock that was set back, either. */

vi.setConfig({ testTimeout: 120_000 })
const day = 24 * 3600 * 1000
const passphrase = 'kumquat lantern osprey fjord'

/** A module that a command loads first: its clock is so many days ahead. */
function shifted(days: number): Record<string, string> {
  const file = join(temporaryFolder(), 'clock.mjs')
  writeFileSync(
    file,
    `const real = Date.now; Date.now = () => real() + ${days * day}
     const Real = Date
     globalThis.Date = class extends Real { constructor(...given) { if (given.length === 0) super(Real.now()); else super(...given) } }`,
  )
  return { NODE_OPTIONS: `--import ${pathToFileURL(file).href}` }
}

const commands: [string, string[]][] = [
  ['tell', ['tell', 'LT11', '--dated', '2026-10-27']],
  ['count', ['count', 'CDP-1', '--from', '2026-10-27']],
  ['notice', ['notice', 'CP504']],
  ['station', ['station', 'coll-levy-notice']],
  ['sheet', ['sheet', 'levy', '--out', join(temporaryFolder(), 'sheet.pdf')]],
]
const says = ({ status, err }: Ran): boolean => status === 0 && err.includes('says that today is')

let kept: string | undefined
/** A library of today that a command opened, without and with a passphrase. */
function keptToday(): string {
  if (kept) return kept
  kept = libraryWith([])
  expect(runWaymark(kept, ['add', 'resources/samples/1-lt11.pdf']).status).toBe(0)
  return kept
}

for (const [name, words] of commands)
  attack(`clock set back by six days: waymark ${name}, which opens no library`, 'says it', () => {
    const ran = runWaymark(keptToday(), words, shifted(-6))
    return says(ran) ? 'says it' : `${ran.status}: ${ran.err}`
  })

attack('clock set back: waymark tell after other commands had that clock', 'says it', () => {
  const file = libraryWith([])
  runWaymark(file, ['add', 'resources/samples/1-lt11.pdf'])
  const back = shifted(-6)
  runWaymark(file, ['list'], back)
  const ran = runWaymark(file, ['tell', 'LT11', '--dated', '2026-10-27'], back)
  return says(ran) ? 'says it' : ran.err
})

attack('clock set back: waymark tell beside a protected library, and its JSON', 'says it', () => {
  const file = libraryWith([])
  runWaymark(file, ['add', 'resources/samples/1-lt11.pdf'])
  expect(runWaymark(file, ['protect'], { WAYMARK_NEW_PASSPHRASE: passphrase }).status).toBe(0)
  const ran = runWaymark(file, ['tell', 'LT11', '--json'], shifted(-6))
  return says(ran) && JSON.parse(ran.out).clockDoubt.kind === 'earlier' ? 'says it' : ran.err + ran.out
})

attack('clock set back: a library that no command of today has opened', 'says it', () => {
  const file = libraryWith([])
  rmSync(join(dirname(file), 'clock.json'), { force: true })
  const ran = runWaymark(file, ['tell', 'LT11'], shifted(-6))
  return says(ran) ? 'says it' : ran.err
})

test('nothing is said with the right clock, a day that was given, no library, or a note that cannot be read', () => {
  const file = keptToday()
  const tell = ['tell', 'LT11', '--dated', '2026-10-27']
  const none = join(temporaryFolder(), 'library.waymark')
  expect(runWaymark(file, tell)).toMatchObject({ status: 0, err: '' })
  expect(runWaymark(file, [...tell, '--today', '2024-05-01'])).toMatchObject({ status: 0, err: '' })
  expect(runWaymark(none, tell)).toMatchObject({ status: 0, err: '' })
  writeFileSync(join(dirname(file), 'clock.json'), '{')
  expect(runWaymark(file, tell)).toMatchObject({ status: 0, err: '' })
  kept = undefined
})

test('once a person says that the date is right, tell believes it too', () => {
  const file = libraryWith([])
  runWaymark(file, ['add', 'resources/samples/1-lt11.pdf'], shifted(20))
  const tell = ['tell', 'LT11', '--dated', '2026-10-27']
  expect(says(runWaymark(file, tell))).toBe(true)
  const today = new Date().toISOString().slice(0, 10)
  expect(runWaymark(file, ['today', '--right', today]).status).toBe(0)
  expect(runWaymark(file, tell)).toMatchObject({ status: 0, err: '' })
  const note = readFileSync(join(dirname(file), 'clock.json'), 'utf8')
  expect(note).not.toContain(dirname(file))
})

test('a library file from another computer, with a time stamp of years ago, says that a year has passed', () => {
  const file = libraryWith([])
  utimesSync(file, new Date('2020-01-01'), new Date('2020-01-01'))
  expect(says(runWaymark(file, ['tell', 'LT11']))).toBe(true)
})
