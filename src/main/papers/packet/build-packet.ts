import type { PDFPage } from '@cantoo/pdf-lib'
import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import { type AppealPapers, appealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import { factsOf } from '../../../shared/model/letter.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../../reading/read-results.ts'
import { letterName } from '../letter-name.ts'
import { type Bookmark, writeBookmarks, writePageLabels } from '../pdf/bookmarks.ts'
import { drawFitting } from '../pdf/fitting.ts'
import { finishPdf, newPage, openPdf, type PdfCursor, type PdfFailure } from '../pdf/pdf-cursor.ts'
import { stampFooters } from '../pdf/stamp.ts'
import { write } from '../pdf/write.ts'
import { drawClinics } from '../sheets/clinic-lines.ts'
import { drawCoverSheet } from './cover-sheet.ts'
import { drawMailCover } from './mail-cover.ts'
import { copyExhibits, drawExhibits, type Exhibited } from './packet-exhibits.ts'
import { drawForms, enclosedForms, type Official, officialForms, whoOf } from './packet-forms.ts'
import type { Packet, PacketInput } from './packet-input.ts'
import { drawChecklist, drawMailingLog } from './pages-to-keep.ts'

/**
 * One PDF in mailing order: instruction sheet (not mailed), cover letter or fax cover, form, continuation,
 * index of exhibits, exhibits, copy of the letter, mailing record and checklist (not mailed). "Packet page n
 * of m" counts only the pages to mail. The PDF is flattened: nothing in it can be filled in or run. The same
 * facts give the same bytes.
 */
export async function buildPacket(input: PacketInput): Promise<Result<Packet, PdfFailure | ReadFailure>> {
  const { law, letter } = input
  const facts = factsOf(letter)
  const made = appealPapers(input.forms, input, input.clockDoubt)
  const papers = inEnglish(made)
  const paper = await openPdf(input.fonts, `Packet: Form ${papers.draft.form}, ${papers.draft.title}`)
  const official = await officialForms(input, made)
  const exhibits = await copyExhibits(paper, input)
  if (!exhibits.ok) return exhibits

  const instructions = {
    ...papers,
    clockDoubt: input.clockDoubt,
    form: made.form,
    facts,
    letterName: letterName(law, letter),
    refused: official.refused,
    isOfficial: official.filled.some((each) => each.form === papers.draft.form),
    exhibits: exhibits.value,
  }
  await drawFitting(paper, 1, (sheet) => drawCoverSheet(sheet, instructions))
  padToEvenPage(paper, input)
  const parts: Bookmark[] = [{ title: 'Read this first (not mailed)', page: 0 }]
  const begin = (title: string) => void parts.push({ title, page: paper.pdf.getPageCount() })
  const mailed = await drawMailed(paper, input, { papers, official, exhibits: exhibits.value, begin })
  begin('Mailing record and checklist (not mailed)')
  await drawFitting(paper, 2, (kept) => {
    newPage(kept)
    drawMailingLog(kept, letter.mailings, input.words.ways)
    drawChecklist(kept, papers.checklist)
    drawClinics(kept, input.clinics ?? [])
  })

  stampPages(paper, whoOf(letter), mailed)
  writeBookmarks(paper.pdf, parts)
  writePageLabels(paper.pdf, [
    { at: 0, prefix: 'keep ' },
    { at: mailed.from },
    { at: mailed.to, prefix: 'keep ' },
  ])
  const pages = paper.pdf.getPageCount()
  const bytes = await finishPdf(paper)
  const notPrinted = exhibits.value.flatMap(({ name, failed }) => (failed ? [name] : []))
  return bytes.ok ? ok({ bytes: bytes.value, pages, notPrinted }) : bytes
}

/** The first mailed page, and the page after the last one, counted from 0. */
type Mailed = { from: number; to: number }
type Parts = {
  papers: InEnglish<AppealPapers>
  official: Official
  exhibits: Exhibited[]
  /** The next page begins a part of this title. */
  begin: (title: string) => void
}

/**
 * Cover, forms, index, exhibits and the copy of the letter, each starting on the front of a sheet if
 * requested.
 */
async function drawMailed(
  paper: PdfCursor,
  input: PacketInput,
  { papers, official, exhibits, begin }: Parts,
): Promise<Mailed> {
  const { law, letter, cover = 'letter' } = input
  const from = paper.pdf.getPageCount()
  begin(cover === 'fax' ? 'Fax cover' : 'Cover letter')
  const coverPage = newPage(paper)
  padToEvenPage(paper, input)
  begin(`Form ${papers.draft.form}`)
  await drawForms(paper, input, papers, official)
  padToEvenPage(paper, input)
  drawExhibits(paper, exhibits, begin, () => padToEvenPage(paper, input))
  const to = paper.pdf.getPageCount()
  const facts = factsOf(letter)
  drawMailCover(paper, coverPage, {
    kind: cover,
    draft: papers.draft,
    facts,
    answers: answersFromFacts(letter.answers, facts),
    letterName: letterName(law, letter),
    exhibits,
    forms: enclosedForms(papers, official),
    pages: to - from,
  })
  return { from, to }
}

/**
 * For duplex printing: makes the next part start on the front of a sheet. A fax has no back sides, and each blank page of it
 * takes as long as a full one.
 */
function padToEvenPage(paper: PdfCursor, { duplex = false, cover = 'letter' }: PacketInput): void {
  if (!duplex || cover === 'fax' || paper.pdf.getPageCount() % 2 === 0) return
  newPage(paper)
  write(paper, [{ text: 'This side is left blank.', size: 9, weight: 'italic', tone: 'quiet' }], 'blank')
}

function stampPages(paper: PdfCursor, who: string, { from, to }: Mailed): void {
  const pages: PDFPage[] = paper.pdf.getPages()
  const toKeep = [...pages.slice(0, from), ...pages.slice(to)]
  stampFooters(paper, pages.slice(from, to), who, (page, of) => `Packet page ${page} of ${of}`)
  stampFooters(paper, toKeep, 'For you: keep, do not mail', () => '')
}
