import { z } from 'zod'
import { AppealAnswers } from './appeal.ts'
import { CaseEvent } from './case-event.ts'
import { Day } from './day.ts'
import { Exhibit, Mailing } from './exhibit.ts'
import { ScamIndicator, Structure } from './structure.ts'

export const LetterId = z.uuid().brand<'LetterId'>()
export type LetterId = z.infer<typeof LetterId>

/** x, y, width, height as fractions 0..1 of the upright page, origin top left. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/** Where a value was read: why anyone should believe it. */
export const Evidence = z.object({
  /** Page of the scan, counted from 1. */
  page: z.int().min(1),
  box: Box,
  raw: z.string(),
  /** 0..1 */
  confidence: z.number(),
  /** The reading rule that found it, e.g. `notice.header-box`. */
  rule: z.string(),
})
export type Evidence = z.infer<typeof Evidence>

/** Dollars and cents as printed, without sign or commas: `9533.53`. */
export const Money = z.string().regex(/^\d{1,12}\.\d\d$/)

/**
 * What a letter says. One shape for what a reading suggests and for what a person confirmed.
 * `null` means not found; never a guess.
 */
export const LetterFacts = z.object({
  /** Catalogue code of the notice: `CP504`, `LT11`, `L1058`, `L2272C`. */
  noticeCode: z.string().max(20).nullable(),
  /** The date printed on the letter, not the day it was opened or scanned. */
  noticeDate: Day.nullable(),
  /** A last day printed on the letter itself; it outranks our count. On Letter 3172: the printed hearing date. */
  respondByDate: Day.nullable(),
  /** The day on which the letter says the installment agreement ends (CP523, CP623, L2975). */
  terminationDate: Day.nullable(),
  /** `2017` for a year, `2023-06` for a period that ends in that month. */
  taxPeriods: z.array(z.string().regex(/^\d{4}(-\d\d)?$/)).max(60),
  /** The tax form of the debt, as printed: `1040`, `941`, `CIVPEN`. */
  form: z.string().max(20).nullable(),
  amountDue: Money.nullable(),
  /** Parts of the amount, where the letter prints them as rows of their own. Absent in facts stored before Waymark looked. */
  taxOwed: Money.nullable().default(null),
  penalty: Money.nullable().default(null),
  interest: Money.nullable().default(null),
  tinType: z.enum(['SSN', 'EIN', 'ITIN']).nullable(),
  tinLast4: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  taxpayerName: z.string().max(200).nullable(),
  /** Street, city, state, ZIP as printed, lines joined by `\n`, without the name. */
  taxpayerAddress: z.string().max(500).nullable(),
  /** The IRS office that sent the letter, lines joined by `\n`. */
  returnAddress: z.string().max(500).nullable(),
  /** `800-829-1040` */
  contactPhone: z.string().max(40).nullable(),
  employeeName: z.string().max(200).nullable(),
  employeeId: z.string().max(40).nullable(),
  /** What to have at hand when calling: `123456`. Absent in facts stored before Waymark looked for it, as the next two. */
  callerId: z.string().max(40).nullable().default(null),
  /** The fax of the office that wrote: `855-555-0133`. */
  faxNumber: z.string().max(40).nullable().default(null),
  /** Article number of certified mail: `9214 8901 0661 5400 0123 45`. */
  certifiedNumber: z.string().max(40).nullable().default(null),
  language: z.enum(['en', 'es']).nullable(),
})
export type LetterFacts = z.infer<typeof LetterFacts>
export type FactName = keyof LetterFacts
export const factNames = Object.keys(LetterFacts.shape) as FactName[]

/** What OCR and parsing suggest for one letter of a scan, unconfirmed. */
export const Reading = z.object({
  /** Pages of the scan that belong to this letter, counted from 1, in the order in which the letter numbers them. */
  pages: z.array(z.int().min(1)),
  facts: LetterFacts,
  evidence: z.partialRecord(z.enum(factNames as [FactName, ...FactName[]]), Evidence),
  /** Absent in readings stored before Waymark looked for it. */
  structure: Structure.exactOptional(),
  signs: z.array(ScamIndicator).exactOptional(),
})
export type Reading = z.infer<typeof Reading>

/** One line of a page with its place; what every reading rule works on. */
export type Line = { text: string; box: Box; confidence: number }
export type PageText = {
  page: number
  /** Width divided by height of the upright page. */
  aspect: number
  source: 'text-layer' | 'ocr'
  /** Clockwise degrees that made the page upright for reading; the boxes are of the upright page. */
  rotation: 0 | 90 | 180 | 270
  lines: Line[]
  /** Absent for a text layer, and where an older Waymark read the page. */
  laid?: Deskewed
}
/**
 * How a page lay when its pixels were read, made level and flat: what the rules for facts work on, so that an unchanged
 * page need not be read once more.
 */
export const Deskewed = z.object({
  aspect: z.number(),
  /** Of the lines, in their order; null: where they are on the page as it is. */
  boxes: z.array(Box).nullable(),
  /** Whether a person had turned the page. */
  turned: z.boolean(),
})
export type Deskewed = z.infer<typeof Deskewed>

/** All that one file gave. */
export type ScanReading = {
  pageCount: number
  /** Pages of each file, where the scan has several. */
  filePages?: number[]
  /** null: unknown. */
  isIrs: boolean | null
  letters: Reading[]
  texts: PageText[]
  /** Milliseconds from the file's bytes to the number of its first letter; null when there is none. */
  msToNumber: number | null
}

export const ReadingStatus = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('waiting') }),
  z.object({ kind: z.literal('reading'), page: z.int(), of: z.int().nullable() }),
  z.object({ kind: z.literal('read') }),
  /** Kept, but not readable; `code` has its words in `errors.<code>`. */
  z.object({ kind: z.literal('failed'), code: z.string() }),
])
export type ReadingStatus = z.infer<typeof ReadingStatus>

/** One paper that arrived: its scan and, once a person confirmed them, its facts. */
export const Letter = z.object({
  id: LetterId,
  /** The name of the dropped file, for display only. */
  fileName: z.string(),
  /** ISO instant at which the scan was kept. */
  keptAt: z.iso.datetime(),
  /** Pages of the scan that belong to this letter. */
  pages: z.array(z.int().min(1)),
  status: ReadingStatus,
  isIrs: z.boolean().nullable(),
  reading: Reading.nullable(),
  /** What a person agreed to or corrected; null until then. */
  confirmed: LetterFacts.nullable(),
  events: z.array(CaseEvent),
  answers: AppealAnswers,
  exhibits: z.array(Exhibit).default([]),
  /** Oldest first. */
  mailings: z.array(Mailing).default([]),
  removed: z.boolean(),
})
export type Letter = z.infer<typeof Letter>

export const noFacts: LetterFacts = {
  noticeCode: null,
  noticeDate: null,
  respondByDate: null,
  terminationDate: null,
  taxPeriods: [],
  form: null,
  amountDue: null,
  taxOwed: null,
  penalty: null,
  interest: null,
  tinType: null,
  tinLast4: null,
  taxpayerName: null,
  taxpayerAddress: null,
  returnAddress: null,
  contactPhone: null,
  employeeName: null,
  employeeId: null,
  callerId: null,
  faxNumber: null,
  certifiedNumber: null,
  language: null,
}

/** The facts to work with: confirmed ones, else the reading's suggestions, else none. */
export const factsOf = (letter: Pick<Letter, 'confirmed' | 'reading'>): LetterFacts =>
  letter.confirmed ?? letter.reading?.facts ?? noFacts
