import { z } from 'zod'
import { AppealAnswers } from './appeal.ts'
import { CaseEvent } from './case-event.ts'
import { PageDoubt } from './doubt.ts'
import { Exhibit, Mailing } from './exhibit.ts'
import { type FactName, factNames, LetterFacts, noFacts } from './facts.ts'
import { OtherSender } from './other-sender.ts'
import { Special } from './special.ts'
import { ScamIndicator, Structure } from './structure.ts'

export { type FactName, factNames, LetterFacts, noFacts } from './facts.ts'

export const LetterId = z.uuid().brand<'LetterId'>()
export type LetterId = z.infer<typeof LetterId>

/** x, y, width, height as fractions 0..1 of the upright page, origin top left. */
export const Box = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof Box>

/** Where a value was read, as the reason to believe it. */
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

/** Where on the pages of a scan the words of a scam indicator are. */
const SignPlace = Evidence.pick({ page: true, box: true })
export type SignPlace = z.infer<typeof SignPlace>

/** How much of a file that breaks off is missing: no more than an edge below the print, or a part of the page. */
export const CutOff = z.enum(['edge', 'part'])
export type CutOff = z.infer<typeof CutOff>

/** What OCR and parsing suggest for one letter of a scan, unconfirmed. */
export const Reading = z.object({
  /** Pages of the scan that belong to this letter, counted from 1, in the order of their printed numbers. */
  pages: z.array(z.int().min(1)),
  facts: LetterFacts,
  evidence: z.partialRecord(z.enum(factNames as [FactName, ...FactName[]]), Evidence),
  /** What on the pages speaks against a value; absent where nothing does. */
  doubts: z.partialRecord(z.enum(factNames as [FactName, ...FactName[]]), PageDoubt).exactOptional(),
  /** Absent where the file is whole. */
  cutOff: CutOff.exactOptional(),
  /** Absent in readings stored before Waymark looked for it. */
  structure: Structure.exactOptional(),
  scamIndicators: z.array(ScamIndicator).exactOptional(),
  /** Where the words of these are; absent in readings stored before Waymark kept it. */
  signPlaces: z.array(SignPlace).exactOptional(),
  /** Of a paper that is not from the IRS: whose it seems to be. */
  otherSender: OtherSender.exactOptional(),
})
export type Reading = z.infer<typeof Reading>

/** One line of a page with its place; what every reading rule works on. */
export type Line = {
  text: string
  box: Box
  confidence: number
  /** What a second engine read where the line's digits were taken for a fact; '' if nothing. Absent: it was not asked. */
  again?: string
}
export type PageText = {
  page: number
  /** Width divided by height of the upright page. */
  aspect: number
  source: 'text-layer' | 'ocr'
  /** Clockwise degrees that made the page upright for reading; the boxes are of the upright page. */
  rotation: 0 | 90 | 180 | 270
  lines: Line[]
  /** Absent for a text layer, and where an earlier version read the page. */
  deskewed?: Deskewed
}
/** The page as its pixels were read, deskewed and dewarped. The rules for facts work on this, so an unchanged page need not be read again. */
export const Deskewed = z.object({
  aspect: z.number(),
  /** One for each line, in order; null: the lines are where they are on the original page. */
  boxes: z.array(Box).nullable(),
  /** Whether a person had rotated the page. Stored under this name with every page that was read. */
  turned: z.boolean(),
})
export type Deskewed = z.infer<typeof Deskewed>

/** Everything one file yielded. */
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
  /** `number`: that of the first page, as soon as its header is read; absent until then. */
  z.object({
    kind: z.literal('reading'),
    page: z.int(),
    of: z.int().nullable(),
    number: z.string().exactOptional(),
  }),
  z.object({ kind: z.literal('read') }),
  /** Stored, but not readable; the words for `code` are in `errors.<code>`. */
  z.object({ kind: z.literal('failed'), code: z.string() }),
])
export type ReadingStatus = z.infer<typeof ReadingStatus>

/** One paper that arrived: its scan and, once a person has confirmed them, its facts. */
export const Letter = z.object({
  id: LetterId,
  /** The name of the dropped file, for display only. */
  fileName: z.string(),
  /** ISO instant at which the scan was stored. */
  keptAt: z.iso.datetime(),
  /** Pages of the scan that belong to this letter. */
  pages: z.array(z.int().min(1)),
  status: ReadingStatus,
  isIrs: z.boolean().nullable(),
  reading: Reading.nullable(),
  /** What a person confirmed or corrected; null until then. */
  confirmed: LetterFacts.nullable(),
  events: z.array(CaseEvent),
  answers: AppealAnswers,
  /**
   * What was said about special situations: about this letter, and, on whichever letter of the case, about the person.
   * Absent: nothing.
   */
  special: Special.exactOptional(),
  /**
   * What an earlier version stored for the person though it is true of one letter, and nobody has answered for this
   * one. It decides nothing; it is shown when the question is asked.
   */
  specialBefore: Special.exactOptional(),
  exhibits: z.array(Exhibit).default([]),
  /** Oldest first. */
  mailings: z.array(Mailing).default([]),
  removed: z.boolean(),
})
export type Letter = z.infer<typeof Letter>

/** The facts to work with: the confirmed ones, else what was read, else none. */
export const factsOf = (letter: Pick<Letter, 'confirmed' | 'reading'>): LetterFacts =>
  letter.confirmed ?? letter.reading?.facts ?? noFacts
