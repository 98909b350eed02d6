import { datesAhead } from '../../shared/appeals/next-dates.ts'
import type { SessionContext } from '../app/session-context.ts'
import { listLetters } from '../letters/listed-letters.ts'
import type { Done, KeepSettings } from './integrations.ts'
import { writeCalendar } from './write-calendar.ts'

/** The calendar file in a folder that the person chose, as the days stand now, for as long as the library is open. */
export function createCalendarFolder(parts: SessionContext, keep: KeepSettings) {
  const { library, changes, clock, law } = parts
  const folder = () => library.settings.get().calendarFolder
  let problem: string | null = null
  let closed = false
  void followChanges()

  /** The day turns too, so the days are looked at after every wait and not after a change alone. */
  async function followChanges(): Promise<void> {
    let revision = changes.revision()
    while (!closed) {
      bringUpToDate()
      revision = await changes.after(revision)
    }
  }
  function bringUpToDate(): void {
    const where = folder()
    if (!where || parts.keepsCalendar === false) return
    const kept = writeCalendar(where, datesAhead(law, listLetters(parts), clock.today()), clock.now())
    const before = problem
    problem = kept ? null : 'folder.not-writable'
    if (problem !== before) changes.changed([])
  }

  return {
    state: () => ({ folder: folder(), problem }),
    setFolder(where: string | null): Done {
      const done = keep({ calendarFolder: where })
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
