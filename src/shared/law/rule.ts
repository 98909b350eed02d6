import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { CaseEventKind, LoggedKind } from '../model/case-event.ts'
import { Day } from '../model/day.ts'

/** How far a fact may be believed. */
export const Confidence = z.enum(['high', 'medium', 'low'])

/** What starts a clock: a date printed on the letter, or something that happened. */
export const ClockStart = z.union([z.enum(['noticeDate', 'respondByDate', 'terminationDate']), CaseEventKind])
export type ClockStart = z.infer<typeof ClockStart>

/** Days, business days and years never mix. `afterBusinessDays`: first count that many business days. */
export const Count = z.union([
  z.object({ days: z.int().positive(), afterBusinessDays: z.int().positive().optional() }).strict(),
  z.object({ businessDays: z.int().positive() }).strict(),
  z.object({ years: z.int().positive(), afterBusinessDays: z.int().positive().optional() }).strict(),
  /** Backward: the last day lies so many days before the start (an appeal before a sale). */
  z.object({ daysBefore: z.int().positive() }).strict(),
])
export type Count = z.infer<typeof Count>

export const Rule = z.object({
  id: z.string(),
  /** The act in a few words and its form, for a rule that stands for itself on the screen (conference track). */
  title: LawText.nullable(),
  form: LawText.nullable(),
  /** The rule in our own words. */
  statement: LawText,
  start: ClockStart.nullable(),
  count: Count.nullable(),
  /** A last day on a Saturday, Sunday or legal holiday moves on (IRC 7503). */
  rolls: z.boolean(),
  actor: z.enum(['taxpayer', 'irs']),
  ifMissed: LawText.nullable(),
  /** What meets this clock when it happens in time; any one of them. */
  metBy: z.array(LoggedKind).default([]),
  /** The clock falls away once one of these rules was met: nobody waits for a call after the form went out. */
  closedOnceMet: z.array(z.string()).default([]),
  /**
   * `right`: a right ends with the last day. `request`: the letter asks for something by then, and no right ends with it;
   * being late is never told as a right that was lost.
   */
  ends: z.enum(['right', 'request']).default('right'),
  /** How it is done. What is done by phone or online is never asked to be sent. */
  by: z.enum(['mail', 'call', 'online']).default('mail'),
  /** Rules that can move the last day or excuse a late act: a disaster, a deployment, a bankruptcy. Nobody assumes them. */
  movedBy: z.array(z.string()).default([]),
  /** The text is unclear by so many days: `sendBy` is set that much earlier. */
  sendEarlierDays: z.int().positive().optional(),
  citation: LawText,
  confidence: Confidence,
  /** Keys of `Law.sources`. */
  sources: z.array(z.string()).min(1),
})
export type Rule = z.infer<typeof Rule>

export const Program = z.enum(['CDP', 'EH', 'CAP', 'IA-appeal', 'tax-court', 'other'])
export type Program = z.infer<typeof Program>

export const Right = z.object({
  program: Program,
  /** Short name for the screen: `Collection Due Process hearing`. */
  title: LawText,
  form: LawText.nullable(),
  /** The rule of the window; its `count` is null where none is published. null: no rule counts from this letter. */
  rule: z.string().nullable(),
  /** Rules of the conference track; they run once the conference was asked for or held. */
  conferenceRules: z.array(z.string()),
  /** The letter may print the last day of this right, and the printed day wins. */
  printedDateWins: z.boolean(),
  /** Letters dated before this day do not print it yet; a day printed on them is one to pay or to answer. */
  printedSince: Day.optional(),
  onlyIf: LawText.nullable(),
  note: LawText,
  /** What stands still while this right is used, and by law or by practice; null where we do not know. */
  pauses: LawText.nullable(),
  /** The right falls away once this rule's clock was met: an equivalent hearing, once CDP was asked for in time. */
  closedOnceMet: z.string().nullable().default(null),
  courtReview: z.boolean(),
  authority: LawText,
  /** For few people, and not what the letter is about: shown with the rights, but it keeps no letter in what is to do. */
  aside: z.boolean().default(false),
  /** Recalled, not read in a source: shown as such. */
  unverified: z.boolean(),
})
export type Right = z.infer<typeof Right>
