import { lastPage, makeRoom, type Paper, sheet, textWidth, widthOf } from './paper.ts'
import { drawLaid, heightOf, type Item, ink, layOut, quiet, shade } from './write.ts'

/** `width` is a fraction of the text width. `block` names the place in errors. */
export type Cell = { width: number; items: Item[]; block: string; shaded?: boolean }

const padding = 5

/** Bordered cells side by side, as high as the fullest of them; never split over two pages, never cut. */
export function drawRow(paper: Paper, cells: Cell[], minHeight = 0): void {
  const laid = cells.map((cell) => ({
    cell,
    width: cell.width * textWidth,
    lines: layOut(paper, cell.items, cell.width * textWidth - 2 * padding, cell.block),
  }))
  const height = Math.max(minHeight, ...laid.map(({ lines }) => heightOf(lines) + 2 * padding - 2))
  makeRoom(paper, height)
  let x: number = sheet.margin
  for (const { cell, width, lines } of laid) {
    lastPage(paper).drawRectangle({
      x,
      y: paper.y - height,
      width,
      height,
      borderWidth: 0.7,
      borderColor: ink,
      ...(cell.shaded ? { color: shade } : {}),
    })
    drawLaid(paper, lines, x + padding, paper.y - padding + 2, width - 2 * padding)
    x += width
  }
  paper.y -= height
}

/** A shaded band across the page; stays with at least `keep` points of what follows. */
export function drawBand(paper: Paper, text: string, keep: number): void {
  makeRoom(paper, 15 + keep)
  drawRow(paper, [{ width: 1, items: [{ text, size: 8.5, weight: 'bold' }], block: text, shaded: true }], 15)
}

/** A heading that is not left alone at the foot of a page. */
export function drawHeading(paper: Paper, text: string): void {
  makeRoom(paper, 64)
  paper.y -= 8
  const lines = layOut(paper, [{ text, size: 12, weight: 'bold', after: 4 }], textWidth, text)
  drawLaid(paper, lines, sheet.margin, paper.y)
  paper.y -= heightOf(lines)
}

/** The sign-here and date-here marks: a word, an arrow and a line for the pen, from `x` to `end`. */
export function drawFlag(paper: Paper, text: string, x: number, end: number, y: number): void {
  const { font } = paper.faces.bold
  const size = 7.5
  const page = lastPage(paper)
  page.drawText(text, { x, y, size, font, color: ink })
  const left = x + widthOf(paper, text, 'bold', size) + 3
  page.drawSvgPath('M 0 0 L 8 4 L 0 8 Z', { x: left, y: y + 6.6, color: ink })
  page.drawLine({
    start: { x: left + 14, y: y - 1 },
    end: { x: end, y: y - 1 },
    thickness: 0.7,
    color: quiet,
  })
}
