import { datesAhead } from '../../shared/appeals/next-dates.ts'
import type { Law } from '../../shared/law/law.ts'
import { type LetterSources, listLetters } from '../letters/list-letters.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Done, SaveSettings } from './save-settings.ts'
import { writeCalendar } from './write-calendar.ts'

export type CalendarNeeds = LetterSources & {
  changes: ChangeFeed
  clock: Clock
  law: Law
  /** False if days are counted from another day than today: then no file outside the library may be written. */
  keepsCalendar?: boolean | undefined
}

/** Keeps the calendar file in the folder that the person chose up to date while the library is open. */
export function createCalendarFolder(needs: CalendarNeeds, save: SaveSettings) {
  const { library, changes, clock, law } = needs
  const folder = () => library.settings.get().calendarFolder
  let problem: string | null = null
  let closed = false
  void followChanges()

  /** Checks the dates after every wait, not only after a change, because midnight changes them too. */
  async function followChanges(): Promise<void> {
    let revision = changes.revision()
    while (!closed) {
      bringUpToDate()
      revision = await changes.after(revision)
    }
  }
  function bringUpToDate(): void {
    const where = folder()
    if (!where || needs.keepsCalendar === false) return
    const written = writeCalendar(where, datesAhead(law, listLetters(needs), clock.today()), clock.now())
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
      bringUpToDate()
    },
  }
}
