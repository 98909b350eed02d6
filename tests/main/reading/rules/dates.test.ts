import { expect, test } from 'vitest'
import { dateAtStart, datesIn } from '../../../../src/main/reading/rules/dates.ts'

test.each([
  ['January 30, 2018', '2018-01-30'],
  ['Nov. 12, 2026', '2026-11-12'],
  ['Sept. 3, 2026', '2026-09-03'],
  ['MAY 4, 2026', '2026-05-04'],
  ['12/31/2025', '2025-12-31'],
  ['02-29-2024', '2024-02-29'],
  ['2026-11-09', '2026-11-09'],
  ['9 November 2026', '2026-11-09'],
  ['30 de enero de 2018', '2018-01-30'],
  ['Novernber 9, 2026', '2026-11-09'],
  ['November 3O, 2O26', '2026-11-30'],
  ['February 22,2019', '2019-02-22'],
])('%s is %s', (text, iso) => {
  expect(dateAtStart(text)?.iso).toBe(iso)
})

test.each([
  'February 30, 2026',
  '13/01/2026',
  '02/29/2025',
  'Smarch 3, 2026',
  '00/10/2026',
  'June 31, 2026',
  '1/1/1926',
  '123/11/2026',
])('%s is no day of any calendar', (text) => {
  expect(datesIn(text)).toEqual([])
})

test('dates come in the order in which they appear', () => {
  const found = datesIn('from 01/02/2026 until March 4, 2026').map((date) => [date.iso, date.at])
  expect(found).toEqual([
    ['2026-01-02', 5],
    ['2026-03-04', 22],
  ])
})
