import { clockDoubtOf, doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import { createKnownTimes } from '../../app/known-times.ts'
import { dataFolder, libraryFile } from '../folders.ts'
import { systemClock } from '../system-clock.ts'
import { warn } from './print.ts'

/**
 * Says what the person's own library knows against today's date, for a command that opens no library. A day that was given is
 * not doubted.
 */
export function warnOfClock({ today }: { today?: string } = {}): ClockDoubt | null {
  if (today) return null
  const now = { today: systemClock.today(), now: systemClock.now() }
  const doubt = clockDoubtOf(now, createKnownTimes(dataFolder()).of(libraryFile()))
  if (doubt) warn(`${english(doubtWords(doubt))}\nIf the date is right: waymark today --right ${doubt.today}`)
  return doubt
}
