import { expect, test } from 'vitest'
import {
  addDays,
  addYears,
  compareDays,
  dayFrom,
  daysBetween,
  earlierOf,
  isWeekend,
  laterOf,
  weekdayOf,
  yearOf,
} from '../../../src/shared/deadlines/days.ts'
import { day } from '../law/dated-letter.ts'

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-03-07', 2, '2026-03-09'],
  ['2026-10-31', 2, '2026-11-02'],
  ['2026-11-22', 0, '2026-11-22'],
])('%s and %i days is %s', (from, days, to) => {
  expect(addDays(day(from), days)).toBe(to)
  expect(daysBetween(day(from), day(to))).toBe(days)
})

test.each([
  ['2026-11-22', 1, '2027-11-22'],
  ['2028-02-29', 1, '2029-02-28'],
  ['2028-02-29', 4, '2032-02-29'],
  ['2027-02-28', 1, '2028-02-28'],
  ['0999-03-01', 1, '1000-03-01'],
  ['0998-03-01', 1, '0999-03-01'],
])('%s and %i years is %s', (from, years, to) => expect(addYears(day(from), years)).toBe(to))

test.each([
  ['2026-11-20', 5, false],
  ['2026-11-21', 6, true],
  ['2026-11-22', 0, true],
  ['2026-11-23', 1, false],
])('%s is weekday %i, weekend: %s', (text, weekday, weekend) => {
  expect(weekdayOf(day(text))).toBe(weekday)
  expect(isWeekend(day(text))).toBe(weekend)
})

test('days compare as on a calendar', () => {
  const [first, second] = [day('2026-09-30'), day('2026-10-01')]
  expect([compareDays(first, second), compareDays(second, first), compareDays(first, first)]).toEqual([
    -1, 1, 0,
  ])
  expect([earlierOf(first, second), earlierOf(second, first)]).toEqual([first, first])
  expect([laterOf(first, second), laterOf(second, first)]).toEqual([second, second])
})

test('a day is made from its parts', () => {
  expect(dayFrom(2026, 1, 2)).toBe('2026-01-02')
  expect(dayFrom(999, 11, 12)).toBe('0999-11-12')
  expect(yearOf(day('2026-01-02'))).toBe(2026)
  expect(() => dayFrom(2026, 2, 30)).toThrow()
})
