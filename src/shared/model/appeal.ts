import { z } from 'zod'
import { cleanLines } from '../text/clean-name.ts'
import { Day } from './day.ts'
import { Special } from './special.ts'

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

/** `oneSigns`: both owe, and one of them asks; the other has no hearing then. */
export const JointDebt = z.enum(['alone', 'bothSign', 'oneSigns'])
export type JointDebt = z.infer<typeof JointDebt>

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
  /** Who owes and who signs where the letter names two people; null: not answered. */
  joint: JointDebt.nullable().default(null),
  /** Where the papers go, if the letter does not print it or prints it wrongly; lines joined by `\n`. */
  sendToAddress: z.string().max(500).overwrite(cleanLines).default(''),
  sendToFax: line.default(''),
  /** Whom they go to: `Ms. S. Ramirez, Revenue Officer`. */
  sendToPerson: line.default(''),
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
  /** The question of the interview at which the person left; absent: not begun. */
  at: z
    .string()
    .regex(/^[a-z]{1,20}(?:-\d{1,3})?$/)
    .exactOptional(),
  /**
   * What was said about special situations. One letter of a case holds it for all of them; absent on the others, and
   * in what earlier versions stored. Those also stored here what is true of one letter, without saying of which.
   */
  special: Special.exactOptional(),
  /** What was said about this letter alone. */
  specialHere: Special.exactOptional(),
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
  joint: null,
  sendToAddress: '',
  sendToFax: '',
  sendToPerson: '',
  reasons: [],
  remedies: [],
  done: [],
}
