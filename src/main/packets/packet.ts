import type { PDFPage } from '@cantoo/pdf-lib'
import { answersFromFacts } from '../../shared/appeals/answers-from-facts.ts'
import { appealPapers, type Forms } from '../../shared/appeals/appeal-papers.ts'
import { longDay, whoLine } from '../../shared/appeals/format-facts.ts'
import { findNotice, type Law } from '../../shared/law/law.ts'
import type { Day } from '../../shared/model/day.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import { drawChecklist } from '../../shared/papers/checklist-pdf.ts'
import { drawCoverSheet } from '../../shared/papers/cover-sheet.ts'
import { drawContinuation, drawDraft } from '../../shared/papers/draft-pdf.ts'
import {
  finishPaper,
  newPage,
  openPaper,
  type Paper,
  type PaperFailure,
  type PaperFonts,
  sheet,
} from '../../shared/papers/paper.ts'
import { footerHeight, stampFooters, stampUpperRight } from '../../shared/papers/stamp.ts'
import { quiet } from '../../shared/papers/write.ts'
import type { ReadFailure } from '../ocr/reader.ts'
import { type ExhibitPage, type ExhibitSource, exhibitPages } from './exhibit.ts'

export type PacketInput = Omit<ExhibitSource, 'pages'> & {
  law: Law
  letter: Letter
  today: Day
  fonts: PaperFonts
  forms: Forms
}
export type Packet = { bytes: Uint8Array<ArrayBuffer>; pages: number }

/**
 * One PDF in mailing order: instruction sheet (kept), draft, continuation, copy of the letter as Exhibit A, checklist
 * (kept). Only the pages to mail are counted in "Packet page n of m". Flattened: nothing in it can be filled or run.
 */
export async function buildPacket(input: PacketInput): Promise<Result<Packet, PaperFailure | ReadFailure>> {
  const { law, letter, today } = input
  const facts = factsOf(letter)
  const papers = appealPapers(input.forms, law, letter, today)
  const { form, draft } = papers
  const who = whoLine(answersFromFacts(letter.answers, facts).name, facts)
  const paper = await openPaper(input.fonts, `Packet: Form ${draft.form}, ${draft.title}`)

  drawCoverSheet(paper, { ...papers, facts, letterName: letterName(law, letter), today })
  const firstMailed = paper.pdf.getPageCount()
  drawDraft(paper, form, draft)
  drawContinuation(paper, form, draft, who)
  const copies = await exhibitPages(paper.pdf, { ...input, pages: letter.pages })
  if (!copies.ok) return copies
  copies.value.forEach((copy, index) => {
    drawExhibitPage(paper, copy, `Exhibit A, page ${index + 1} of ${copies.value.length}`)
  })
  const afterMailed = paper.pdf.getPageCount()
  drawChecklist(paper, papers.checklist)

  stampPages(paper, who, firstMailed, afterMailed)
  const bytes = await finishPaper(paper)
  return bytes.ok ? ok({ bytes: bytes.value, pages: paper.pdf.getPageCount() }) : bytes
}

/** `Letter 1058, dated March 3, 2026: Final Notice`, as far as it is known. */
function letterName(law: Law, letter: Letter): string {
  const { noticeCode, noticeDate } = factsOf(letter)
  const notice = findNotice(law, noticeCode)
  const name = notice?.printedAs[0] ?? noticeCode ?? 'IRS letter (its number was not found)'
  const dated = noticeDate ? `${name}, dated ${longDay(noticeDate)}` : name
  return notice ? `${dated}: ${notice.title}` : dated
}

const side = 36

/** The page as large as it fits between stamp and footer, so that neither covers anything. */
function drawExhibitPage(paper: Paper, copy: ExhibitPage, stamp: string): void {
  const page = newPage(paper)
  const bottom = footerHeight + 18
  const top = sheet.height - 48
  const scale = Math.min((sheet.width - 2 * side) / copy.width, (top - bottom) / copy.height)
  const width = copy.width * scale
  const height = copy.height * scale
  const x = (sheet.width - width) / 2
  const y = top - height
  copy.draw(page, x, y, scale)
  page.drawRectangle({ x, y, width, height, borderWidth: 0.4, borderColor: quiet })
  stampUpperRight(paper, page, stamp)
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
