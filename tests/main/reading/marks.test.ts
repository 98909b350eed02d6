import { expect, test } from 'vitest'
import type { GrayImage } from '../../../src/main/reading/files/scan.ts'
import { eraseMarks } from '../../../src/main/reading/image/erase-marks.ts'
import { inkMask } from '../../../src/main/reading/image/ink-mask.ts'
import { withoutStars } from '../../../src/main/reading/ocr/starred-number.ts'

/** Filled boxes on white: `[left, top, width, height, gray]`. */
function drawn(...boxes: readonly (readonly [number, number, number, number, number?])[]): GrayImage {
  const [width, height] = [260, 60]
  const pixels = Buffer.alloc(width * height, 250)
  for (const [left, top, across, down, gray = 20] of boxes)
    for (let y = top; y < top + down; y++) pixels.fill(gray, y * width + left, y * width + left + across)
  return { width, height, pixels }
}
const digits = [150, 170, 190, 210].map((left) => [left, 20, 14, 24] as const)
const star = (left: number) => [left, 20, 10, 10] as const
const hyphen = (left: number) => [left, 33, 9, 3] as const

test.each([
  ['a person’s', [star(40), star(55), star(70), hyphen(85), star(100), star(115), hyphen(132)], '***-**-'],
  ['an employer’s', [star(40), star(55), hyphen(75), star(95), star(112), star(130)], '**-***'],
  ['nobody’s', [star(130)], '*'],
] as const)('the hyphens before four digits distinguish %s number', (_, marks, mask) => {
  const erased = eraseMarks(drawn(...marks, ...digits))
  expect(erased.mask).toBe(mask)
  expect(Math.min(...erased.image.pixels.subarray(25 * 260, 25 * 260 + 145))).toBeGreaterThan(200)
  expect(erased.image.pixels[30 * 260 + 155]).toBe(20)
})

test('print stays and the stamp over it is removed', () => {
  const { pixels } = inkMask(drawn([100, 0, 80, 60, 185], [120, 20, 40, 10]))
  expect(pixels[25 * 260 + 130]).toBe(0)
  expect(pixels[5 * 260 + 130]).toBe(255)
})

test('what was made of the stars is removed when the number behind them is read', () => {
  const number = { text: '***-**-1234', box: [0.8, 0.1, 0.03, 0.01], confidence: 0.96 } as const
  const rest = { text: '#7', box: [0.76, 0.1, 0.03, 0.006], confidence: 0.02 } as const
  const other = { text: 'Phone', box: [0.76, 0.12, 0.03, 0.01], confidence: 0.3 } as const
  const lines = [number, rest, other].map((line) => ({
    ...line,
    box: [...line.box] as [number, number, number, number],
  }))
  expect(withoutStars(lines).map((line) => line.text)).toEqual(['***-**-1234', 'Phone'])
})
