import { type Sentence, say } from '../i18n/message.ts'
import type { ClockDoubt } from '../model/clock-doubt.ts'
import { Day } from '../model/day.ts'
import { addDays, addYears } from './days.ts'

/** The instants that a library has kept, and what a person said about them. */
export type KeptTime = {
  /** ISO instant of the newest record; null: nothing is kept yet. */
  newest: string | null
  /** A person said on `day` that the date was right, when `newest` was the newest record. */
  confirmed: { day: Day; newest: string } | null
  /** The newest record when the doubt began. What is kept during a doubt does not end it. */
  doubted: string | null
}

/** Milliseconds: clocks are set right by seconds or minutes all the time. */
const drift = 60 * 60_000

/** What speaks against the date of this computer; null: nothing does. */
export function clockDoubtOf({ today, now }: { today: Day; now: string }, kept: KeptTime): ClockDoubt | null {
  const { newest, confirmed } = kept
  const instant = kept.doubted ?? newest
  if (instant === null) return null
  const isConfirmed = confirmed !== null && confirmed.newest === instant
  const from = isConfirmed ? confirmed.day : dayOf(instant)
  const isBefore = !isConfirmed && Date.parse(now) < Date.parse(instant) - drift
  // East and west of here it may be the day before: only two days are proof.
  if (isBefore || addDays(today, 1) < from) return { kind: 'earlier', today, newest: from }
  return today > addYears(from, 1) ? { kind: 'longAfter', today, newest: from } : null
}

const dayOf = (instant: string): Day => Day.parse(instant.slice(0, 10))

/** The one sentence about a doubtful date, on screens and papers alike. */
export const doubtWords = ({ kind, today, newest }: ClockDoubt): Sentence =>
  say(`clock.${kind}`, { today, newest })

/** What is added to each right that is told as open or over while the date is in doubt: `if today is ...`. */
export const ifTodayWords = ({ today }: ClockDoubt): Sentence => say('clock.ifToday', { today })
