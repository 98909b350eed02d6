import type { Evidence, Line, PageText } from '../../../shared/model/letter.ts'
import { around } from './boxes.ts'

/** A value with the reason to believe it. */
export type Found<T> = { value: T; evidence: Evidence }
/** A printed label, its pattern matching from the start of a line, and the name of the rule that it makes. */
export type Label = { rule: string; pattern: RegExp }
/** Reads a value from the start of a text; `raw` is what it used. */
export type Take<T> = (text: string) => { value: T; raw: string } | null

/**
 * All values that stand after, right of, or below one of the labels: order of labels first, then of pages and lines.
 * A line counts as a label only when nothing but the value follows it, so that running text is none.
 */
export function findLabeled<T>(
  pages: readonly PageText[],
  labels: readonly Label[],
  take: Take<T>,
): Found<T>[] {
  return labels.flatMap((label) =>
    pages.flatMap((page) =>
      page.lines.flatMap((line) => {
        const found = besideLabel(page, line, label, take)
        return found ? [found] : []
      }),
    ),
  )
}

function besideLabel<T>(page: PageText, line: Line, label: Label, take: Take<T>): Found<T> | null {
  const whole = afterLabel(label.pattern, line.text)
  const broken = whole === null ? brokenLabel(page, line, label.pattern) : null
  const after = whole ?? broken?.after ?? null
  if (after === null) return null
  const rest = after.replace(separators, '')
  if (rest !== '' && !isTail(rest)) {
    const value = takeFrom(page, { ...line, text: rest }, take, [line, ...(broken ? [broken.tail] : [])])
    return value && found(page, label, line, value)
  }
  const labelLines = [line, ...(broken ? [broken.tail] : tailsOf(page, line))]
  for (const neighbor of neighborsOf(page, labelLines)) {
    const value = takeFrom(page, neighbor, take, [...labelLines, neighbor])
    if (value) return found(page, label, neighbor, value)
  }
  return null
}

/** What follows a label at the start of a text, null where none stands there; `Notice date / Fecha del aviso` is one label. */
export function afterLabel(pattern: RegExp, line: string): string | null {
  // The edge of a box comes out as a bar before its text.
  const text = line.replace(/^[|[\]\s]+/, '')
  const match = pattern.exec(text)
  if (match?.index !== 0) return null
  const rest = text.slice(match[0].length)
  const joint = /^\s*[/(]\s*(?=\p{L})/u.exec(rest)
  const other = joint && pattern.exec(rest.slice(joint[0].length))
  return joint && other?.index === 0
    ? rest.slice(joint[0].length + other[0].length).replace(/^\s?\)/, '')
    : rest
}

/** A label whose last words stand in the line below, where its column ends; `after` is what follows its first ones. */
function brokenLabel(page: PageText, line: Line, pattern: RegExp): { after: string; tail: Line } | null {
  const tail = page.lines.find(
    (each) =>
      /^\p{Ll}\S*(?: \S+){0,2}$/u.test(each.text) &&
      Math.abs(each.box[0] - line.box[0]) < 0.01 &&
      isBelow(line, each, 1),
  )
  if (!tail) return null
  const words = line.text.split(' ')
  for (let count = words.length; count > 0; count--) {
    const label = [...words.slice(0, count), tail.text].join(' ')
    if (afterLabel(pattern, label)?.replace(separators, '') === '')
      return { after: words.slice(count).join(' '), tail }
  }
  return null
}

/** What does not read alone is tried with what follows it: the line below in a narrow cell, else the rest of its row. */
function takeFrom<T>(page: PageText, line: Line, take: Take<T>, used: readonly Line[]): ReturnType<Take<T>> {
  const text = line.text.replace(separators, '')
  const alone = take(text)
  if (alone) return alone
  const next = page.lines.find((each) => !used.includes(each) && isBelow(line, each, 0.8))
  const below = next && take(text.endsWith('-') ? text + next.text : `${text} ${next.text}`)
  if (below) return below
  const beside = page.lines.find(
    (each) => !used.includes(each) && isRightOf(line, each) && gapTo(line, each) < 0.05,
  )
  return beside ? take(`${text} ${beside.text}`) : null
}

