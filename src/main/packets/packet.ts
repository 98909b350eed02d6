import type { PDFPage } from '@cantoo/pdf-lib'
import { answersFromFacts } from '../../shared/appeals/answers-from-facts.ts'
import { type AppealPapers, appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import { type NamedExhibit, namedExhibits } from '../../shared/appeals/exhibit-names.ts'
import { letterName } from '../../shared/appeals/letter-name.ts'
import type { OfficialForm } from '../../shared/appeals/official-form.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Day } from '../../shared/model/day.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import { drawChecklist } from '../../shared/papers/checklist-pdf.ts'
import { drawCoverSheet } from '../../shared/papers/cover-sheet.ts'
import {
  type CoverKind,
  drawExhibitIndex,
  drawMailCover,
  drawMailingLog,
} from '../../shared/papers/mail-cover.ts'
import {
  finishPaper,
  newPage,
  openPaper,
  type Paper,
  type PaperFailure,
  type PaperFonts,
} from '../../shared/papers/paper.ts'
import { stampFooters } from '../../shared/papers/stamp.ts'
import { write } from '../../shared/papers/write.ts'
import { scanTypeOf } from '../intake/scan-type.ts'
import type { ReadFailure } from '../ocr/reader.ts'
import { type ExhibitPage, type ExhibitSource, exhibitPages } from './exhibit.ts'
import { drawExhibitPage } from './exhibit-page.ts'
import { drawForms, type Official, officialForms, whoOf } from './packet-forms.ts'

export type PacketInput = Omit<ExhibitSource, 'pages'> & {
  law: Law
  letter: Letter
  today: Day
  fonts: PaperFonts
  forms: Forms
  /** Bytes of the letter's enclosures by their ids. */
  enclosure?: (id: string) => Uint8Array
  /** Official blanks that may take the place of the typed draft. */
  blanks?: { manifest: OfficialForm; bytes: Uint8Array }[]
  cover?: CoverKind
  /** Every part begins on the front of a sheet. */
  duplex?: boolean
}
export type Packet = { bytes: Uint8Array<ArrayBuffer>; pages: number }

type Exhibited = NamedExhibit & { copies: ExhibitPage[] | null }

/**
 * One PDF in mailing order: instruction sheet (kept), cover letter or fax cover, form, continuation, index of exhibits,
 * exhibits with the letter first, checklist and mailing record (kept). Only the pages to mail are counted in "Packet page
 * n of m". Flattened: nothing in it can be filled or run. The same facts give the same bytes.
 */
export async function buildPacket(input: PacketInput): Promise<Result<Packet, PaperFailure | ReadFailure>> {
  const { law, letter, today, duplex = false } = input
  const facts = factsOf(letter)
  const papers = appealPapers(input.forms, law, letter, today)
  const answers = answersFromFacts(letter.answers, facts)
  const who = whoOf(letter)
  const paper = await openPaper(input.fonts, `Packet: Form ${papers.draft.form}, ${papers.draft.title}`)
  const official = await officialForms(input, papers)

  drawCoverSheet(paper, {
    ...papers,
    facts,
    letterName: letterName(law, letter),
    today,
    refused: official.refused,
    isOfficial: official.filled.some((each) => each.form === papers.draft.form),
  })
  const evenOut = () => {
    if (duplex && paper.pdf.getPageCount() % 2 === 1) drawBlankSide(paper)
  }
  evenOut()
  const firstMailed = paper.pdf.getPageCount()
  const coverPage = newPage(paper)
  evenOut()
  const exhibits = await drawMailed(paper, input, papers, official, evenOut)
  if (!exhibits.ok) return exhibits
  const afterMailed = paper.pdf.getPageCount()
  drawChecklist(paper, papers.checklist)
  drawMailingLog(paper, letter.mailings)
  drawMailCover(paper, coverPage, {
    kind: input.cover ?? 'letter',
    draft: papers.draft,
    facts,
    answers,
    letterName: letterName(law, letter),
    exhibits: exhibits.value,
    pages: afterMailed - firstMailed,
  })

  stampPages(paper, who, firstMailed, afterMailed)
  const pages = paper.pdf.getPageCount()
  const bytes = await finishPaper(paper)
  return bytes.ok ? ok({ bytes: bytes.value, pages }) : bytes
}

/** Forms, index and exhibits, each part followed by `evenOut`. */
async function drawMailed(
  paper: Paper,
  input: PacketInput,
  papers: AppealPapers,
  official: Official,
  evenOut: () => void,
): Promise<Result<Exhibited[], ReadFailure>> {
  await drawForms(paper, input, papers, official)
  evenOut()
  const exhibits = await copyExhibits(paper, input)
  if (!exhibits.ok) return exhibits
  drawExhibitIndex(
    paper,
    exhibits.value.map((each) => ({ ...each, pages: each.copies?.length ?? null })),
  )
  evenOut()
  for (const each of exhibits.value) {
    drawExhibit(paper, each)
    evenOut()
  }
  return exhibits
}

function drawExhibit(paper: Paper, { name, copies }: Exhibited): void {
  copies?.forEach((copy, at) => {
    drawExhibitPage(paper, copy, `${name}, page ${at + 1} of ${copies.length}`)
  })
}

async function copyExhibits(paper: Paper, input: PacketInput): Promise<Result<Exhibited[], ReadFailure>> {
  const exhibits: Exhibited[] = []
  for (const each of namedExhibits(input.law, input.letter)) {
    if (each.file === null) {
      exhibits.push({ ...each, copies: null })
      continue
    }
    const own = each.file === 'letter'
    const scan = own ? input.scan : input.enclosure?.(each.file)
    if (!scan) throw new Error('packet: an enclosure without its file')
    const source: ExhibitSource = own
      ? { ...input, pages: input.letter.pages }
      : { scan, scanType: scanTypeOf(scan), pages: 'all', reader: input.reader }
    const copies = await exhibitPages(paper.pdf, source)
    if (!copies.ok) return copies
    exhibits.push({ ...each, copies: copies.value })
  }
  return ok(exhibits)
}

function drawBlankSide(paper: Paper): void {
  newPage(paper)
  write(paper, [{ text: 'This side is left blank.', size: 9, weight: 'italic', tone: 'quiet' }], 'blank')
}

function stampPages(paper: Paper, who: string, firstMailed: number, afterMailed: number): void {
  const pages: PDFPage[] = paper.pdf.getPages()
  const kept = [...pages.slice(0, firstMailed), ...pages.slice(afterMailed)]
  stampFooters(
    paper,
    pages.slice(firstMailed, afterMailed),
    who,
    (page, of) => `Packet page ${page} of ${of}`,
  )
  stampFooters(paper, kept, 'For you: keep, do not mail', () => '')
}
