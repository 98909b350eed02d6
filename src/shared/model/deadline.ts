import type { ClockStart, Program } from '../law/law.ts'
import type { Day } from './day.ts'

/** One step of the arithmetic, to be shown: `2026-11-26 Thu: Thanksgiving Day, not a business day`. */
export type CountStep = { day: Day; counted: number | null; why: string }

export type CountedDays = {
  /** The last day on which the act is in time, by our count. */
  lastDay: Day
  /** Safe and never later than `lastDay`: weekends only, no roll forward, moved back to a working day (rule T-9). */
  sendBy: Day
  steps: CountStep[]
}

/** A right or duty with its window on one letter. Computed, never stored. */
export type Deadline = {
  /** Rule id, or `printed` where only the letter's own date is known. */
  rule: string
  program: Program
  title: string
  form: string | null
  actor: 'taxpayer' | 'irs'
  /** What the clock runs from, and the day if it is known. */
  start: { kind: ClockStart; day: Day } | { kind: ClockStart; day: null }
  /** The day printed on the letter for this right. */
  printed: Day | null
  counted: CountedDays | null
  /** Printed beats counted for display; null when neither is known. */
  lastDay: Day | null
  /** The earlier of all, moved back to a working day; reminders and checklists use it. */
  sendBy: Day | null
  /** The printed and the counted day disagree: show both. */
  differs: boolean
  /** `unknown`: a date is missing (`start.kind` says which). `notStarted`: what starts it has not happened yet. */
  state: 'open' | 'lastDay' | 'late' | 'unknown' | 'notStarted' | 'noClock'
  daysLeft: number | null
  /** Rests on facts that no person has confirmed. */
  unconfirmed: boolean
  unverified: boolean
  courtReview: boolean
  onlyIf: string | null
  note: string
  ifMissed: string | null
  citation: string
}

/** A letter set on a station, with the reasons that decided it. */
export type Placement =
  | { kind: 'placed'; station: string; because: string[] }
  | { kind: 'unknown'; because: string[]; ask: string }

/** The road that fits now, what it gives up, and why; `unknown` says what to ask. */
export type AppealChoice =
  | {
      road: 'CDP' | 'EH' | 'CAP' | 'IA-appeal'
      form: '12153' | '9423'
      because: string[]
      givesUp: string[]
      also: string[]
    }
  | { road: 'other'; form: null; because: string[]; givesUp: string[]; also: string[] }
  | { road: 'unknown'; form: null; because: string[]; ask: string[] }
