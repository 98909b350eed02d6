import type { Draft, DraftBlock, StatementPart } from '../../../shared/appeals/draft.ts'
import { printedParts } from '../../../shared/appeals/draft-common.ts'
import { type FormDescription, printedNumber } from '../../../shared/appeals/form-description.ts'
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
  else drawPlain(paper, cells, draft)
}

function drawPlain(paper: PdfCursor, cells: Placed[], draft: InEnglish<Draft>): void {
  const isStatement = (block: Block | undefined) => block?.block === draft.statementBlock
  drawRow(
    paper,
    cells.map(
      ({ block, width }): Cell => ({
        width,
        block: block.block,
        items: [labelOf(block), ...(isStatement(block) ? explanation(draft, block) : answerOf(block))],
        shaded: block.kind === 'irsUse',
      }),
    ),
    isStatement(cells[0]?.block) && draft.continuation === null ? 150 : 30,
  )
}

const labelOf = (block: Block): Item => ({
  ...(printedNumber(block.block) ? { lead: `${printedNumber(block.block)}.` } : {}),
  text: block.label,
  size: 7.2,
  after: 1.5,
})

function answerOf(block: Block): Item[] {
  switch (block.kind) {
    case 'text':
      return [{ text: block.value, size: 10.5 }]
    case 'blank':
      // Why it is blank is on the instruction sheet: whatever is printed here would be mailed.
      return block.stops ? [penLine] : []
    case 'handwritten':
      return block.pen === 'write' ? [penLine] : []
    case 'irsUse':
    case 'boxes':
      return []
  }
}

/** A line to write on. */
const penLine: Item = { text: '', size: 7.2, ruled: 1 }

const explanation = (draft: InEnglish<Draft>, block: Block): Item[] =>
  draft.continuation === null ? statementItems(draft.statement, 9.5) : answerOf(block)

/** The statement; a part that must still be filled becomes two lines to write on, or an offer with gaps in it. */
export const statementItems = (parts: InEnglish<StatementPart>[], size: number): Item[] =>
  printedParts(parts).map((part, index) => {
    const lead = `${index + 1}. ${part.heading}:`
    const after = size * 0.35
    return 'text' in part
      ? { lead, text: part.text, size, after }
      : { lead, text: part.begun ?? '', size, ruled: part.begun?.includes('___') ? 0 : 2, after }
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
