import { rgb } from '@cantoo/pdf-lib'
import { lastPage, makeRoom, type Paper, printable, sheet, textWidth, type Weight, widthOf } from './paper.ts'

export const ink = rgb(0, 0, 0)
export const quiet = rgb(0.32, 0.32, 0.32)
export const shade = rgb(0.92, 0.92, 0.92)

/** One paragraph. Sizes and distances in points. */
export type Item = {
  text: string
  /** Printed bold before the text, on the same line. */
  lead?: string
  size?: number
  weight?: Weight
  tone?: 'ink' | 'quiet'
  /** Drawn before the text, which hangs beside it. */
  mark?: 'box' | 'checked' | 'bullet'
  indent?: number
  /** Empty lines to write on, after the text. */
  ruled?: number
  after?: number
}

/** One line of a paragraph, ready to be drawn; `lead` only on the first. */
type LaidLine = { item: Item; text: string; lead: string; first: boolean; height: number; ruled?: boolean }

const leadingOf = (item: Item): number => (item.size ?? 10) * 1.28
const markWidth = (item: Item): number => (item.mark ? (item.size ?? 10) * 1.5 : 0)

/** A paragraph higher than this, in points, may run over to the next page; a lower one stays in one piece. */
const longParagraph = 110

/** Writes paragraphs down the page and over to the next; `block` names the place in errors. */
export function write(paper: Paper, items: Item[], block: string): void {
  for (const item of items) {
    const lines = layOut(paper, [item], textWidth, block)
    if (heightOf(lines) < longParagraph) makeRoom(paper, heightOf(lines))
    for (const line of lines) {
      makeRoom(paper, line.height)
      drawLaid(paper, [line], sheet.margin, paper.y)
      paper.y -= line.height
    }
  }
}

/** Breaks paragraphs into lines of `width` points. */
export function layOut(paper: Paper, items: Item[], width: number, block: string): LaidLine[] {
  return items.flatMap((item): LaidLine[] => {
    const weight = item.weight ?? 'regular'
    const size = item.size ?? 10
    const lead = item.lead ? `${printable(paper, item.lead, 'bold', block)} ` : ''
    const text = printable(paper, item.text, weight, block)
    const room = width - (item.indent ?? 0) - markWidth(item)
    const measure = (part: string) => widthOf(paper, part, weight, size)
    const leadWidth = lead ? widthOf(paper, lead, 'bold', size) : 0
    const lines = wrap(text, room, leadWidth, measure)
    const leading = leadingOf(item)
    const laid = lines.map((line, index) => ({
      item,
      text: line,
      lead: index === 0 ? lead : '',
      first: index === 0,
      height: leading,
    }))
    const rules = Array.from({ length: item.ruled ?? 0 }, () => ({
      item,
      text: '',
      lead: '',
      first: false,
      height: 20,
      ruled: true,
    }))
    const all: LaidLine[] = [...laid, ...rules]
    const last = all.at(-1)
    if (last) last.height += item.after ?? 0
    return all
  })
}

export const heightOf = (lines: LaidLine[]): number => lines.reduce((sum, line) => sum + line.height, 0)

/** Draws laid lines from the upper edge `top` down. */
export function drawLaid(
  paper: Paper,
  lines: LaidLine[],
  x: number,
  top: number,
  width: number = textWidth,
): void {
  const page = lastPage(paper)
  let y = top
  for (const line of lines) {
    const { item } = line
    const size = item.size ?? 10
    const color = item.tone === 'quiet' ? quiet : ink
    const left = x + (item.indent ?? 0)
    const base = y - size
    if (line.ruled) {
      page.drawLine({
        start: { x: left, y: y - 17 },
        end: { x: x + width, y: y - 17 },
        thickness: 0.5,
        color: quiet,
      })
    }
    if (line.first && item.mark) drawMark(paper, item.mark, left, base, size)
    const textLeft = left + markWidth(item)
    const { font } = paper.faces[item.weight ?? 'regular']
    const leadWidth = widthOf(paper, line.lead, 'bold', size)
    if (line.lead)
      page.drawText(line.lead, { x: textLeft, y: base, size, font: paper.faces.bold.font, color })
    if (line.text) page.drawText(line.text, { x: textLeft + leadWidth, y: base, size, font, color })
    y -= line.height
  }
}

function drawMark(
  paper: Paper,
  mark: 'box' | 'checked' | 'bullet',
  x: number,
  base: number,
  size: number,
): void {
  const page = lastPage(paper)
  if (mark === 'bullet') {
    page.drawCircle({ x: x + size * 0.45, y: base + size * 0.3, size: size * 0.13, color: ink })
    return
  }
  const side = size * 0.85
  const y = base - size * 0.06
  page.drawRectangle({ x, y, width: side, height: side, borderWidth: 0.9, borderColor: ink })
  if (mark === 'box') return
  const cross = { thickness: 1.4, color: ink }
  page.drawLine({
    start: { x: x + 1.6, y: y + 1.6 },
    end: { x: x + side - 1.6, y: y + side - 1.6 },
    ...cross,
  })
  page.drawLine({
    start: { x: x + 1.6, y: y + side - 1.6 },
    end: { x: x + side - 1.6, y: y + 1.6 },
    ...cross,
  })
}

/** Greedy word wrap; the first line of the first paragraph starts `used` points in. Too long a word is broken. */
function wrap(text: string, width: number, used: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    const room = () => width - (lines.length === 0 ? used : 0)
    for (const word of paragraph.split(' ').flatMap((each) => pieces(each, width - used, measure))) {
      const longer = line ? `${line} ${word}` : word
      if (line && measure(longer) > room()) {
        lines.push(line)
        line = word
      } else line = longer
    }
    lines.push(line)
  }
  return lines
}

/** A word that no line can hold, cut into what a line holds; other words whole. */
function pieces(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (part && measure(part + character) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
