import { heightOf, type TypesetItem, typesetItems } from './layout.ts'
import { lastPage, makeRoom, type PdfCursor, paperSize, textWidth, widthOf } from './pdf-cursor.ts'
import { artifact, content, isWithin, within } from './tags.ts'
import { drawRule, drawTypeset, type Item, ink, shade } from './write.ts'

/**
 * `width` is a fraction of the text width. `block` is used in errors. `head`: what a table cell is a heading
 * of.
 */
export type Cell = {
  width: number
  items: Item[]
  block: string
  shaded?: boolean
  head?: 'Column' | 'Row'
}

const padding = 5

/** Rows that belong together; outside a table, a row is only a frame around its cells. */
export const drawTable = (paper: PdfCursor, draw: () => void): void => within(paper.tags, 'Table', draw)

/** Bordered cells side by side, as high as the fullest one; never split over two pages, never cut. */
export function drawRow(paper: PdfCursor, cells: Cell[], minHeight = 0): void {
  const typeset = cells.map((cell) => ({
    cell,
    width: cell.width * textWidth,
    lines: typesetItems(paper, cell.items, cell.width * textWidth - 2 * padding, cell.block),
  }))
  const height = Math.max(minHeight, ...typeset.map(({ lines }) => heightOf(lines) + 2 * padding - 2))
  makeRoom(paper, height)
  const isTable = isWithin(paper.tags, 'Table')
  within(paper.tags, isTable ? 'TR' : 'Div', () => {
    let x: number = paperSize.margin
    for (const { cell, width, lines } of typeset) {
      drawFrame(paper, cell, x, width, height)
      drawCell(paper, cell, lines, x, width, isTable)
      x += width
    }
  })
  paper.y -= height
}

function drawFrame(paper: PdfCursor, { shaded }: Cell, x: number, width: number, height: number): void {
  const page = lastPage(paper)
  const box = { x, y: paper.y - height, width, height, borderWidth: 0.7, borderColor: ink }
  artifact(page, () => page.drawRectangle(shaded ? { ...box, color: shade } : box))
}

function drawCell(
  paper: PdfCursor,
  cell: Cell,
  typeset: TypesetItem[],
  x: number,
  width: number,
  isTable: boolean,
): void {
  let top = paper.y - padding + 2
  const place = (height: number) => {
    top -= height
    return top + height
  }
  const draw = () => drawTypeset(paper, typeset, { x: x + padding, width: width - 2 * padding, place })
  if (!isTable) draw()
  else if (cell.head) within(paper.tags, 'TH', draw, { scope: cell.head })
  else within(paper.tags, 'TD', draw)
}

/** A shaded band across the page; stays together with at least `keep` points of what follows. */
export function drawBand(paper: PdfCursor, text: string, keep: number): void {
  makeRoom(paper, 15 + keep)
  const items: Item[] = [{ text, size: 8.5, weight: 'bold', tag: 'H2' }]
  drawRow(paper, [{ width: 1, items, block: text, shaded: true }], 15)
}

/** One row: what it is, in a shaded cell of this share of the width, and what it says. */
export const drawPair = (
  paper: PdfCursor,
  head: string,
  text: string,
  { share, size }: { share: number; size: number },
): void =>
  drawRow(paper, [
    { width: share, items: [{ text: head, size, weight: 'bold' }], block: head, shaded: true, head: 'Row' },
    { width: 1 - share, items: [{ text, size }], block: head },
  ])

/** A heading that is not left alone at the bottom of a page. */
export function drawHeading(paper: PdfCursor, text: string, tag: 'H1' | 'H2' = 'H2'): void {
  makeRoom(paper, 64)
  paper.y -= 8
  const typeset = typesetItems(paper, [{ text, size: 12, weight: 'bold', after: 4, tag }], textWidth, text)
  const place = (height: number) => {
    paper.y -= height
    return paper.y + height
  }
  drawTypeset(paper, typeset, { x: paperSize.margin, width: textWidth, place })
}

/** The sign-here and date-here marks: a word, an arrow and a line to write on, from `x` to `end`. */
export function drawFlag(paper: PdfCursor, text: string, x: number, end: number, y: number): void {
  const { font } = paper.faces.bold
  const size = 7.5
  const page = lastPage(paper)
  within(paper.tags, 'P', () => {
    content(paper.tags, page, () => page.drawText(text, { x, y, size, font, color: ink }))
  })
  const left = x + widthOf(paper, text, 'bold', size) + 3
  artifact(page, () => {
    page.drawSvgPath('M 0 0 L 8 4 L 0 8 Z', { x: left, y: y + 6.6, color: ink })
    drawRule(page, left + 14, end, y - 1)
  })
}
