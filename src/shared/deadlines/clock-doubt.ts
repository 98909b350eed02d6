import { type Sentence, say } from '../i18n/message.ts'
import type { ClockDoubt } from '../model/clock-doubt.ts'
import { Day } from '../model/day.ts'
import { addDays, addYears } from './days.ts'

/** When records were stored in a library, and what a person confirmed about those times. */
export type KnownTime = {
  /** ISO instant of the newest record; null: nothing has been stored yet. */
  newest: string | null
  /** A person said on `day` that the date was right, when `newest` was the newest record. */
  confirmed: { day: Day; newest: string } | null
  /** The newest record when the doubt began. Records stored during a doubt do not end it. */
  doubted: string | null
}

/** Milliseconds: clocks are adjusted by seconds or minutes all the time. */
const drift = 60 * 60_000

/** Why the date of this computer may be wrong; null: no reason to doubt it. */
export function clockDoubtOf(
  { today, now }: { today: Day; now: string },
  known: KnownTime,
): ClockDoubt | null {
  const { newest, confirmed } = known
  const instant = known.doubted ?? newest
  if (instant === null) return null
  const isConfirmed = confirmed !== null && confirmed.newest === instant
  const from = isConfirmed ? confirmed.day : dayOf(instant)
  const isBefore = !isConfirmed && Date.parse(now) < Date.parse(instant) - drift
  // In another time zone it may still be the day before; only a difference of two days proves anything.
  if (isBefore || addDays(today, 1) < from) return { kind: 'earlier', today, newest: from }
  return today > addYears(from, 1) ? { kind: 'longAfter', today, newest: from } : null
}

const dayOf = (instant: string): Day => Day.parse(instant.slice(0, 10))

/** The one sentence about a doubtful date, the same on screens and papers. */
export const doubtWords = ({ kind, today, newest }: ClockDoubt): Sentence =>
  say(`clock.${kind}`, { today, newest })

/** Added to each right that is shown as open or passed while the date is in doubt: `if today is ...`. */
export const ifTodayWords = ({ today }: ClockDoubt): Sentence => say('clock.ifToday', { today })
