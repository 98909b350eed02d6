import { type PDFPage, rgb } from '@cantoo/pdf-lib'
import {
  dayWidth,
  heightOf,
  type Item,
  markWidth,
  type TypesetItem,
  type TypesetLine,
  typesetItems,
} from './layout.ts'
import { lastPage, makeRoom, type PdfCursor, paperSize, textWidth, widthOf } from './pdf-cursor.ts'
import { artifact, content, type Tag, within } from './tags.ts'

export type { Item } from './layout.ts'

export const ink = rgb(0, 0, 0)
export const quiet = rgb(0.32, 0.32, 0.32)
export const shade = rgb(0.92, 0.92, 0.92)

/** A paragraph higher than this, in points, may continue on the next page; a lower one stays in one piece. */
const longParagraph = 110

/** Writes paragraphs down the page and on to the next; `block` is used in errors. */
export function write(paper: PdfCursor, items: Item[], block: string): void {
  const typeset = typesetItems(paper, items, textWidth, block)
  const start = (at: number) => {
    let height = heightOf(typeset.slice(at, at + 1))
    for (let next = at; typeset[next]?.item.keep; next++)
      height += heightOf(typeset.slice(next + 1, next + 2))
    if (height < longParagraph) makeRoom(paper, height)
  }
  const place = (height: number) => {
    makeRoom(paper, height)
    paper.y -= height
    return paper.y + height
  }
  drawTypeset(paper, typeset, { x: paperSize.margin, width: textWidth, start, place })
}

/**
 * Where paragraphs go: `start` comes before each of them, by number; `place` returns the top edge of each
 * line.
 */
type Flow = { x: number; width: number; start?: (at: number) => void; place: (height: number) => number }

/**
 * Draws paragraphs that were laid out; neighbors with a mark, and what is indented under them, are one list.
 */
export function drawTypeset(paper: PdfCursor, typeset: TypesetItem[], flow: Flow): void {
  const { tags } = paper
  for (let at = 0; at < typeset.length; at++) {
    const from = at
    const isListed = typeset[from]?.item.mark !== undefined
    while (isListed && (typeset[at + 1]?.item.mark || typeset[at + 1]?.item.indent)) at++
    const draw = () => {
      for (const [index, each] of typeset.slice(from, at + 1).entries())
        if (isListed) within(tags, 'LI', () => drawParagraph(paper, each, from + index, flow, 'LBody'))
        else drawParagraph(paper, each, from + index, flow, each.item.tag ?? 'P')
    }
    if (isListed) within(tags, 'L', draw)
    else draw()
  }
}

const spoken = { box: 'Not ticked', checked: 'Ticked', bullet: '•' }

function drawParagraph(
  paper: PdfCursor,
  { item, lines }: TypesetItem,
  at: number,
  flow: Flow,
  tag: Tag,
): void {
  const { tags } = paper
  const left = flow.x + (item.indent ?? 0)
  const size = item.size ?? 10
  flow.start?.(at)
  const [first, ...rest] = lines
  if (!first) return
  const top = flow.place(first.height)
  const { mark } = item
  if (mark) {
    const alt = spoken[mark]
    const glyph = () => drawMark(lastPage(paper), mark, left, top - size, size)
    within(tags, 'Lbl', () => content(tags, lastPage(paper), glyph), { alt })
  }
  within(tags, tag, () => {
    drawLine(paper, item, first, left, top, flow)
    for (const line of rest) drawLine(paper, item, line, left, flow.place(line.height), flow)
    if (item.day !== undefined) drawDay(paper, item.day, size, flow.x + flow.width - dayWidth(item), top)
  })
}

function drawLine(paper: PdfCursor, item: Item, line: TypesetLine, x: number, top: number, flow: Flow): void {
  const page = lastPage(paper)
  const end = flow.x + flow.width
  if (line.ruled) {
    artifact(page, () => drawRule(page, x, end, top - 17))
    return
  }
  const size = item.size ?? 10
  const place = { y: top - size, size, color: item.tone === 'quiet' ? quiet : ink }
  const left = x + markWidth(item)
  const leadWidth = widthOf(paper, line.lead, 'bold', size)
  content(paper.tags, page, () => {
    const { font } = paper.faces[item.weight ?? 'regular']
    if (line.lead) page.drawText(line.lead, { ...place, x: left, font: paper.faces.bold.font })
    if (line.text) page.drawText(line.text, { ...place, x: left + leadWidth, font })
  })
}

export const drawRule = (page: PDFPage, from: number, to: number, y: number): void =>
  page.drawLine({ start: { x: from, y }, end: { x: to, y }, thickness: 0.5, color: quiet })

/** The date on which something was done, or a line to write it on. */
function drawDay(paper: PdfCursor, day: string, size: number, x: number, top: number): void {
  const page = lastPage(paper)
  const left = x + size
  if (day) {
    const { font } = paper.faces.bold
    content(paper.tags, page, () => page.drawText(day, { x: left, y: top - size, size, font, color: ink }))
  } else artifact(page, () => drawRule(page, left, x + size * 9.5, top - size - 1))
}

function drawMark(page: PDFPage, mark: 'box' | 'checked' | 'bullet', x: number, base: number, size: number) {
  if (mark === 'bullet') {
    page.drawCircle({ x: x + size * 0.45, y: base + size * 0.3, size: size * 0.13, color: ink })
    return
  }
  const side = size * 0.85
  const y = base - size * 0.06
  page.drawRectangle({ x, y, width: side, height: side, borderWidth: 0.9, borderColor: ink })
  if (mark === 'box') return
  const [left, right, low, high] = [x + 1.6, x + side - 1.6, y + 1.6, y + side - 1.6]
  for (const [from, to] of [
    [low, high],
    [high, low],
  ] as const)
    page.drawLine({ start: { x: left, y: from }, end: { x: right, y: to }, thickness: 1.4, color: ink })
}
