import type { LawText, Message } from '../i18n/message.ts'
import type { ClockStart, Program } from '../law/law.ts'
import type { Day } from './day.ts'

/** One step of the arithmetic, to be shown so that anyone can count along. */
export type CountStep = {
  day: Day
  counted: number | null
  /** `start`: not counted itself; `off`: skipped; `on`: moved on to this day. */
  kind: 'start' | 'startBack' | 'businessDay' | 'off' | 'days' | 'years' | 'back' | 'on'
  /** For `off` this day, for `on` the day before: the name of its holiday, or null for a weekend. */
  holiday?: LawText | null
}

export type CountedDays = {
  /** The last day on which the act is in time, by our count. */
  lastDay: Day
  /**
   * Safe and never later than `lastDay`: weekends only, no roll forward, moved back to a working day (rule T-9).
   * null for a duty of the IRS.
   */
  sendBy: Day | null
  steps: CountStep[]
}

/**
 * `hard`: a right ends with the day. `soft`: the letter asks for something by then. `estimated`: the day rests on something
 * unconfirmed.
 */
export type Firmness = 'hard' | 'soft' | 'estimated'

/** A right or duty with its window on one letter. Computed, never stored. */
export type Deadline = {
  /** Rule id; `printed` where only the letter's own date is known, `none` where no rule counts from this letter. */
  rule: string
  program: Program
  title: Message
  /** Its number, or what takes its place: `letter or phone call`. */
  form: LawText | null
  actor: 'taxpayer' | 'irs'
  /** What the clock runs from, and the day if it is known. */
  start: { kind: ClockStart; day: Day } | { kind: ClockStart; day: null }
  /** The day printed on the letter for this right. */
  printed: Day | null
  counted: CountedDays | null
  /**
   * Printed beats counted; null when neither is known. While the printed day is over and the counted one is not, this
   * is the counted one: a right is not called late before both are over.
   */
  lastDay: Day | null
  /**
   * The earlier of all, moved back to a working day; reminders and checklists use it. Today once that day is over and
   * the right is still open.
   */
  sendBy: Day | null
  /** The printed and the counted day disagree: show both. */
  differs: boolean
  /**
   * `unknown`: a date is missing (`start.kind` says which). `notStarted`: what starts it has not happened yet (for an
   * equivalent hearing: the time for CDP is still running). `noClock`: no count is published. `passed`: a duty of the
   * IRS whose day is over; the taxpayer is not late. `met`: done in time, on `metOn`; then nothing is left to send.
   */
  state: 'open' | 'lastDay' | 'late' | 'passed' | 'unknown' | 'notStarted' | 'noClock' | 'met'
  /** The day on which the person did in time what this clock asks for. */
  metOn: Day | null
  /** From today to `lastDay`; negative when it is over. */
  daysLeft: number | null
  firmness: Firmness
  /** What the last day ends, whether or not it is estimated: a right, or only the time that the letter asked for. */
  ends: 'right' | 'request'
  /** How it is done: what is done by phone or online is never asked to be sent. */
  by: 'mail' | 'call' | 'online'
  /** What an estimated day rests on; empty for the others. */
  doubts: Message[]
  /** What can move the day or excuse a late act, as its rules say it: a disaster, a deployment. Nobody assumes it. */
  movedBy: LawText[]
  /** For few people, and not what the letter is about: innocent spouse relief on the notice that starts its time. */
  aside: boolean
  /** Rests on facts that no person has confirmed. */
  unconfirmed: boolean
  unverified: boolean
  courtReview: boolean
  /** What stands still while this right is used; null where we do not know. */
  pauses: LawText | null
  onlyIf: LawText | null
  note: Message
  ifMissed: LawText | null
  citation: Message
}

/** The last day is the letter's own. A printed day that is over gives way to a count that still runs; then it is not. */
export const isPrinted = ({ printed, lastDay }: Pick<Deadline, 'printed' | 'lastDay'>): boolean =>
  printed !== null && printed === lastDay

/** A letter set on a station, with the reasons that decided it. `ask`: what the number alone does not tell. */
export type Placement =
  | { kind: 'placed'; station: string; because: Message[]; ask: Message | null }
  | { kind: 'unknown'; because: Message[]; ask: Message }

/** One of the three questions that decide the route; `because`: the windows that answered it. */
export type AppealQuestion = {
  id: 'hearing' | 'equivalentHearing' | 'action'
  ask: Message
  answer: 'yes' | 'no' | 'unknown'
  because: Message[]
}

/** The route that fits now, what it gives up, and why; `unknown` says what to ask. */
export type AppealChoice = { questions: AppealQuestion[] } & (
  | {
      route: 'CDP' | 'EH' | 'CAP' | 'IA-appeal'
      form: '12153' | '9423'
      because: Message[]
      givesUp: Message[]
      also: Message[]
    }
  | { route: 'other'; form: null; because: Message[]; givesUp: Message[]; also: Message[] }
  | { route: 'unknown'; form: null; because: Message[]; ask: Message[] }
)
