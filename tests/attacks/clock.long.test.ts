import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../src/main/app/core.ts'
import { dueReminders } from '../../src/main/shells/due-reminders.ts'
import { noticeBody } from '../../src/main/shells/notice-body.ts'
import { Day } from '../../src/shared/model/day.ts'
import { type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { textOfPdf } from '../main/papers/pdf/pdf-text.ts'
import { projectFolder, resources, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'

const sample = new Uint8Array(readFileSync(join(resources, 'samples/1-lt11.pdf')))
const facts = {
  ...noFacts,
  noticeCode: 'LT11',
  noticeDate: Day.parse('2026-11-12'),
  taxpayerName: 'ALMA EXAMPLE',
}

/** A letter kept and confirmed on a day. */
async function keepOn(today: string, file: string): Promise<LetterId> {
  const core = testCore(file, today)
  const added = await core.api['letter:add']({ fileName: 'letter.pdf', bytes: sample })
  await core.idle()
  const id = added.ok ? added.value.ids[0] : undefined
  if (!id) throw new Error('not kept')
  await core.api['letter:confirm']({ id, facts })
  await core.close()
  return id
}

const newLibrary = () => join(temporaryFolder(), 'library.waymark')
const doubtOf = async (core: Core) => (await core.api['letters:list'](null)).clockDoubt
const found = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const textOf = async (bytes: Uint8Array) => (await textOfPdf(bytes)).join(' ').replace(/\s+/g, ' ')

describe('a library kept in November 2026 is read by a computer that says May 2024', () => {
  const said = 'says that today is May 1, 2024, but something here was saved on November 22, 2026'
  const only = 'if today is May 1, 2024'
  const file = newLibrary()
  let core: Core
  let id: LetterId
  beforeAll(async () => {
    id = await keepOn('2026-11-22', file)
    core = testCore(file, '2024-05-01')
  })
  afterAll(() => core.close())

  const surfaces: [string, () => Promise<string>, string][] = [
    ['the draft', async () => textOf(found(await core.api['draft:pdf']({ id })).bytes), said],
    ['the first page of the packet', async () => (await packetPages())[0] ?? '', said],
    ['the form in the packet', async () => (await packetPages()).slice(1).join(' '), said],
    ...(['call', 'summary', 'fridge'] as const).map((kind): [string, () => Promise<string>, string] => [
      `the sheet ${kind}`,
      async () => textOf(found(await core.api['sheet:pdf']({ id, kind })).bytes),
      said,
    ]),
    ['the saved calendar', async () => unfolded((await core.api['calendar:ics'](null)).text), said],
    ['each date of it', async () => summariesOf((await core.api['calendar:ics'](null)).text), only],
    ['the calendar file in a folder', calendarInFolder, only],
    [
      'the timeline of an export',
      async () => timeline(found(await core.api['library:export'](null)).bytes),
      only,
    ],
    ['a notification', notification, "Check the computer's date"],
  ]
  for (const [name, tell, words] of surfaces)
    attack(`clock set back: ${name}`, 'says it', async () =>
      (await tell()).replaceAll('’', "'").includes(words) ? 'says it' : 'says nothing',
    )

  async function packetPages(): Promise<string[]> {
    const made = found(await core.api['packet:pdf']({ id, cover: 'letter', duplex: false, straighten: true }))
    return (await textOfPdf(made.bytes)).map((page) => page.replace(/\s+/g, ' '))
  }
  async function calendarInFolder(): Promise<string> {
    const folder = temporaryFolder()
    found(await core.integrations().setFolder('calendar', folder))
    return summariesOf(readFileSync(join(folder, 'waymark.ics'), 'utf8'))
  }
  async function notification(): Promise<string> {
    const due = await dueReminders(core)
    return noticeBody(due, false, 'en-US', resources, await doubtOf(core))
  }
})

const unfolded = (ics: string): string => ics.replace(/\r\n /g, '').replaceAll('\\,', ',')
/** The events that do not say it, or all of them. */
function summariesOf(ics: string): string {
  const all = [...unfolded(ics).matchAll(/^SUMMARY:(.*)$/gm)].map(([, text = '']) => text)
  expect(all.length).toBeGreaterThan(1)
  return all.find((text) => !text.includes('if today is')) ?? all.join('; ')
}
function timeline(zip: Uint8Array): string {
  const files = Object.entries(unzipSync(zip)).filter(([name]) => name.endsWith('timeline.csv'))
  return files.map(([, bytes]) => strFromU8(bytes)).join('')
}

attack('clock set back: the command line', 'said for each right and on standard error', async () => {
  const file = newLibrary()
  // The command has the computer's own clock: the library is from a far later year.
  await keepOn('2099-11-22', file)
  const run = promisify(execFile)
  const { stdout, stderr } = await run(
    process.execPath,
    ['src/main/shells/cli/waymark.ts', 'deadlines', '--library', file],
    { cwd: projectFolder },
  )
  const lines = stdout.split('\n').filter((line) => line.startsWith('  '))
  const each = lines.length > 0 && lines.every((line) => line.includes('[if today is '))
  return each && stderr.includes('saved on November 22, 2099')
    ? 'said for each right and on standard error'
    : `${stdout}${stderr}`
})

attack('clock set far ahead, and a letter is kept then: still said the next time', 'longAfter', async () => {
  const file = newLibrary()
  await keepOn('2026-11-22', file)
  const ahead = testCore(file, '2031-01-05')
  await doubtOf(ahead)
  await ahead.api['letter:add-sample'](null)
  await ahead.close()
  const again = testCore(file, '2031-01-06')
  const doubt = await doubtOf(again)
  await again.close()
  return doubt?.kind ?? 'nothing said'
})

test('a calendar file made before the doubt keeps its dates', async () => {
  const [file, folder] = [newLibrary(), temporaryFolder()]
  await keepOn('2026-11-22', file)
  const before = testCore(file, '2026-11-23')
  await before.integrations().setFolder('calendar', folder)
  await before.close()
  const kept = readFileSync(join(folder, 'waymark.ics'), 'utf8')
  expect(kept).toContain('BEGIN:VEVENT')
  const ahead = testCore(file, '2031-01-05')
  await ahead.api['letter:add-sample'](null)
  await ahead.close()
  expect(readFileSync(join(folder, 'waymark.ics'), 'utf8')).toBe(kept)
})

test('a person says that the date is right, and is asked again only when it goes back', async () => {
  const file = newLibrary()
  await keepOn('2026-11-22', file)
  const later = testCore(file, '2028-02-01')
  expect(await doubtOf(later)).toEqual({ kind: 'longAfter', today: '2028-02-01', newest: '2026-11-22' })
  expect(await later.api['letters:confirm-today']({ day: Day.parse('2028-01-31') })).toMatchObject({
    error: { code: 'clock.another-day' },
  })
  expect(await later.api['letters:confirm-today']({ day: Day.parse('2028-02-01') })).toMatchObject({
    ok: true,
  })
  expect(await doubtOf(later)).toBeNull()
  await later.close()
  for (const [today, kind] of [
    ['2028-03-01', undefined],
    ['2027-06-01', 'earlier'],
    ['2028-03-02', undefined],
  ] as const) {
    const core = testCore(file, today)
    expect((await doubtOf(core))?.kind, today).toBe(kind)
    await core.close()
  }
})

test('something was kept at a wrong date far ahead: the right date, once confirmed, is believed', async () => {
  const file = newLibrary()
  await keepOn('2040-01-01', file)
  const core = testCore(file, '2026-11-22')
  expect(await doubtOf(core)).toMatchObject({ kind: 'earlier', newest: '2040-01-01' })
  found(await core.api['letters:confirm-today']({ day: Day.parse('2026-11-22') }))
  await core.api['letter:add-sample'](null)
  expect(await doubtOf(core)).toBeNull()
  await core.close()
  const again = testCore(file, '2026-12-01')
  expect(await doubtOf(again)).toBeNull()
  await again.close()
})

test('a day that a person named on the command line is not doubted', async () => {
  const file = newLibrary()
  await keepOn('2026-11-22', file)
  const run = promisify(execFile)
  const { stderr } = await run(
    process.execPath,
    ['src/main/shells/cli/waymark.ts', 'deadlines', '--library', file, '--today', '2024-05-01'],
    { cwd: projectFolder },
  )
  expect(stderr).toBe('')
})
