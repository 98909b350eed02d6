import { type PdfCursor, printable, type Weight, widthOf } from './pdf-cursor.ts'

/** One paragraph. Sizes and distances are in points. */
export type Item = {
  text: string
  /** Printed bold before the text, on the same line. */
  lead?: string
  size?: number
  weight?: Weight
  tone?: 'ink' | 'quiet'
  /** What a screen reader calls it; a paragraph by default. */
  tag?: 'H1' | 'H2'
  /** Drawn before the text, which is indented next to it. */
  mark?: 'box' | 'checked' | 'bullet'
  /** The date on which it was done, at the right edge; empty: a line to write it on. */
  day?: string
  indent?: number
  /** Empty lines to write on, after the text. */
  ruled?: number
  after?: number
  /** Stays on one page with what follows it. */
  keep?: true
}

/** One line, ready to be drawn; `lead` only on the first of a paragraph. */
export type TypesetLine = { text: string; lead: string; height: number; ruled?: true }
export type TypesetItem = { item: Item; lines: TypesetLine[] }

export const markWidth = (item: Item): number => (item.mark ? (item.size ?? 10) * 1.5 : 0)
/** Space for `November 25, 2026`. */
export const dayWidth = (item: Item): number => (item.day === undefined ? 0 : (item.size ?? 10) * 9.5)

const ruledHeight = 20

/** Breaks paragraphs into lines of `width` points; `block` is used in errors. */
export const typesetItems = (paper: PdfCursor, items: Item[], width: number, block: string): TypesetItem[] =>
  items.map((set) => {
    const item = scaled(set, paper.scale)
    const weight = item.weight ?? 'regular'
    const size = item.size ?? 10
    const lead = item.lead ? `${printable(paper, item.lead, 'bold', block)} ` : ''
    const text = printable(paper, item.text, weight, block)
    const room = width - (item.indent ?? 0) - markWidth(item) - dayWidth(item)
    const measure = (part: string) => widthOf(paper, part, weight, size)
    const leadWidth = lead ? widthOf(paper, lead, 'bold', size) : 0
    const height = size * 1.28
    const lines: TypesetLine[] = wrap(text, room, leadWidth, measure).map((line, index) => ({
      text: line,
      lead: index === 0 ? lead : '',
      height,
    }))
    for (let rule = 0; rule < (item.ruled ?? 0); rule++)
      lines.push({ text: '', lead: '', height: ruledHeight, ruled: true })
    const last = lines.at(-1)
    if (last) last.height += item.after ?? 0
    return { item, lines }
  })

/** The same paragraph in smaller type. */
const scaled = (item: Item, scale: number): Item =>
  scale === 1 ? item : { ...item, size: (item.size ?? 10) * scale, after: (item.after ?? 0) * scale }

export const heightOf = (typeset: TypesetItem[]): number =>
  typeset.reduce((sum, { lines }) => sum + lines.reduce((height, line) => height + line.height, 0), 0)

/**
 * Greedy word wrap. The first line of the first paragraph starts `used` points in. A word that is too long is
 * broken.
 */
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

/** A word that does not fit on a line, cut into pieces that do; other words whole. */
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
