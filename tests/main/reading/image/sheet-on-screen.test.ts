import { expect, test } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import { darkOnLight } from '../../../../src/main/reading/image/light-on-dark.ts'
import { sheetOnScreen } from '../../../../src/main/reading/image/sheet-on-screen.ts'

type Rect = { x: number; y: number; w: number; h: number; fill: number }
/** A window of 2200 by 1240 dots with some rectangles in it, the first ones below the others. */
function pictureOf(rects: readonly Rect[], width = 2200, height = 1240): GrayImage {
  const pixels = new Uint8Array(width * height)
  for (const { x, y, w, h, fill } of rects)
    for (let row = y; row < y + h; row++) pixels.fill(fill, row * width + x, row * width + x + w)
  return { width, height, pixels }
}

/** Lines of print on a sheet, as dashes. */
const print = ({ x, y, w, h }: Omit<Rect, 'fill'>, fill: number): Rect[] =>
  Array.from({ length: Math.floor((h - 140) / 22) }, (_, row) =>
    Array.from({ length: Math.floor((w - 160) / 14) }, (__, at) => ({
      x: x + 80 + at * 14,
      y: y + 70 + row * 22,
      w: 7,
      h: 7,
      fill,
    })),
  ).flat()

const all = (fill: number, w = 2200, h = 1240): Rect => ({ x: 0, y: 0, w, h, fill })
const place = { x: 800, y: 100, w: 850, h: 1100 }
const corners = ([x0, y0, x1, y1]: readonly number[]) => [
  [x0, y0],
  [x1, y0],
  [x1, y1],
  [x0, y1],
]

test.each([
  ['a dark window', 38, 25],
  ['a gray one', 88, 50],
  ['a light one', 234, 250],
])('a white sheet in %s is cut out along its edges', (_, surround, bar) => {
  const picture = pictureOf([
    all(surround),
    all(bar, 2200, 90),
    { x: 0, y: 90, w: 180, h: 1150, fill: bar },
    { ...place, fill: 255 },
    ...print(place, 20),
  ])
  const found = sheetOnScreen(picture)
  const expected = corners([800 / 2200, 100 / 1240, 1650 / 2200, 1200 / 1240])
  for (const [at, [x = 0, y = 0]] of expected.entries()) {
    expect(found?.[at]?.[0]).toBeCloseTo(x, 2)
    expect(found?.[at]?.[1]).toBeCloseTo(y, 2)
  }
})

test('in a white window the columns of the print are cut out, and the words on its bar are not part of them', () => {
  const words = print({ x: 0, y: 0, w: 400, h: 170 }, 60)
  const picture = pictureOf([all(255), ...words, ...print(place, 20)])
  const [[left] = [0], [right] = [0]] = sheetOnScreen(picture) ?? []
  expect(left * 2200).toBeGreaterThan(700)
  expect(left * 2200).toBeLessThan(880)
  expect(right * 2200).toBeGreaterThan(1570)
  expect(right * 2200).toBeLessThan(1750)
})

test('a scan is no window: nothing is cut off', () => {
  const page = { x: 0, y: 0, w: 2200, h: 2847 }
  expect(sheetOnScreen(pictureOf([all(255, 2200, 2847), ...print(page, 20)], 2200, 2847))).toBeNull()
})

test('a small white sheet in a dark window is not taken for light print on dark', () => {
  const small = { x: 900, y: 300, w: 400, h: 520 }
  const picture = pictureOf([all(30), { ...small, fill: 255 }, ...print(small, 20)])
  expect(darkOnLight(picture)).toBe(picture)
})

test('light print on dark is turned into dark print on light', () => {
  const page = { x: 0, y: 0, w: 2200, h: 2847 }
  const picture = pictureOf([all(25, 2200, 2847), ...print(page, 230)], 2200, 2847)
  expect(darkOnLight(picture).pixels[0]).toBe(230)
})
