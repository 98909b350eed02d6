import { addDays, daysBetween, earlierOf } from '../deadlines/days.ts'
import type { Firmness } from '../deadlines/deadline.ts'
import type { Message, Sentence } from '../i18n/message.ts'
import type { Day } from '../model/day.ts'
import type { LetterId } from '../model/letter.ts'
import type { DayAhead } from './days-ahead.ts'

/** A right asks for attention this many days before the date to send by; 0 is that date itself. */
const steps = [0, 1, 3, 7, 14] as const
type ReminderStep = (typeof steps)[number]

/**
 * One right of one letter with a deadline that is near. It asks from its step on, because nobody opens the
 * app on exactly that day.
 */
export type Reminder = {
  /** The same as long as letter, rule, and last day are: a date that moved is a new reminder. */
  key: string
  letter: LetterId
  notice: string
  title: Message
  /** The mail-by date; today if that has passed and the right is still open. */
  sendBy: Day
  /** The earlier of the printed and the counted last day that has not passed. */
  lastDay: Day
  /** From today to `sendBy`. */
  daysLeft: number
  step: ReminderStep
  /** When it would remind again if it is snoozed now; null: it can't be snoozed. */
  asksAgain: Day | null
  /** Depends on facts that no person has confirmed. */
  unconfirmed: boolean
  /** The printed and the counted date differ. */
  differs: boolean
  /** A right ends, the letter asks for it, or the date depends on something unconfirmed. */
  firmness: Firmness
  /** By when and how: `Mail it by ...`, `Call today.` */
  send: Sentence
}

/** The day until which each reminder is snoozed, by its key. */
export type Snoozes = Readonly<Record<string, Day>>

/**
 * The rights that need a reminder today, earliest first, and those a person has snoozed. Nothing can be
 * snoozed on or after the date to send by.
 */
export function remindersOf(
  dates: readonly DayAhead[],
  today: Day,
  snoozes: Snoozes,
): { due: Reminder[]; putOff: Reminder[] } {
  const near = dates
    .filter(({ deadline }) => !deadline.aside)
    .flatMap((right) => reminderOf(right, today) ?? [])
  const isPutOff = ({ key, asksAgain }: Reminder) => {
    const until = snoozes[key]
    return asksAgain !== null && until !== undefined && until > today
  }
  return { due: near.filter((each) => !isPutOff(each)), putOff: near.filter(isPutOff) }
}

/** null while the date to send by is further away than the first step. */
function reminderOf({ letter, notice, send, deadline }: DayAhead, today: Day): Reminder | null {
  const { rule, title, sendBy, unconfirmed, differs, firmness } = deadline
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
    send,
  }
}

function earlierLastDay({ printed, counted, lastDay }: DayAhead['deadline'], today: Day): Day {
  const known = [printed, counted?.lastDay ?? null].filter((day) => day !== null && day >= today) as Day[]
  return known.reduce(earlierOf, lastDay)
}
