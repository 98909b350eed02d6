import type { Box, Line } from '../../../shared/model/letter.ts'

/** What must be taken out of a copy: taxpayer numbers as digits, names and lines of addresses as printed. */
export type Secrets = { numbers: string[]; last4: string[]; texts: string[] }
type TextRange = { line: number; from: number; to: number }

/**
 * Where a taxpayer number appears: whole, masked, in the row of digits on a payment slip, or as its last four
 * digits; and the names and addresses asked for. It takes out too much rather than too little: anything
 * shaped like such a number goes, whoever's it is, even if a digit was misread as a letter.
 */
export function findSecrets(lines: readonly Pick<Line, 'text'>[], secrets: Secrets): TextRange[] {
  return lines.flatMap(({ text }, line) =>
    joined([
      ...shapes.flatMap((shape) => [...text.matchAll(shape)].map(rangeOf)),
      ...secrets.numbers.flatMap((digits) => rangesOfDigits(text, digits)),
      ...secrets.last4.flatMap((digits) => rangesOfLastFour(text, digits)),
      ...secrets.texts.flatMap((words) => rangesOfText(text, words)),
      ...secrets.texts.flatMap((words) => rangesOfNameControl(text, words)),
    ]).map((range) => ({ line, ...range })),
  )
}

type Range = { from: number; to: number }
const rangeOf = (match: RegExpMatchArray): Range => ({
  from: match.index ?? 0,
  to: (match.index ?? 0) + match[0].length,
})

/** A digit, or a character that stands in for one that was misread or masked. */
const d = '[\\dOoQDIl|SsBZzGg]'
const m = '[\\dOoQDIl|SsBZzGgXx*#•]'
const gap = '\\s?[-‐–—.~_]\\s?'
const shapes = [
  // 900-12-3456, XXX-XX-3456
  new RegExp(`(?<![\\dA-Za-z])${m}{3}${gap}${m}{2}${gap}${d}{4}(?![\\d])`, 'g'),
  // 90-1234567
  new RegExp(`(?<![\\dA-Za-z-])${m}{2}${gap}${m}{3}${d}{4}(?![\\d])`, 'g'),
  // 900 12 3456
  /(?<!\d)\d{3} \d{2} \d{4}(?!\d)/g,
  // 900123456, alone or inside the row of a payment slip
  /(?<!\d)\d{9}(?!\d)/g,
  // 9407 1000 0000 0000 0000 00: a mail number, by which anyone follows the letter to its address
  /(?<!\d)9\d(?: ?\d){18,20}(?!\d)/g,
]

/** The digits in this order, whatever is between them. */
function rangesOfDigits(text: string, digits: string): Range[] {
  if (digits.length < 4) return []
  return [...text.matchAll(new RegExp([...digits].join('[^\\d]{0,3}'), 'g'))].map(rangeOf)
}

/** Not part of a longer number or of an amount; a period or comma after them may end the sentence. */
const rangesOfLastFour = (text: string, digits: string): Range[] =>
  [...text.matchAll(new RegExp(`(?<!\\d|\\d[,.]|\\$)${digits}(?!\\d|[,.]\\d)`, 'g'))].map(rangeOf)

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()

/** Each word of a name or address that has three characters or more. */
function rangesOfText(text: string, words: string): Range[] {
  // Characters that fold into a different number of characters would shift the position; then the whole line
  // goes.
  const folded = plain(text)
  return plain(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
    .flatMap((word) => [...folded.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'gu'))])
    .map(rangeOf)
    .map((range) => (folded.length === text.length ? range : { from: 0, to: text.length }))
}

/** A row for machines, such as that of a payment slip, has the first four letters of the name between its digits. */
function rangesOfNameControl(text: string, words: string): Range[] {
  const folded = plain(text)
  if (folded.length !== text.length || (text.match(/\d/g) ?? []).length < 8) return []
  return plain(words)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 4)
    .flatMap((word) => [...folded.matchAll(new RegExp(`(?<!\\p{L})${word.slice(0, 4)}(?!\\p{L})`, 'gu'))])
    .map(rangeOf)
}

function joined(ranges: Range[]): Range[] {
  const out: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to)
    else out.push({ ...range })
  }
  return out
}

/**
 * The parts of the page to black out. Only the line's own box is known, so the position in it is an estimate:
 * `room` is the share of the line's width that is added on each side; 1 takes the whole line.
 */
export function redactBoxes(
  lines: readonly Pick<Line, 'text' | 'box'>[],
  ranges: readonly TextRange[],
  room: number,
): Box[] {
  return ranges.map(({ line, from, to }) => {
    const { text, box } = lines[line] ?? { text: '', box: [0, 0, 0, 0] }
    const [x, y, width, height] = box
    const characterWidth = width / Math.max(1, text.length)
    const side = Math.max(2 * characterWidth, room * width)
    const left = Math.max(0, Math.max(x, x + from * characterWidth - side) - 0.004)
    const right = Math.min(1, Math.min(x + width, x + to * characterWidth + side) + 0.004)
    const top = Math.max(0, y - 0.25 * height)
    return [left, top, right - left, Math.min(1, y + 1.25 * height) - top]
  })
}
