import type { Deadline, Firmness } from '../deadlines/deadline.ts'
import type { Message, Sentence } from '../i18n/message.ts'
import type { Program } from '../law/law.ts'
import type { Day } from '../model/day.ts'

/**
 * How a letter stands today. `near`: seven days or fewer. `lateNextOpen`: a right has passed, and another is left.
 * `allOver`: none is left. `answerOverdue`: the letter asked for something by a day that has passed, and no right ended.
 * `irsOverdue`: what was sent should have been answered by now. `replaced`: a newer letter counts.
 */
export type TellingState =
  | 'reading'
  | 'locked'
  | 'unreadable'
  | 'notIrs'
  | 'unknownNumber'
  | 'open'
  | 'near'
  | 'lastDay'
  | 'lateNextOpen'
  | 'allOver'
  | 'answerOverdue'
  | 'sent'
  | 'irsOverdue'
  | 'replaced'
  | 'done'

/**
 * How one right stands. `later`: it opens when another has passed, or after something that has not happened.
 * `unknown`: a date that decides is missing. `done`: used on time, or no longer needed.
 */
export type RightState = 'open' | 'later' | 'over' | 'unknown' | 'done'

/** Something that is said, with the right it speaks of and how that right stands; both null where it speaks of none. */
export type Said = { text: Message; right: string | null; state: RightState | null }

/** What is left of a right. `until`: its last day, also of one that has passed; null where none is known. */
export type RightLeft = {
  right: string
  program: Program
  title: Message
  /** The paper it takes, as the law files name it: `12153`. */
  form: Message | null
  until: Day | null
  /** What `until` is worth; null where there is none. */
  firmness: Firmness | null
  open: boolean
  state: RightState
  /** The one sentence about it: until when, or that it has passed. */
  text: Message
  /** By when and how to send it: `Mail it by ...`; null where it is not open or has no day. */
  send: Sentence | null
  /** How its day was counted. */
  deadline: Deadline
}

/**
 * What can be done about a letter, by which calls, checklists, and packets differ. `officer`, `phone`, `advisory`: a
 * collection appeal, by who took the action. `audit`: an answer with proof. `late`: a right has passed and no appeal
 * is left. `answer`: do what the letter asks.
 */
export type Road =
  | 'hearing'
  | 'equivalentHearing'
  | 'planAppeal'
  | 'officer'
  | 'phone'
  | 'advisory'
  | 'audit'
  | 'late'
  | 'answer'

/** Everything that is said about a letter on one day. Every screen, paper, and command speaks from it. */
export type Telling = {
  state: TellingState
  road: Road
  /** Nobody has compared the facts with the paper yet. */
  unchecked: boolean
  /** In our words. */
  title: Message
  /** `CP504`, and what the IRS calls it; null where the number is unknown. */
  name: string | null
  officialTitle: Message | null
  /** From today to `lastDay`. */
  daysLeft: number | null
  /** When to mail what is due; null where nothing is mailed, or nothing is due. */
  mailBy: Day | null
  lastDay: Day | null
  /** What `lastDay` is worth: a right ends with it, the letter only asks for something, or it is an estimate. */
  firmness: Firmness | null
  /** The right that these days belong to. */
  right: string | null
  /** `9 days left. Mail it by ... The last day is ...`; null where no day is known. */
  when: Said | null
  /**
   * The same beside a next step that says when to send it: what has passed comes before that step, and the last day after it.
   * null: the step does not say when.
   */
  aroundStep: { late: Said | null; lastDay: Said } | null
  nextStep: Said
  /** The next step first. */
  steps: Said[]
  /** Where and how it is done, where a letter to the IRS is not enough: a Tax Court petition. */
  howTo: Said[]
  meaning: Said[]
  ifNothing: Said | null
  left: RightLeft[]
  /** Why this may be wrong: unchecked facts, a strange date. */
  doubts: Said[]
  /** Who said so: the letter itself, or our count by a rule. */
  source: Message | null
  /** All that is said above, in order. */
  sentences: Said[]
}
