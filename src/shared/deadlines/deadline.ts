import type { LawText, Message } from '../i18n/message.ts'
import type { ClockStart, Program, Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { SendHow, SendsBy } from '../model/sending.ts'
import type { Situation } from '../model/special.ts'

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
  /** The last day on which the act is on time, by our count. */
  lastDay: Day
  /**
   * The last day less a margin (rules SEND-...), and never later than the same count that skips weekends only
   * (rule T-9). null for a duty of the IRS.
   */
  sendBy: Day | null
  steps: CountStep[]
}

/**
 * `hard`: a right ends on this date. `soft`: the letter asks for something by then. `estimated`: the date
 * depends on something unconfirmed.
 */
export type Firmness = 'hard' | 'soft' | 'estimated'

/** A right or duty with its time limit on one letter. Computed, never stored. */
export type Deadline = {
  /** Rule id; `printed` where only the letter's own date is known, `none` where no rule counts from this letter. */
  rule: string
  program: Program
  title: Message
  /** Its number, or what replaces it: `letter or phone call`. */
  form: LawText | null
  actor: 'taxpayer' | 'irs'
  /** What the deadline counts from, and the date if it is known. */
  start: { kind: ClockStart; day: Day } | { kind: ClockStart; day: null }
  /** The date printed on the letter for this right. */
  printed: Day | null
  counted: CountedDays | null
  /**
   * Printed beats counted; null when neither is known. If the printed date has passed and the counted one has
   * not, this is the counted one: a right is not late before both have passed.
   */
  lastDay: Day | null
  /**
   * By when to send, call, or do it, so that nothing can go wrong; the earlier one where the letter prints another
   * day than we count. Today, or the next day a post office opens, if that has passed and the right is open.
   */
  sendBy: Day | null
  /** How it is sent by then; null where there is no such day, or where it has passed. */
  how: SendHow | null
  /** What makes it timely. */
  sendsBy: SendsBy
  /** The letter should print this last day, and none is known: only the count is. */
  lacksPrinted: boolean
  /** The printed and the counted date differ: show both. */
  differs: boolean
  /**
   * `unknown`: a date is missing (`start.kind` says which). `notStarted`: what starts it has not happened yet
   * (for an equivalent hearing: the time for CDP is still running). `noClock`: no count is published.
   * `passed`: a duty of the IRS whose date has passed; the taxpayer is not late. `met`: done on time, on
   * `metOn`; nothing is left to send.
   */
  state: 'open' | 'lastDay' | 'late' | 'passed' | 'unknown' | 'notStarted' | 'noClock' | 'met'
  /** The date on which the person did what this deadline asks for, on time. */
  metOn: Day | null
  /** From today to `lastDay`; negative when it has passed. */
  daysLeft: number | null
  firmness: Firmness
  /** What ends with the last day, estimated or not: a right, or only the time the letter gave. */
  ends: 'right' | 'request' | 'hold'
  /** How it is done: what is done by phone, online, or by the person alone is never shown as something to mail. */
  by: Rule['by']
  /** Where and how it is done, where a letter to the IRS is not enough: a Tax Court petition. */
  howTo: LawText[]
  /**
   * How the last day is kept: postmarks, carriers, what counts on the day it arrives, mail from abroad, the clock of the
   * Tax Court. Empty for what is done by phone or online.
   */
  onTime: LawText[]
  /** What our count leaves out, where the law could move the day on: the holidays of a single state. */
  notCounted: LawText | null
  /** What an estimated date depends on; empty for the others. */
  doubts: Message[]
  /**
   * What can move the date or excuse a late act, as its rules say: a disaster, a deployment. Never assumed to
   * apply.
   */
  movedBy: LawText[]
  /** What applies because the person said so: it moved the date, may excuse being late, or limits the right. */
  applies: { statement: LawText; citation: LawText }[]
  /** The last day without what moved it; null: nothing moved it. The date to send by still follows this one. */
  movedFrom: Day | null
  /** The rule whose last day this one takes the place of, for people in its situation: 150 days instead of 90. */
  insteadOf: string | null
  /** For people in this situation only, and nobody has said yet whether they are: until then the other day counts. */
  awaits: Situation | null
  /**
   * Late, but never told as final. `ask`: not everything that could move the date or excuse being late was answered.
   * `notice`: a notice of the IRS can give more time. `excuse`: what the person said may excuse being late.
   */
  notFinal: 'ask' | 'notice' | 'excuse' | null
  /** Why it may not be the person's right at all: the one hearing about this tax and year was already held. */
  isNarrowed: boolean
  /**
   * Applies to few people, and is not what the letter is about: innocent spouse relief on the notice that
   * starts its time.
   */
  aside: boolean
  /** Based on facts that no person has confirmed. */
  unconfirmed: boolean
  unverified: boolean
  courtReview: boolean
  /** What is paused while this right is used; null where we do not know. */
  pauses: LawText | null
  onlyIf: LawText | null
  note: Message
  ifMissed: LawText | null
  citation: Message
}

/**
 * The last day is the one printed on the letter. A printed date that has passed gives way to a count that
 * still runs; then this is false.
 */
export const isPrinted = ({ printed, lastDay }: Pick<Deadline, 'printed' | 'lastDay'>): boolean =>
  printed !== null && printed === lastDay

/**
 * The day is that on which the IRS can act, and the collection appeal itself stays open after it. No letter asks for an
 * appeal by then.
 */
export const isPractical = ({ program, ends }: Pick<Deadline, 'program' | 'ends'>): boolean =>
  program === 'CAP' && ends === 'request'
