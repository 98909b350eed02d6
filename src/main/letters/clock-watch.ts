import { clockDoubtOf, type KnownTime } from '../../shared/deadlines/clock-doubt.ts'
import type { ClockDoubt } from '../../shared/model/clock-doubt.ts'
import type { Day } from '../../shared/model/day.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'

type Needs = {
  library: Pick<Library, 'settings' | 'newestInstant' | 'history' | 'write'>
  changes: Notifier
  clock: Clock
  /** Hears what is known now, for commands that open no library. */
  saw?: ((known: KnownTime) => void) | undefined
  /** False: a person named the day to count from, and the computer's date does not matter. */
  keepsCalendar?: boolean | undefined
}

export type ClockWatch = ReturnType<typeof createClockWatch>

/** Compares the date of this computer with what an open library has kept. */
export function createClockWatch({ library, changes, clock, saw, keepsCalendar }: Needs) {
  const { dateConfirmed, dateDoubted } = library.settings.get()
  const known: KnownTime = { newest: library.newestInstant(), confirmed: dateConfirmed, doubted: dateDoubted }
  let seen = library.history.newestId()

  /** Between two looks: what was kept at a date that nothing speaks against is the newest now. */
  function noteNewest(): void {
    const step = library.history.newestId()
    if (step === seen) return
    seen = step
    if (known.newest === null || clock.now() > known.newest) known.newest = clock.now()
  }
  function remember(): void {
    library.write(() => library.settings.set({ dateConfirmed: known.confirmed, dateDoubted: known.doubted }))
  }

  return {
    /** What speaks against today's date; null: nothing does. */
    doubt(): ClockDoubt | null {
      if (keepsCalendar === false) return null
      const found = clockDoubtOf({ today: clock.today(), now: clock.now() }, known)
      if (!found) {
        noteNewest()
        if (known.doubted !== null) {
          known.doubted = null
          remember()
        }
      } else if (known.doubted === null && known.newest !== null) {
        known.doubted = known.newest
        remember()
      }
      saw?.(known)
      return found
    },
    /** A person looked at the date and says that it is right. */
    confirm(day: Day): Result<null, WriteFailure | Failure<'clock.another-day'>> {
      if (day !== clock.today()) return err({ code: 'clock.another-day' })
      const newest = library.newestInstant()
      const confirmed = newest === null ? null : { day, newest }
      const written = library.write(() =>
        library.settings.set({ dateConfirmed: confirmed, dateDoubted: null }),
      )
      if (!written.ok) return written
      Object.assign(known, { newest, confirmed, doubted: null })
      saw?.(known)
      changes.changed([])
      return ok(null)
    },
  }
}
