import { z } from 'zod'
import { LawText } from '../i18n/message.ts'
import { CollectionAction } from '../model/appeal.ts'
import { Day } from '../model/day.ts'
import { AdviceParts, Step, StepParts } from './advice.ts'
import { Confidence, Right } from './rule.ts'

/** What every letter of the catalog has: its number, what kind of letter it is, and where it stands. */
const numbered = {
  code: z.string().regex(/^[A-Z]+\d+[A-Z]*$/, 'letters and digits only, such as CP504 or L2272C'),
  /** How the number is printed, e.g. `Letter 1058`. The first is the name on our screens. */
  printedAs: z.array(z.string()).min(1),
  title: LawText,
  /**
   * What the letter does to the reader, as a person would say it, in ten words at most: `Final warning before
   * the IRS takes wages or bank money`.
   */
  plainTitle: LawText,
  /** Where the letter is on the roadmap. */
  station: z.string(),
  /** The station comes from TAS (`tas`), from another source (`other`) or is our inference (`inferred`). */
  stationBasis: z.enum(['tas', 'other', 'inferred']),
  wherePrinted: z.enum(['box', 'footer', 'ltr-line', 'form']),
  /** The day on which this entry was last checked. */
  checked: Day,
  sources: z.array(z.string()).min(1),
}

const told = {
  ...numbered,
  audience: z.enum(['individual', 'business', 'both', 'third-party']),
  stage: z.string(),
  /** What it means for the reader, in our own words. */
  meaning: AdviceParts,
  howYouGotHere: LawText,
  /** What to do now, the most important first. */
  steps: z.array(Step).min(1).max(3),
  ifNothing: AdviceParts,
  /** What is still open after a missed day: no letter is a dead end. */
  ifLate: StepParts,
  rights: z.array(Right),
  doubts: LawText.nullable(),
  confidence: Confidence,
}

/** What few letters have, so that most entries leave it out. */
const seldom = {
  isCdpNotice: z.boolean(),
  /** The action that Form 9423 would be about; null where CAP does not fit. */
  action: CollectionAction.nullable(),
  /**
   * What "amount due" means on this letter: CP523 asks for the missed payments, not for the whole balance.
   */
  amountDueIs: z.enum(['balance', 'missedPayments']),
  /** Approvals and denials share this number; only a denial can be appealed. */
  onlyRefusalIsAppealable: z.boolean(),
  /** Related forms and publications, by their printed names. */
  forms: z.array(LawText),
  publications: z.array(LawText),
  /**
   * Codes of earlier notices whose amount and answer date this one replaces; open rights of those stay open.
   */
  replaces: z.array(z.string()),
  /** Numbers of the same notice in Spanish, each named by a source: `CP623` is CP523. */
  spanishNumbers: z.array(z.string()),
  /**
   * The notice's own page or text, one of `sources`, and the date on which somebody read it. null: nobody
   * read it, or the date is unknown; then the confidence is not high.
   */
  ownText: z.strictObject({ source: z.string(), readOn: Day }).nullable(),
}

const written = {
  ...told,
  isCdpNotice: seldom.isCdpNotice.default(false),
  action: seldom.action.default(null),
  amountDueIs: seldom.amountDueIs.default('balance'),
  onlyRefusalIsAppealable: seldom.onlyRefusalIsAppealable.default(false),
  forms: seldom.forms.default([]),
  publications: seldom.publications.default([]),
  replaces: seldom.replaces.default([]),
  spanishNumbers: seldom.spanishNumbers.default([]),
  ownText: seldom.ownText.default(null),
}

/** A letter that is known in full. */
export const Notice = z.object({
  ...written,
  /** The folder that holds the entry: `levy`. */
  family: z.string(),
  /** The code of the entry that this one is a variant of. */
  variantOf: z.string().nullable().default(null),
  /** Spanish numbers by inference; filled from `spanishSeries` when the law is loaded. */
  spanishByRule: z.array(z.string()).default([]),
})
export type Notice = z.infer<typeof Notice>

/**
 * A letter of which only the number and the kind are known. It says what kind of letter it is, where it
 * stands, and whom to ask; it can hold no right and no day.
 */
export const NamedLetter = z.strictObject({
  kind: z.literal('byName'),
  ...numbered,
  /** Whom to ask: the number on the letter, the person it names, or somebody who knows business tax. */
  ask: z.enum(['phone', 'person', 'adviser']),
  doubts: LawText.nullable().default(null),
  confidence: z.literal('low'),
  /** The folder that holds the entry. */
  family: z.string(),
})
export type NamedLetter = z.infer<typeof NamedLetter>

/** A day that the person who wrote the entry worked out with a calendar; the suite compares. */
export const WorkedExample = z.strictObject({
  /** The rule of a right of this entry. */
  rule: z.string(),
  /** The day that its clock starts from: the date of the letter, or of what the rule names. */
  from: Day,
  lastDay: Day,
  /** The day by which to mail it to be safe. */
  mailBy: Day,
})
export type WorkedExample = z.infer<typeof WorkedExample>

/** Another number of the same letter: only what differs. All else is as in the entry that holds it. */
const NoticeVariant = z.strictObject({
  ...z.object({ ...told, ...seldom }).partial().shape,
  code: numbered.code,
  printedAs: numbered.printedAs,
  title: LawText,
  plainTitle: LawText,
  worked: z.array(WorkedExample).default([]),
})

/** A full entry as its file holds it. */
export const NoticeEntry = z.strictObject({
  kind: z.literal('full').default('full'),
  ...written,
  /** Other numbers of the same letter, such as CP21B for CP21A. */
  variants: z.array(NoticeVariant).default([]),
  /** One for each right with a count, worked out by hand. */
  worked: z.array(WorkedExample).default([]),
})
export type NoticeEntry = z.infer<typeof NoticeEntry>

/** An entry by name as its file holds it; `also`: other numbers of the same kind. */
export const NamedEntry = z.strictObject({
  ...NamedLetter.omit({ family: true }).shape,
  also: z
    .array(
      z
        .strictObject({
          code: numbered.code,
          printedAs: numbered.printedAs,
          title: LawText.optional(),
          plainTitle: LawText.optional(),
        })
        .refine(({ title, plainTitle }) => (title === undefined) === (plainTitle === undefined), {
          error: 'a title of its own needs a plainTitle of its own',
        }),
    )
    .default([]),
})
export type NamedEntry = z.infer<typeof NamedEntry>
