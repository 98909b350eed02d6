import { z } from 'zod'
import type { LawText, Message, Sentence } from '../i18n/message.ts'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'

/** The collection action that an appeal is about. */
export const collectionActions = [
  'lien',
  'levy',
  'seizure',
  'installmentAgreementRejected',
  'installmentAgreementTerminated',
  'installmentAgreementModified',
  'lienCertificate',
  'returnOfProperty',
  'wrongfulLevy',
] as const
export const CollectionAction = z.enum(collectionActions)
export type CollectionAction = z.infer<typeof CollectionAction>

/**
 * Who at the IRS took the action: it decides conference, deadlines, and whether a written request is needed
 * (rule CAP-G4).
 */
export const CollectionContact = z.enum(['revenueOfficer', 'phoneOrNotice', 'advisory'])
export type CollectionContact = z.infer<typeof CollectionContact>

/** The forms that Waymark drafts itself. */
export const DraftForm = z.enum(['9423', '12153'])
export type DraftForm = z.infer<typeof DraftForm>

const line = z.string().max(300).overwrite(cleanLines)
const text = z.string().max(20_000).overwrite(cleanLines)

/** What only the person knows and a draft needs. Empty text: not answered yet. */
export const AppealAnswers = z.object({
  name: line,
  /** Full number, if the person wants it typed; else it is left to be written by hand. */
  tin: line,
  street: line,
  city: line,
  state: line,
  zip: line,
  homePhone: line,
  businessPhone: line,
  representativeName: line,
  representativePhone: line,
  signer: z.enum(['taxpayer', 'representative']),
  contact: CollectionContact.nullable(),
  /** null: use the action that the notice stands for. */
  actions: z.array(CollectionAction).nullable(),
  whyWrong: text,
  harm: text,
  fix: text,
  attachments: z.array(line).max(100),
  conferenceWith: line,
  /**
   * null: the form of the route that fits. Answers stored by an earlier version lack this and what follows.
   */
  form: DraftForm.nullable().default(null),
  bestTime: line.default(''),
  jointName: line.default(''),
  jointTin: line.default(''),
  /** One line; empty: the same address. */
  jointAddress: line.default(''),
  /** Reasons chosen from `resources/forms/reasons.json`, each with the person's own facts. */
  reasons: z
    .array(z.object({ id: z.string().max(60), detail: text }))
    .max(40)
    .default([]),
  remedies: z
    .array(z.object({ id: z.string().max(60), amount: line, day: line }))
    .max(40)
    .default([]),
  /** Steps of the checklist that the person ticked, with the date on which each was done. */
  done: z
    .array(z.object({ step: line, day: Day }))
    .max(200)
    .default([]),
})
export type AppealAnswers = z.infer<typeof AppealAnswers>

export const noAnswers: AppealAnswers = {
  name: '',
  tin: '',
  street: '',
  city: '',
  state: '',
  zip: '',
  homePhone: '',
  businessPhone: '',
  representativeName: '',
  representativePhone: '',
  signer: 'taxpayer',
  contact: null,
  actions: null,
  whyWrong: '',
  harm: '',
  fix: '',
  attachments: [],
  conferenceWith: '',
  form: null,
  bestTime: '',
  jointName: '',
  jointTin: '',
  jointAddress: '',
  reasons: [],
  remedies: [],
  done: [],
}

/**
 * Where a value comes from: `letter`, a fact that the letter prints; `you`, what the person wrote, chose or recorded;
 * `law`, what the law data say of this notice, action or reason.
 */
export type DraftSource = 'letter' | 'you' | 'law'

/** One block of a form: its value, or the reason why it is blank. */
export type DraftBlock = {
  block: string
  label: LawText
} & (
  | { kind: 'text'; value: string; from: DraftSource[]; multiline?: boolean }
  | { kind: 'boxes'; boxes: { label: Message; checked: boolean }[]; from: DraftSource[] }
  /** `stops`: the form must not be sent before this is filled. */
  | { kind: 'blank'; reason: Message; stops: boolean }
  /**
   * `boxes`: what is already checked beside the handwritten field. `pen`: what to write there; without it,
   * the field stays blank.
   */
  | {
      kind: 'handwritten'
      reason: Message
      boxes?: { label: Message; checked: boolean }[]
      pen?: 'sign' | 'date' | 'write'
    }
  | { kind: 'irsUse' }
)

/**
 * One part of the statement (block 15 of Form 9423, items 8 and 9 of Form 12153): either its text (which may
 * need checking), in the English that is mailed, or what is still missing.
 */
export type StatementPart = { heading: Sentence } & (
  | { text: string; from: DraftSource[]; check?: Message }
  | { blank: Message; stops: boolean }
)

/** What a person must still fill in or check, block by block; `stops`: the form must not be sent before. */
export type MissingField = { block: string; what: Message; stops: boolean }

/** A pre-filled, unsigned, unsent form. */
export type Draft = {
  form: DraftForm
  title: LawText
  revision: string
  /** The block that holds `statement`. */
  statementBlock: string
  blocks: DraftBlock[]
  /** The statement when its box is too short for it. */
  continuation: string | null
  /** The statement in its parts, in order; `statementBlock` holds them joined, or points to the continuation. */
  statement: StatementPart[]
  missingFields: MissingField[]
  /** Based on facts that no person has confirmed. */
  unconfirmed: boolean
}

/**
 * `done`: the date on which the person did it, stated by them or recorded as an event; null: not yet.
 * `isNote`: for information, nothing to do.
 */
export type ChecklistStep = {
  id: string
  text: Message
  by: Day | null
  source: Message | null
  done: Day | null
  isNote?: true
}
/** Steps and enclosures for one placement. */
export type Checklist = { title: Message; groups: { heading: Message; steps: ChecklistStep[] }[] }
