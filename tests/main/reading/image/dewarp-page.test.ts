import { expect, test } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import { dewarpPage, pageCurveOf } from '../../../../src/main/reading/image/dewarp-page.ts'

const [width, height] = [1100, 1420]

/** Rows of short strokes as of print, bowed upwards in the middle by `rise` page heights. */
function lined(rise: number): GrayImage {
  const pixels = Buffer.alloc(width * height, 250)
  for (let row = 80; row < 1300; row += 32) {
    for (let x = 90; x < 1010; x++) {
      if (x % 14 > 9) continue
      const up = Math.round(rise * height * Math.sin((Math.PI * x) / width))
      for (let y = row - up; y < row - up + 12; y++) pixels[y * width + x] = 20
    }
  }
  return { width, height, pixels }
}

test.each([0.014, -0.01])('lines that bow by %s of the page are straightened', (rise) => {
  const bent = lined(rise)
  const found = pageCurveOf(bent, 0)
  expect(found.rise).toBeCloseTo(rise, 2)
  const { image, toPage } = dewarpPage(bent, found.rise)
  const dark = (x: number, y: number) => (image.pixels[y * width + x] ?? 255) < 128
  // The middle of the first line of print, which is straight again from left to right.
  for (const x of [91, 301, 547, 800, 1002]) expect(dark(x, 86)).toBe(true)
  const [, top] = toPage([0.5, 86 / height, 0, 0])
  expect(top).toBeCloseTo(86 / height - rise, 2)
})

test('straight lines stay as they are', () => {
  const straight = lined(0)
  expect(pageCurveOf(straight, 0)).toEqual({ skew: 0, rise: 0 })
  expect(dewarpPage(straight, 0).image).toBe(straight)
})
