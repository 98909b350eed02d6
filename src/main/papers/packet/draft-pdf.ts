import type { Draft, DraftBlock } from '../../../shared/appeals/draft.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { english, type InEnglish, inEnglish } from '../../../shared/i18n/english.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Result } from '../../../shared/model/result.ts'
import {
  finishPdf,
  lastPage,
  newPage,
  openPdf,
  type PdfCursor,
  type PdfFailure,
  type PdfFonts,
  paperSize,
  widthOf,
} from '../pdf/pdf-cursor.ts'
import { stampFooters } from '../pdf/stamp.ts'
import { drawBand, drawHeading } from '../pdf/table.ts'
import { artifact, content, within } from '../pdf/tags.ts'
import { type Item, ink, write } from '../pdf/write.ts'
import { drawBlocks, drawDeclaration, statementItems } from './draft-blocks.ts'

/**
 * The draft alone: the form and, if the statement is long, its continuation. `who`: name and last four
 * digits.
 */
export async function draftPdf(
  fonts: PdfFonts,
  form: FormDescription,
  toDraw: Draft,
  who: string,
  clockDoubt: ClockDoubt | null,
): Promise<Result<Uint8Array<ArrayBuffer>, PdfFailure>> {
  const draft = inEnglish(toDraw)
  const paper = await openPdf(fonts, `Form ${draft.form}, ${draft.title}: draft`)
  drawDraft(paper, form, draft, clockDoubt)
  if (draft.continuation !== null) drawContinuation(paper, form, draft, who)
  stampFooters(
    paper,
    paper.pdf.getPages(),
    who,
    (page, of) => `Form ${draft.form} request, page ${page} of ${of}`,
  )
  return finishPdf(paper)
}

/** The form in our own layout. Nothing is cut off; what does not fit on a page continues on the next. */
export function drawDraft(
  paper: PdfCursor,
  form: FormDescription,
  draft: InEnglish<Draft>,
  clockDoubt: ClockDoubt | null,
): void {
  newPage(paper)
  drawHead(paper, draft, clockDoubt)
  const blocks = new Map(draft.blocks.map((block) => [block.block, block]))
  for (const { heading, rows } of form.sections) {
    const isSigned = rows.flat().some(({ block }) => isPen(blocks.get(block)))
    // A declaration means nothing on a different page than its signature.
    if (heading) drawBand(paper, heading, isSigned ? 150 : 60)
    if (isSigned) drawDeclaration(paper, form)
    for (const row of rows) {
      const cells = row.flatMap(({ block, width }) => {
        const found = blocks.get(block)
        return found ? [{ block: found, width }] : []
      })
      if (cells.length > 0) drawBlocks(paper, cells, form, draft)
    }
  }
}

/** The statement on sheets of its own. */
export function drawContinuation(
  paper: PdfCursor,
  form: FormDescription,
  draft: InEnglish<Draft>,
  who: string,
): void {
  newPage(paper)
  drawHeading(paper, form.continuationHeading, 'H1')
  write(paper, [{ text: who, after: 10 }], 'name')
  write(paper, statementItems(draft.statement, 10.5), draft.statementBlock)
}

const isPen = (block: InEnglish<DraftBlock> | undefined): boolean =>
  block?.kind === 'handwritten' && block.pen === 'sign'

/** The form's own name and title, with a mark in the corner while it must not be sent. */
function drawHead(paper: PdfCursor, draft: InEnglish<Draft>, clockDoubt: ClockDoubt | null): void {
  const top = paper.y
  const page = lastPage(paper)
  const { bold, regular } = paper.faces
  const left = paperSize.margin
  const room = paperSize.width - 2 * (left + 118)
  const titleSize = Math.min(16, (16 * room) / widthOf(paper, draft.title, 'bold', 16))
  const titleX = (paperSize.width - widthOf(paper, draft.title, 'bold', titleSize)) / 2
  within(paper.tags, 'H1', () =>
    content(paper.tags, page, () => {
      page.drawText(`Form ${draft.form}`, { x: left, y: top - 17, size: 19, font: bold.font })
      page.drawText(draft.title, { x: titleX, y: top - 16, size: titleSize, font: bold.font })
    }),
  )
  within(paper.tags, 'P', () =>
    content(paper.tags, page, () => {
      page.drawText(`(${draft.revision})`, { x: left, y: top - 29, size: 8, font: regular.font })
    }),
  )
  if (draft.unconfirmed || clockDoubt || draft.missingFields.some(({ stops }) => stops))
    drawNotReady(paper, top)
  paper.y = top - 32
  const notes: Item[] = [
    {
      text: `Typed by the taxpayer: the information that Form ${draft.form} asks for, block by block. Not an official IRS form.`,
      size: 8.5,
      after: 3,
    },
  ]
  if (draft.unconfirmed) {
    const text =
      'Do not send yet: the facts below were read from the scan by a computer and nobody has confirmed them.'
    notes.push({ text, size: 9, weight: 'bold', after: 3 })
  }
  if (clockDoubt) {
    const text = `Do not send yet. ${english(doubtWords(clockDoubt))}`
    notes.push({ text, size: 9, weight: 'bold', after: 3 })
  }
  write(paper, notes, 'head')
}

function drawNotReady(paper: PdfCursor, top: number): void {
  const page = lastPage(paper)
  const text = 'DRAFT: not complete'
  const width = widthOf(paper, text, 'bold', 9) + 12
  const x = paperSize.width - paperSize.margin - width
  artifact(page, () =>
    page.drawRectangle({ x, y: top - 19, width, height: 16, borderWidth: 1, borderColor: ink }),
  )
  within(paper.tags, 'P', () =>
    content(paper.tags, page, () =>
      page.drawText(text, { x: x + 6, y: top - 14, size: 9, font: paper.faces.bold.font }),
    ),
  )
}
