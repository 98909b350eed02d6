import { expect, test } from 'vitest'
import { parseDay } from '../../../src/renderer/ui/parse-day.ts'

test.each([
  ['January 30, 2026', '2026-01-30'],
  ['Friday, January 30, 2026', '2026-01-30'],
  ['Jan. 30, 2026', '2026-01-30'],
  ['sept 9 2026', '2026-09-09'],
  ['May 5, 2026', '2026-05-05'],
  ['1/30/2026', '2026-01-30'],
  ['01-30-2026', '2026-01-30'],
  [' 2026-01-30 ', '2026-01-30'],
  ['2/29/2024', '2024-02-29'],
  ['2/29/2026', null],
  ['2/31/2026', null],
  ['13/1/2026', null],
  ['30 January 2026', null],
  ['1/30/26', null],
  ['Janitor 3, 2026', null],
  ['Marble 3, 2026', null],
  ['soon', null],
  ['', null],
])('a date as typed: %s is %s', (text, day) => {
  expect(parseDay(text)).toBe(day)
})
