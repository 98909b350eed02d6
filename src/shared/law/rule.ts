import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { CaseEventKind, LoggedKind } from '../model/case-event.ts'
import { Day } from '../model/day.ts'
import { sendWays } from '../model/sending.ts'
import { Situation } from '../model/special.ts'

/** How far a fact can be trusted. */
export const Confidence = z.enum(['high', 'medium', 'low'])

/**
 * What a deadline counts from: a date printed on the letter, an event, or the due date of the return for the tax
 * year on the letter.
 */
export const ClockStart = z.union([
  z.enum(['noticeDate', 'respondByDate', 'terminationDate', 'returnDue']),
  CaseEventKind,
])
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
  /** The action in a few words and its form, for a rule that is shown on its own (conference track). */
  title: LawText.nullable(),
  form: LawText.nullable(),
  /** The rule in our own words. */
  statement: LawText,
  start: ClockStart.nullable(),
  /** For a start of `returnDue`: the day of the next year on which the return for a tax year is due. */
  returnDue: z
    .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
    .nullable()
    .default(null),
  count: Count.nullable(),
  /** A last day on a Saturday, Sunday, or legal holiday moves forward (IRC 7503). */
  rolls: z.boolean(),
  actor: z.enum(['taxpayer', 'irs']),
  ifMissed: LawText.nullable(),
  /** What satisfies this deadline if it happens on time; any one of them. */
  metBy: z.array(LoggedKind).default([]),
  /**
   * The deadline no longer applies once one of these rules was satisfied: nobody waits for a call after the
   * form was mailed.
   */
  closedOnceMet: z.array(z.string()).default([]),
  /**
   * `right`: a right ends with the last day. `request`: the letter asks for something by then, and no right
   * ends with it; being late is never shown as a lost right.
   */
  ends: z.enum(['right', 'request', 'hold']).default('right'),
  /**
   * How it is done. What is done by phone, online, or by the person alone (`do`: a business begins to withhold) is never
   * shown as something to mail.
   */
  by: z.enum(['mail', 'call', 'online', 'do']).default('mail'),
  /**
   * Rules that can move the last day or excuse a late act: a disaster, a deployment, a bankruptcy. They are
   * never assumed to apply.
   */
  movedBy: z.array(z.string()).default([]),
  /** Rules that can take this right away, such as a hearing that was already held; shown once a person says so. */
  narrowedBy: z.array(z.string()).default([]),
  /**
   * The rule applies in these situations, if a person says yes to one of them. On a rule that counts days: its
   * right is for people in this situation only.
   */
  situations: z.array(Situation).default([]),
  /** In one of its situations it counts instead of this rule: 150 days instead of 90 for a letter addressed abroad. */
  insteadOf: z.string().nullable().default(null),
  /**
   * How it moves a last day. `toItsEnd`: a last day within the period moves to its end, so many days after the later
   * of the two dates of the answer. `notCounted`: the period and so many days after it do not count.
   */
  moves: z
    .strictObject({ how: z.enum(['toItsEnd', 'notCounted']), days: z.int().positive() })
    .nullable()
    .default(null),
  /**
   * What makes a mailed act timely, as a source says: its postmark or its arrival. null: no source says, and
   * arrival is assumed.
   */
  countsBy: z.enum(['postmark', 'arrival']).nullable().default(null),
  /** It cannot be sent sooner than this after the start: nobody waits for a call that still may come. */
  opensAfter: z.strictObject({ businessDays: z.int().positive() }).nullable().default(null),
  /** On the rules SEND-...: how many business days before the last day to send what counts in this way. */
  margin: z
    .strictObject({ of: z.enum(sendWays), businessDays: z.int().nonnegative() })
    .nullable()
    .default(null),
  /** The text is unclear by this many days, so `sendBy` is that much earlier. */
  sendEarlierDays: z.int().positive().optional(),
  /** What starts the clock happened before the day that it is counted from, so the true last day is earlier: an estimate. */
  startsEarlier: z.boolean().default(false),
  /** A letter with this right prints its last day; where none is known, our count is an estimate. */
  printsLastDay: z.boolean().default(false),
  citation: LawText,
  confidence: Confidence,
  /** Keys of `Law.sources`. */
  sources: z.array(z.string()).min(1),
})
export type Rule = z.infer<typeof Rule>

export const Program = z.enum(['CDP', 'EH', 'CAP', 'IA-appeal', 'tax-court', 'other'])
export type Program = z.infer<typeof Program>

export const Right = z.strictObject({
  program: Program,
  /** Short name for the screen: `Collection Due Process hearing`. */
  title: LawText,
  form: LawText.nullable().default(null),
  /**
   * The rule of the time limit; its `count` is null where none is published. null: no rule counts from this
   * letter.
   */
  rule: z.string().nullable(),
  /** Rules of the conference track; they apply once the conference was requested or held. */
  conferenceRules: z.array(z.string()).default([]),
  /** The letter may print the last day of this right, and then the printed date wins. */
  printedDateWins: z.boolean(),
  /** Letters dated before this day do not print it yet; a date printed on them is one to pay or answer by. */
  printedSince: Day.optional(),
  onlyIf: LawText.nullable().default(null),
  note: LawText,
  /** What is paused while this right is used, by law or by practice; null where we do not know. */
  pauses: LawText.nullable().default(null),
  /**
   * The right no longer applies once this rule was satisfied: an equivalent hearing, once CDP was requested
   * on time.
   */
  closedOnceMet: z.string().nullable().default(null),
  courtReview: z.boolean().default(false),
  authority: LawText,
  /**
   * Applies to few people, and is not what the letter is about: shown with the rights, but does not keep a
   * letter on the to-do list.
   */
  aside: z.boolean().default(false),
  /** From memory, not read in a source: shown as such. */
  unverified: z.boolean().default(false),
  /** Why its day is only an estimate on this letter, whatever the rule says; a whole sentence. */
  doubt: LawText.nullable().default(null),
})
export type Right = z.infer<typeof Right>
