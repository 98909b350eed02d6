import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createChangeFeed } from '../../../src/main/app/change-feed.ts'
import { createCalendarFolder } from '../../../src/main/integrations/calendar-folder.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type LetterId, noFacts } from '../../../src/shared/model/letter.ts'
import { ok } from '../../../src/shared/model/result.ts'
import { law } from '../../renderer/memory-api.ts'
import { temporaryFolder } from '../../support.ts'

let library: Library
let id: LetterId
let folder: string
let today: string
/** How often the days were counted from the letters, and how often the file was looked at. */
let listed: number
let looked: number
let calendar: ReturnType<typeof createCalendarFolder> | null

beforeEach(() => {
  vi.useFakeTimers()
  const opened = openLibrary(join(temporaryFolder(), 'library.waymark'))
  if (!opened.ok) throw new Error(opened.error.code)
  library = opened.value
  const keptAt = '2026-11-10T12:00:00.000Z'
  const kept = storeScan(library, { fileName: 'a.pdf', bytes: new Uint8Array([1]), keptAt })
  if (!kept.ok || !kept.value.ids[0]) throw new Error('not kept')
  id = kept.value.ids[0]
  folder = temporaryFolder()
  today = '2026-11-10'
  listed = 0
  looked = 0
  calendar = null
})
afterEach(() => {
  calendar?.close()
  library.close()
  vi.useRealTimers()
})

const waits = { quiet: 1000, longest: 10_000 }
function follow(where: string | null = folder, keepsCalendar?: boolean) {
  const changes = createChangeFeed()
  library.settings.set({ calendarFolder: where })
  const needs = {
    library: {
      ...library,
      letters: {
        ...library.letters,
        list: () => {
          listed += 1
          return library.letters.list()
        },
      },
    },
    queue: { statusOf: () => ({ kind: 'waiting' }) as const },
    changes,
    clock: {
      today: () => Day.parse(today),
      now: () => {
        looked += 1
        return `${today}T12:00:00.000Z`
      },
    },
    clockDoubt: () => null,
    law,
    keepsCalendar,
  }
  calendar = createCalendarFolder(
    needs,
    (part) => {
      library.settings.set(part)
      return ok(null)
    },
    waits,
  )
  return { changes, calendar }
}
const file = () => join(folder, 'waymark.ics')
const text = () => readFileSync(file(), 'utf8')
const confirm = (noticeDate: string) =>
  library.letters.setConfirmed(id, { ...noFacts, noticeCode: 'LT11', noticeDate: Day.parse(noticeDate) })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

test('the file is there as soon as a library opens, and follows a change after a moment', async () => {
  const { changes } = follow()
  expect(text()).not.toContain('BEGIN:VEVENT')
  confirm('2026-11-02')
  changes.changed([id])
  await pass(900)
  expect(text()).not.toContain('BEGIN:VEVENT')
  await pass(200)
  expect(text()).toContain('DTSTART;VALUE=DATE:20261202')
})

test('a burst of changes costs one computation, and an endless one is still written', async () => {
  const { changes } = follow()
  await pass(0)
  listed = 0
  for (let change = 0; change < 12; change += 1) {
    changes.changed([id])
    await pass(500)
  }
  expect(listed).toBe(0)
  await pass(1500)
  expect(listed).toBe(1)
  confirm('2026-11-02')
  for (let change = 0; change < 26; change += 1) {
    changes.changed([id])
    await pass(500)
  }
  expect(text()).toContain('DTSTART;VALUE=DATE:20261202')
  expect(listed).toBeLessThanOrEqual(3)
})

test('midnight moves the dates without any change of the library, and an unchanged library is not computed again', async () => {
  confirm('2026-11-02')
  follow()
  await pass(65_000)
  expect(listed).toBe(1)
  expect(looked).toBeGreaterThan(2)
  today = '2026-12-03'
  await pass(25_000)
  expect(listed).toBe(2)
  expect(text()).not.toContain('DTSTART;VALUE=DATE:20261202')
})

test('closing writes what has just changed, and nothing afterwards', async () => {
  const { changes, calendar } = follow()
  confirm('2026-11-02')
  changes.changed([id])
  calendar.close()
  expect(text()).toContain('DTSTART;VALUE=DATE:20261202')
  rmSync(file())
  changes.changed([id])
  await pass(60_000)
  expect(existsSync(file())).toBe(false)
})

test('a file that somebody removed comes back', async () => {
  follow()
  rmSync(file())
  await pass(25_000)
  expect(existsSync(file())).toBe(true)
})

test('a missing folder is reported once, and so is its return', async () => {
  const { changes, calendar } = follow()
  await pass(0)
  expect(calendar.state()).toEqual({ folder, problem: null })
  rmSync(folder, { recursive: true })
  const before = changes.revision()
  await pass(60_000)
  expect(calendar.state()).toEqual({ folder, problem: 'folder.not-writable' })
  expect(changes.revision()).toBe(before + 1)
  mkdirSync(folder)
  await pass(60_000)
  expect(calendar.state()).toEqual({ folder, problem: null })
  expect(changes.revision()).toBe(before + 2)
})

test('choosing a folder writes the file at once and clears the previous folder’s problem', async () => {
  const { calendar } = follow(join(folder, 'gone'))
  await pass(0)
  expect(calendar.state().problem).toBe('folder.not-writable')
  expect(calendar.setFolder(folder)).toEqual(ok(null))
  expect(calendar.state()).toEqual({ folder, problem: null })
  expect(existsSync(file())).toBe(true)
})

test('without a folder, or with another date as today, nothing is written', async () => {
  const { calendar } = follow(null)
  await pass(30_000)
  expect(calendar.state()).toEqual({ folder: null, problem: null })
  calendar.close()
  follow(folder, false)
  await pass(30_000)
  expect(existsSync(file())).toBe(false)
  expect(statSync(folder).isDirectory()).toBe(true)
})
