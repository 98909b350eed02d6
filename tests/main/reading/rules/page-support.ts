import type { Line, PageText } from '../../../../src/shared/model/letter.ts'

/** A line of print: left edge and top in points of US Letter paper, then its text at 10 points. */
export type Printed = readonly [left: number, top: number, text: string]

/** A page by hand; characters are taken as half as wide as high. */
export const pageOf = (printed: readonly Printed[], page = 1): PageText => ({
  page,
  aspect: 612 / 792,
  source: 'text-layer',
  rotation: 0,
  lines: printed.map(lineOf).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]),
})

const lineOf = ([left, top, text]: Printed): Line => ({
  text,
  box: [left / 612, top / 792, (text.length * 5) / 612, 10 / 792],
  confidence: 1,
})

/** Running text in one column, one line below the other. */
export const column = (left: number, top: number, ...texts: string[]): Printed[] =>
  texts.map((text, at) => [left, top + 12 * at, text])
