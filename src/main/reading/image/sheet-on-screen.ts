import type { GrayImage } from '../files/scan.ts'
import type { Quad } from './document-outline.ts'
import { type ConnectedComponent, largestComponent } from './largest-component.ts'

/** A small copy: every place stands for `step` by `step` pixels. */
type Grid = { width: number; height: number; values: Uint8Array; step: number }

/**
 * The sheet in a picture that a program took of its window: an upright rectangle of one even white with something else
 * around it, or, in a window that is all white, the columns that the print fills. Null for any other picture.
 */
export function sheetOnScreen(image: GrayImage): Quad | null {
  const isWide = image.width > 1.05 * image.height
  const grid = gridOf(image)
  if (!isWide && hasWhiteRim(grid)) return null
  const [paper, ...others] = papersOf(grid)
  if (paper === undefined) return null
  for (const each of [paper, ...others]) {
    const sheet = sheetIn(grid, each)
    if (sheet) return sheet
  }
  return isWide ? columnsOfPrint(grid, paper) : null
}

/** As every scan has; at no time need more be looked for on one. */
function hasWhiteRim({ width, height, values }: Grid): boolean {
  let white = 0
  for (let x = 0; x < width; x++)
    for (const y of [2, height - 3]) if ((values[y * width + x] ?? 0) > 245) white++
  for (let y = 0; y < height; y++)
    for (const x of [2, width - 3]) if ((values[y * width + x] ?? 0) > 245) white++
  return white > 0.9 * 2 * (width + height)
}

const gridWidth = 550
/** How much of the picture a sheet covers. */
const [leastArea, mostArea] = [0.08, 0.96]

function gridOf({ width, height, pixels }: GrayImage): Grid {
  const step = Math.max(1, Math.round(width / gridWidth))
  const [columns, rows] = [Math.floor(width / step), Math.floor(height / step)]
  const values = new Uint8Array(columns * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) values[y * columns + x] = pixels[y * step * width + x * step] ?? 255
  return { width: columns, height: rows, values, step }
}

/** The whites that much of the picture has exactly, the brightest first; none where light and grain make many of them. */
function papersOf({ values }: Grid): number[] {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  const near = (value: number) => (counts[value - 1] ?? 0) + (counts[value] ?? 0) + (counts[value + 1] ?? 0)
  const isPeak = (value: number) =>
    (counts[value] ?? 0) >= Math.max(counts[value - 1] ?? 0, counts[value + 1] ?? 0) &&
    near(value) > leastArea * values.length
  return Array.from({ length: 56 }, (_, at) => 255 - at)
    .filter(isPeak)
    .slice(0, 3)
}

/** A program's white is the same everywhere, but for what a JPEG makes of it. */
const isPaper = (value: number, paper: number) => Math.abs(value - paper) <= 3

function sheetIn({ width, height, values }: Grid, paper: number): Quad | null {
  const mask = values.map((value) => (isPaper(value, paper) ? 1 : 0))
  const sheet = largestComponent(mask, width, height)
  if (!sheet) return null
  const [left, right] = edgesOf(sheet.first, sheet.last)
  const [top, bottom] = edgesOf(sheet.highest, sheet.lowest)
  const area = (right - left + 1) * (bottom - top + 1)
  if (area < leastArea * width * height || area > mostArea * width * height) return null
  if (sheet.size < 0.5 * area || !isStraight(sheet, [left, right, top, bottom])) return null
  if (paperAround(mask, width, [left, right, top, bottom]) > 0.35) return null
  return quadOf(left / width, (right + 1) / width, top / height, (bottom + 1) / height)
}

type Edges = readonly [left: number, right: number, top: number, bottom: number]

/** The outermost places that most rows (or columns) reach; a bar that touches the sheet does not move them. */
function edgesOf(first: Int32Array, last: Int32Array): [number, number] {
  const middle = (places: readonly number[]) =>
    places.toSorted((a, b) => a - b)[Math.floor(places.length / 2)] ?? 0
  return [middle([...first].filter((at) => at !== -1)), middle([...last].filter((at) => at !== -1))]
}

/** Whether the sides run straight along most of their length. */
function isStraight(sheet: ConnectedComponent, [left, right, top, bottom]: Edges): boolean {
  const share = (places: Int32Array, from: number, to: number, edge: number) => {
    const side = [...places.subarray(from, to + 1)]
    return side.filter((at) => Math.abs(at - edge) <= 2).length / side.length
  }
  return [
    share(sheet.first, top, bottom, left),
    share(sheet.last, top, bottom, right),
    share(sheet.highest, left, right, top),
    share(sheet.lowest, left, right, bottom),
  ].every((straight) => straight > 0.8)
}

/** How much of what lies around the sheet has its white. */
function paperAround(mask: Uint8Array, width: number, [left, right, top, bottom]: Edges): number {
  let paper = 0
  let all = 0
  for (const [at, isWhite] of mask.entries()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (x >= left && x <= right && y >= top && y <= bottom) continue
    all++
    paper += isWhite
  }
  return paper / Math.max(1, all)
}

/** Print fills less of the width than this where a page does not fill its window. */
const mostFilled = 0.8
/** Of the ink, what lies outside of the letter: the words on the bars of the window. */
const strayInk = 0.02

/** The bars of a window fill no more of its height. */
const bars = 0.1

function columnsOfPrint({ width, height, values }: Grid, paper: number): Quad | null {
  const ink = new Uint32Array(width)
  let all = 0
  const isInk = (at: number) => (values[at] ?? 255) < paper - 60
  for (let at = Math.round(bars * height) * width; at < values.length; at++) {
    if (!isInk(at)) continue
    ink[at % width] = (ink[at % width] ?? 0) + 1
    all++
  }
  if (all === 0 || all > 0.25 * values.length) return null
  const left = outward(ink, columnAt(ink, strayInk * all), -1)
  const right = outward(ink, columnAt(ink, (1 - strayInk) * all), 1)
  if (right - left > mostFilled * width || right - left < 0.15 * width) return null
  const margin = 0.1 * (right - left)
  const [from, to] = [Math.max(0, left - margin), Math.min(width, right + margin)]
  const rows = Array.from({ length: height }, (_, y) => y).filter((y) =>
    values
      .subarray(y * width + Math.floor(from), y * width + Math.ceil(to))
      .some((value) => value < paper - 60),
  )
  const top = Math.max(0, (rows[0] ?? 0) - margin / 2)
  // Of a letter that ends halfway down its sheet the rest belongs to it.
  const bottom = Math.min(
    height,
    Math.max((rows.at(-1) ?? height) + margin / 2, top + sheetShape * (to - from)),
  )
  return quadOf(from / width, to / width, top / height, bottom / height)
}

const sheetShape = 11 / 8.5

const quadOf = (left: number, right: number, top: number, bottom: number): Quad => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
]

function columnAt(ink: Uint32Array, share: number): number {
  let seen = 0
  for (const [at, count] of ink.entries()) {
    seen += count
    if (seen >= share) return at
  }
  return ink.length - 1
}

/** On from a column, over what has ink, up to a blank stretch. */
function outward(ink: Uint32Array, from: number, step: 1 | -1): number {
  const blank = Math.round(0.03 * ink.length)
  let edge = from
  for (let at = from; at >= 0 && at < ink.length && Math.abs(at - edge) < blank; at += step)
    if ((ink[at] ?? 0) > 0) edge = at
  return edge
}
