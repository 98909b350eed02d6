import type { DatedRight } from '../appeals/next-dates.ts'
import type { Message } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import type { Firmness } from '../model/deadline.ts'
import type { LetterId } from '../model/letter.ts'
import { addDays, daysBetween, earlierOf } from './days.ts'

/** So many days before the day to send, a right asks for attention; 0 is that day itself. */
const steps = [0, 1, 3, 7, 14] as const
export type ReminderStep = (typeof steps)[number]

/** One right of one letter that comes near. It asks from its step on, since nobody opens the app on just that day. */
export type Reminder = {
  /** Stays the same while letter, rule and last day do: a day that moved is a new reminder. */
  key: string
  letter: LetterId
  notice: string
  title: Message
  /** The safe day; today once it is over and the right is still open. */
  sendBy: Day
  /** The earlier of the printed and the counted last day that is not over. */
  lastDay: Day
  /** From today to `sendBy`. */
  daysLeft: number
  step: ReminderStep
  /** When it would ask again by itself if it is put off now; null: it cannot be put off. */
  asksAgain: Day | null
  /** Rests on facts that no person has confirmed. */
  unconfirmed: boolean
  /** The printed and the counted day disagree. */
  differs: boolean
  /** A right ends, the letter asks for it, or the day rests on something unconfirmed. */
  firmness: Firmness
  by: DatedRight['deadline']['by']
}

/** Until which day each reminder is put off, by its key. */
export type Snoozes = Readonly<Record<string, Day>>

/**
 * The rights that ask for a reminder today, soonest first, and those that a person has put off. Nothing can be put off on
 * the day to send or after it.
 */
export function remindersOf(
  dates: readonly DatedRight[],
  today: Day,
  snoozes: Snoozes,
): { due: Reminder[]; putOff: Reminder[] } {
  const near = dates.flatMap((right) => reminderOf(right, today) ?? [])
  const isPutOff = ({ key, asksAgain }: Reminder) => {
    const until = snoozes[key]
    return asksAgain !== null && until !== undefined && until > today
  }
  return { due: near.filter((each) => !isPutOff(each)), putOff: near.filter(isPutOff) }
}

/** null while the day to send is further away than the first step. */
function reminderOf({ letter, notice, deadline }: DatedRight, today: Day): Reminder | null {
  const { rule, title, sendBy, unconfirmed, differs, firmness, by } = deadline
  const daysLeft = Math.max(0, daysBetween(today, sendBy))
  const step = steps.find((each) => daysLeft <= each)
  if (step === undefined) return null
  const lastDay = earlierLastDay(deadline, today)
  return {
    key: `${letter.id} ${rule} ${lastDay}`,
    letter: letter.id,
    notice,
    title,
    sendBy,
    lastDay,
    daysLeft,
    step,
    asksAgain: daysLeft === 0 ? null : addDays(sendBy, -(steps[steps.indexOf(step) - 1] ?? 0)),
    unconfirmed,
    differs,
    firmness,
    by,
  }
}

function earlierLastDay({ printed, counted, lastDay }: DatedRight['deadline'], today: Day): Day {
  const known = [printed, counted?.lastDay ?? null].filter((day) => day !== null && day >= today) as Day[]
  return known.reduce(earlierOf, lastDay)
}
