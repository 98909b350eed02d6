import type { Draft, DraftBlock, StatementPart } from '../../../shared/appeals/draft.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import type { InEnglish } from '../../../shared/i18n/english.ts'
import { type PdfCursor, paperSize, textWidth } from '../pdf/pdf-cursor.ts'
import { type Cell, drawFlag, drawRow } from '../pdf/table.ts'
import type { Item } from '../pdf/write.ts'

type Block = InEnglish<DraftBlock>
type Placed = { block: Block; width: number }

/** One row of the form. */
export function drawBlocks(
  paper: PdfCursor,
  cells: Placed[],
  form: FormDescription,
  draft: InEnglish<Draft>,
): void {
  const first = cells[0]?.block
  if (first?.kind === 'boxes') drawBoxes(paper, first, form)
  else if (first?.kind === 'handwritten' && (first.pen === 'sign' || first.pen === 'date'))
    drawPens(paper, cells)
  else drawPlain(paper, cells, form, draft)
}

function drawPlain(paper: PdfCursor, cells: Placed[], form: FormDescription, draft: InEnglish<Draft>): void {
  const isStatement = (block: Block | undefined) => block?.block === draft.statementBlock
  drawRow(
    paper,
    cells.map(
      ({ block, width }): Cell => ({
        width,
        block: block.block,
        items: [labelOf(block), ...(isStatement(block) ? explanation(draft, block, form) : answerOf(block))],
        shaded: block.kind === 'irsUse',
      }),
    ),
    isStatement(cells[0]?.block) && draft.continuation === null ? 150 : 30,
  )
}

const labelOf = (block: Block): Item => ({
  lead: `${block.block}.`,
  text: block.label,
  size: 7.2,
  after: 1.5,
})

function answerOf(block: Block): Item[] {
  switch (block.kind) {
    case 'text':
      return [{ text: block.value, size: 10.5 }]
    case 'blank':
      // What may stay blank is left to fill in by hand; the reason is on the instruction sheet.
      return block.stops
        ? [{ lead: 'Fill in:', text: block.reason, size: 8, weight: 'italic', ruled: 1 }]
        : []
    case 'handwritten':
      return block.pen === 'write' ? [{ text: block.reason, size: 7.2, weight: 'italic', ruled: 1 }] : []
    case 'irsUse':
    case 'boxes':
      return []
  }
}

function explanation(draft: InEnglish<Draft>, block: Block, form: FormDescription): Item[] {
  const hint = form.blocks.find((each) => each.block === block.block)?.hint ?? ''
  const note: Item = { text: hint, size: 7.2, weight: 'italic', tone: 'quiet', after: 4 }
  return [note, ...(draft.continuation === null ? statementItems(draft.statement, 9.5) : answerOf(block))]
}

/** The statement; each missing part becomes its reason and two lines to write on. */
export const statementItems = (parts: InEnglish<StatementPart>[], size: number): Item[] =>
  parts.map((part, index) => {
    const lead = `${index + 1}. ${part.heading}:`
    if ('text' in part) return { lead, text: part.text, size, after: size * 0.35 }
    return { lead, text: part.blank, size, weight: 'italic', tone: 'quiet', ruled: 2, after: size * 0.35 }
  })

/** Cells side by side, in rows as on the form. */
function drawBoxes(paper: PdfCursor, block: Block & { kind: 'boxes' }, form: FormDescription): void {
  const count = form.blocks.find((each) => each.block === block.block)?.columns ?? 3
  const columns = Array.from({ length: count }, (_, column) =>
    block.boxes.filter((_, index) => index % count === column),
  )
  drawRow(paper, [{ width: 1, items: [labelOf(block)], block: block.block }])
  drawRow(
    paper,
    columns.map((boxes) => ({
      width: 1 / count,
      block: block.block,
      items: boxes.map(
        ({ label, checked }): Item => ({
          text: label,
          size: 8.8,
          mark: checked ? 'checked' : 'box',
          after: 2,
        }),
      ),
    })),
  )
}

/** The declaration the person signs, above the signature lines. */
export function drawDeclaration(paper: PdfCursor, form: FormDescription): void {
  const declaration: Item[] = [
    { text: form.declaration, size: 8.5, after: 2 },
    { text: form.declarationNote, size: 7.2, weight: 'italic', tone: 'quiet' },
  ]
  drawRow(paper, [{ width: 1, items: declaration, block: 'declaration' }])
}

/** The places to write by hand, each with its mark and line. */
function drawPens(paper: PdfCursor, cells: Placed[]): void {
  const boxesOf = (block: Block) => (block.kind === 'handwritten' ? (block.boxes ?? []) : [])
  const rows = cells.map(({ block, width }): Cell => {
    const items = boxesOf(block).map(
      ({ label, checked }): Item => ({ text: label, size: 8.5, mark: checked ? 'checked' : 'box' }),
    )
    return { width, block: block.block, items: [labelOf(block), ...items] }
  })
  drawRow(paper, rows, cells.some(({ block }) => boxesOf(block).length > 0) ? 72 : 46)
  let x: number = paperSize.margin
  for (const { block, width } of cells) {
    const end = x + width * textWidth
    const mark = block.kind === 'handwritten' && block.pen === 'sign' ? 'SIGN HERE' : 'DATE HERE'
    drawFlag(paper, mark, x + 8, end - 8, paper.y + 10)
    x = end
  }
}