/** A row of dots comes out as letters without ascenders: `mnnnnee 2018`. */
const separators = /^(?:[\s:;.…_#|\-–—]|[cemnosuvwr]{5,}\s(?=[\d$X*(]))+/
/** What a long label goes on with in its second line. */
const isTail = (text: string) =>
  // The same in another language, broken where its column ends.
  /^\/\s?\p{L}[\p{L} .]*$/u.test(text) ||
  /^(?:(?:ID|identification|telephone|phone|security|due|date|ended|ending|number|\(s\)|number\(s\)|name|you owe|by|or|con|nosotros|empleador|patr[oó]n|contribuyente|seguro social)[\s:]*)+$/i.test(
    text,
  )

function found<T>(
  page: PageText,
  { rule }: Label,
  line: Line,
  { value, raw }: { value: T; raw: string },
): Found<T> {
  return { value, evidence: { page: page.page, box: line.box, raw, confidence: line.confidence, rule } }
}

function tailsOf(page: PageText, label: Line): Line[] {
  const next = page.lines.find(
    (line) => isBelow(label, line, 1) && Math.abs(line.box[0] - label.box[0]) < 0.02,
  )
  // A line of its own that begins with a capital is another label.
  return next && isTail(next.text) && /^(?:[a-z(]|ID\b|Seguro\b)/.test(next.text) ? [next] : []
}

/** The nearest line on the right of the label, then the nearest below it. */
export function neighborsOf(page: PageText, label: Line[]): Line[] {
  const box = around(label.map((line) => line.box))
  const whole: Line = { text: '', box, confidence: 1 }
  // What is much higher than its label is a stamp or a drawing.
  const others = page.lines.filter((line) => !label.includes(line) && line.box[3] < 3.5 * box[3])
  const right = others
    .filter((line) => isRightOf(whole, line))
    .sort((a, b) => a.box[0] - b.box[0])
    .slice(0, 1)
  const below = others
    .filter((line) => isBelow(whole, line, 1.6))
    .sort((a, b) => a.box[1] - b.box[1])
    .slice(0, 1)
  return [...right, ...besideBoth(whole, others), ...below]
}

/** A value of two lines whose label stands at half their height. */
function besideBoth(label: Line, others: readonly Line[]): Line[] {
  const middle = label.box[1] + label.box[3] / 2
  const near = others.filter((line) => {
    const gap = gapTo(label, line)
    return gap > -0.005 && gap < 0.3 && Math.abs(line.box[1] + line.box[3] / 2 - middle) < line.box[3]
  })
  const upper = near.find((line) => line.box[1] + line.box[3] / 2 < middle)
  const lower = upper && near.find((line) => line.box[1] > upper.box[1] && sameEdge(line, upper))
  if (!upper || !lower) return []
  const confidence = Math.min(upper.confidence, lower.confidence)
  return [{ text: `${upper.text} ${lower.text}`, box: around([upper.box, lower.box]), confidence }]
}

const sameEdge = (a: Line, b: Line) =>
  Math.abs(a.box[0] - b.box[0]) < 0.01 || Math.abs(a.box[0] + a.box[2] - b.box[0] - b.box[2]) < 0.01

function isRightOf(label: Line, line: Line): boolean {
  const gap = line.box[0] - (label.box[0] + label.box[2])
  const shared = Math.min(bottom(label), bottom(line)) - Math.max(label.box[1], line.box[1])
  return gap > -0.005 && gap < 0.4 && shared > 0.4 * Math.min(label.box[3], line.box[3])
}

function isBelow(label: Line, line: Line, reach: number): boolean {
  const gap = line.box[1] - bottom(label)
  const height = Math.max(0.008, Math.min(label.box[3], 0.03))
  const shared =
    Math.min(label.box[0] + label.box[2], line.box[0] + line.box[2]) - Math.max(label.box[0], line.box[0])
  return (
    gap > -0.4 * height && gap < reach * height && line.box[1] > label.box[1] + 0.4 * height && shared > 0
  )
}

const gapTo = (line: Line, next: Line) => next.box[0] - (line.box[0] + line.box[2])
const bottom = (line: Line) => line.box[1] + line.box[3]
