import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Law } from '../../shared/law/law.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Day } from '../../shared/model/day.ts'
import { type DayAhead, daysAhead } from '../../shared/telling/days-ahead.ts'
import { writeAtomically } from '../files/private-files.ts'
import type { ClockWatch } from '../letters/clock-watch.ts'
import { type LetterSources, listLetters } from '../letters/list-letters.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { untilDiskFails } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import { calendarText } from './calendar.ts'
import type { Done, SaveSettings } from './save-settings.ts'

export type CalendarNeeds = LetterSources & {
  library: Pick<Library, 'settings'>
  changes: ChangeFeed
  clock: Clock
  clockDoubt: ClockWatch['doubt']
  law: Law
  /** False if days are counted from another day than today: then no file outside the library may be written. */
  keepsCalendar?: boolean | undefined
}

/**
 * Milliseconds. Reading one letter makes a dozen changes within seconds, and each would count the days of
 * every letter again.
 */
const standardWaits = { quiet: 1000, longest: 10_000 }

/**
 * Keeps the calendar file in the folder that the person chose up to date while the library is open.
 *
 * @param waits the file is written after `quiet` without a change, but no later than `longest` after the
 * first change
 */
export function createCalendarFolder(needs: CalendarNeeds, save: SaveSettings, waits = standardWaits) {
  const { library, changes, clock, clockDoubt } = needs
  const folder = () => library.settings.get().calendarFolder
  let problem: string | null = null
  let closed = false
  const dates = createDates(needs)
  void untilDiskFails(followChanges)

  /** Checks the dates after every wait, not only after a change, because midnight changes them, too. */
  async function followChanges(): Promise<void> {
    let revision = changes.revision()
    while (!closed) {
      bringUpToDate()
      await changes.after(revision)
      revision = await quietRevision()
    }
  }
  /** Waits for a pause in the changes, so that a burst of them is written once. */
  async function quietRevision(): Promise<number> {
    const began = performance.now()
    for (;;) {
      const revision = changes.revision()
      await pause(waits.quiet)
      if (closed || changes.revision() === revision || performance.now() - began >= waits.longest)
        return changes.revision()
    }
  }
  function bringUpToDate(): void {
    const where = folder()
    if (!where || needs.keepsCalendar === false) return
    const doubt = clockDoubt()
    // Dates that were counted from a date that nothing spoke against are better than those of today.
    if (doubt && existsSync(join(where, calendarName))) return
    const written = writeCalendar(where, dates.current(), clock.now(), doubt)
    const before = problem
    problem = written ? null : 'folder.not-writable'
    if (problem !== before) changes.changed([])
  }

  return {
    state: () => ({ folder: folder(), problem }),
    setFolder(where: string | null): Done {
      const done = save({ calendarFolder: where })
      problem = null
      bringUpToDate()
      return done
    },
    close(): void {
      closed = true
      // The last version before the library closes is based on the letters themselves.
      dates.forget()
      bringUpToDate()
    },
  }
}

/** The dates ahead, counted again only after a change or on another day. */
function createDates(needs: CalendarNeeds) {
  const { changes, clock, law } = needs
  let counted: { revision: number; today: Day; dates: DayAhead[] } | null = null
  return {
    current(): DayAhead[] {
      const [revision, today] = [changes.revision(), clock.today()]
      if (counted?.revision !== revision || counted.today !== today)
        counted = { revision, today, dates: daysAhead(law, listLetters(needs), today) }
      return counted.dates
    },
    forget(): void {
      counted = null
    },
  }
}

/** A waiting calendar must not keep a command line process alive. */
const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })

export const calendarName = 'waymark.ics'

/**
 * Writes the calendar file into a folder unless it already has these dates; whole or not at all. False: the
 * folder is not there or cannot be written to.
 */
export function writeCalendar(
  folder: string,
  dates: DayAhead[],
  now: string,
  clockDoubt: ClockDoubt | null,
): boolean {
  const file = join(folder, calendarName)
  const text = calendarText(dates, now, clockDoubt)
  try {
    if (sameDays(readOr(file), text)) return true
    writeAtomically(file, text)
    return true
  } catch {
    return false
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The timestamps of a file say when it was written and nothing about the dates. */
const sameDays = (a: string, b: string): boolean => withoutStamps(a) === withoutStamps(b)
const withoutStamps = (text: string): string => text.replace(/^(DTSTAMP|SEQUENCE):.*\r?\n/gm, '')
