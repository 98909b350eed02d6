import { expect, test } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import { type Region, regionsOf } from '../../../../src/main/reading/ocr/read-regions.ts'

const [width, height] = [2200, 2840]

/** Rows of print, each 28 pixels high, as [top, left, right]. */
function pageWith(rows: readonly (readonly [number, number, number])[]): GrayImage {
  const pixels = Buffer.alloc(width * height, 250)
  for (const [top, left, right] of rows)
    for (let y = top; y < top + 28; y++) pixels.fill(30, y * width + left, y * width + right)
  return { width, height, pixels }
}

const lines = (from: number, to: number, left: number, right: number) =>
  Array.from({ length: Math.floor((to - from) / 44) }, (_, at) => [from + 44 * at, left, right] as const)

const letter = pageWith([
  ...lines(120, 420, 150, 700),
  ...lines(100, 440, 1400, 2000),
  ...lines(600, 2400, 150, 2050),
  ...lines(2620, 2760, 150, 2050),
])
const regions = regionsOf(letter)
const all: Region[] = [...regions.corner, regions.foot, ...regions.head, ...regions.middle]

test('the corner of the head is separate from the rest, in two pieces of several lines each', () => {
  expect(regions.corner).toHaveLength(2)
  const [upper, lower] = regions.corner
  expect(upper?.bottom).toBe(lower?.top)
  for (const piece of regions.corner) {
    expect(piece.left).toBeGreaterThan(700)
    expect(piece.left).toBeLessThan(1400)
    expect(printedRows(letter, piece)).toBeGreaterThan(2 * 28)
  }
})

test('no piece cuts a line of print, and together they cover the whole page', () => {
  for (const { top, left, right } of all) {
    if (top === 0) continue
    const above = letter.pixels.subarray((top - 1) * width + left, (top - 1) * width + right)
    expect(above.every((value) => value > 128)).toBe(true)
  }
  const area = all.reduce((sum, { top, bottom, left, right }) => sum + (bottom - top) * (right - left), 0)
  expect(area).toBe(width * height)
})

test('a corner without print is one piece', () => {
  expect(regionsOf(pageWith(lines(600, 2400, 150, 2050))).corner).toHaveLength(1)
})

/** A solid bar from the first row to the last leaves no blank row to cut at. */
test('a corner without a blank row stays whole', () => {
  const bar = Array.from({ length: 12 }, (_, at) => [60 + 28 * at, 1400, 2000] as const)
  const page = pageWith([...bar, ...lines(600, 2400, 150, 2050)])
  expect(regionsOf(page).corner).toHaveLength(1)
})

function printedRows({ pixels }: GrayImage, { top, bottom, left, right }: Region): number {
  let rows = 0
  for (let y = top; y < bottom; y++)
    if (pixels.subarray(y * width + left, y * width + right).some((value) => value < 128)) rows++
  return rows
}
