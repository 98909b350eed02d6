import type { Evidence, Line, PageText } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'

/** Lines of one column that follow each other, and their text as running text. */
export type Paragraph = { page: number; lines: Line[]; text: string }

/** Joins lines that start at the same left edge with no more than a line's room between them. */
export function paragraphsOf(page: PageText): Paragraph[] {
  // OCR's boxes are only as high as the ink, and seem further apart.
  const room = page.source === 'ocr' ? 1.25 : 0.9
  const open: Line[][] = []
  for (const line of page.lines) {
    const column = open.find((lines) => continues(lines[lines.length - 1], line, room))
    if (column) column.push(line)
    else open.push([line])
  }
  return open.map((lines) => ({ page: page.page, lines, text: lines.map((line) => line.text).join(' ') }))
}

function continues(last: Line | undefined, line: Line, room: number): boolean {
  if (!last) return false
  const [lower = 0, higher = 0] = [last.box[3], line.box[3]].toSorted((a, b) => a - b)
  // A logo is as tall as several lines, and no part of the address below it.
  if (higher > 2.5 * lower) return false
  const gap = line.box[1] - (last.box[1] + last.box[3])
  const sameEdge = Math.abs(line.box[0] - last.box[0]) < 0.02
  return sameEdge && gap < room * higher && gap > -0.5 * higher && line.box[1] > last.box[1]
}

/** Evidence for a stretch of a paragraph, with the box of the lines that it runs over. */
export function evidenceIn(paragraph: Paragraph, at: number, raw: string, rule: string): Evidence {
  const touched: Line[] = []
  let start = 0
  for (const line of paragraph.lines) {
    const end = start + line.text.length
    if (end > at && start < at + raw.length) touched.push(line)
    start = end + 1
  }
  const confidence = Math.min(1, ...touched.map((line) => line.confidence))
  return { page: paragraph.page, box: around(touched.map((line) => line.box)), raw, confidence, rule }
}
