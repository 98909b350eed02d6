import { expect, test } from 'vitest'
import { toldSteps } from '../../../src/main/shells/cli/step-words.ts'
import { backToWorkingDay, countDays } from '../../../src/shared/deadlines/count-days.ts'
import { createHolidayLookup, holidaysOf } from '../../../src/shared/deadlines/holidays.ts'
import type { HolidayRule, Rule } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'
import { day } from '../law/dated-letter.ts'

const steps = (rule: string | Rule, from: string) =>
  toldSteps(countDays(law, rule, day(from))).map((step) => `${step.day} ${step.counted ?? '-'} ${step.why}`)

test('business days are shown one by one, with the skipped days', () => {
  expect(steps('CAP-F4', '2026-11-25')).toEqual([
    '2026-11-25 0 the count starts the day after',
    '2026-11-26 - Thanksgiving Day, not a business day',
    '2026-11-27 1 business day 1',
    '2026-11-28 - Saturday, not a business day',
    '2026-11-29 - Sunday, not a business day',
    '2026-11-30 2 business day 2',
    '2026-12-01 3 business day 3',
  ])
})

test('calendar days are shown by the last one, and each day it moves over', () => {
  expect(steps('CDP-1', '2026-11-25')).toEqual([
    '2026-11-25 0 the count starts the day after',
    '2026-12-25 30 day 30',
    '2026-12-26 - moved on, since the day before is Christmas Day',
    '2026-12-27 - moved on, since the day before is Saturday',
    '2026-12-28 - moved on, since the day before is Sunday',
  ])
})

test('one year and two years are named', () => {
  expect(steps('CDP-5', '2026-01-15').at(-1)).toBe('2027-01-15 1 1 year later')
  expect(steps('CAP-W2', '2026-01-15').at(-1)).toBe('2028-01-15 2 2 years later')
})

test('five business days come before the thirty days or the year', () => {
  expect(steps('CDP-2', '2026-11-02').slice(-2)).toEqual([
    '2026-11-09 5 business day 5',
    '2026-12-09 30 day 30',
  ])
  expect(steps('CDP-6', '2026-11-02').at(-1)).toBe('2027-11-09 1 1 year later')
})

test('a count back from the sale', () => {
  expect(steps('CAP-S2', '2026-12-10')).toEqual([
    '2026-12-10 0 the count goes back from this day',
    '2026-12-09 1 the day before',
  ])
  const rule = law.rules.find(({ id }) => id === 'CAP-S2')
  if (!rule) throw new Error('no CAP-S2')
  expect(steps({ ...rule, count: { daysBefore: 3 } }, '2026-12-10').at(-1)).toBe(
    '2026-12-07 3 3 calendar days before',
  )
})

test('a rule of two years is mailed seven business days before the last day', () => {
  expect(countDays(law, 'CAP-L3', day('2026-11-10'))).toMatchObject({
    lastDay: '2028-11-10',
    sendBy: '2028-11-01',
  })
  expect(countDays(law, 'CAP-W2', day('2026-11-09'))).toMatchObject({
    lastDay: '2028-11-09',
    sendBy: '2028-10-31',
  })
})

test('a rule without a count, and a missing one, are bugs', () => {
  expect(() => countDays(law, 'T-1', day('2026-11-10'))).toThrow('rule T-1 counts no days')
  expect(() => countDays(law, 'X-1', day('2026-11-10'))).toThrow('no rule X-1')
})

test('moving back to a working day skips weekends and holidays', () => {
  const holidayOn = createHolidayLookup(law.holidays)
  expect(backToWorkingDay(day('2026-12-27'), holidayOn)).toBe('2026-12-24')
  expect(backToWorkingDay(day('2026-12-24'), holidayOn)).toBe('2026-12-24')
  expect(backToWorkingDay(day('2027-04-18'), holidayOn)).toBe('2027-04-15')
})

const named = (en: string) => ({ id: '', en })
const rule = (part: Partial<HolidayRule>): HolidayRule => ({
  name: named('Test Day'),
  on: { month: 12, day: 25 },
  observed: 'nearest',
  federal: true,
  from: 2000,
  everyYears: 1,
  citation: 'test',
  sources: ['USC'],
  ...part,
})
const dayOf = (part: Partial<HolidayRule>, year: number) =>
  holidaysOf([rule(part)], year).map((each) => each.day)

test.each([
  ['the last Monday of May', { on: { month: 5, weekday: 1, nth: -1 as const } }, 2026, ['2026-05-25']],
  ['the last Monday of December', { on: { month: 12, weekday: 1, nth: -1 as const } }, 2026, ['2026-12-28']],
  [
    'the last Thursday of December',
    { on: { month: 12, weekday: 4, nth: -1 as const } },
    2026,
    ['2026-12-31'],
  ],
  [
    'the first Sunday of a month that begins on one',
    { on: { month: 11, weekday: 0, nth: 1 } },
    2026,
    ['2026-11-02'],
  ],
  ['the fourth Thursday of November', { on: { month: 11, weekday: 4, nth: 4 } }, 2026, ['2026-11-26']],
  [
    'a first day on a Saturday is kept in the year before',
    { on: { month: 1, day: 1 } },
    2021,
    ['2021-01-01', '2021-12-31'],
  ],
  ['and not in its own', { on: { month: 1, day: 1 } }, 2022, []],
  [
    'a Saturday that stays',
    { on: { month: 1, day: 20 }, observed: 'sundayOnly' as const },
    2029,
    ['2029-01-20'],
  ],
  [
    'a Sunday that moves on',
    { on: { month: 1, day: 20 }, observed: 'sundayOnly' as const },
    2030,
    ['2030-01-21'],
  ],
  ['before its first year', { from: 2027 }, 2026, []],
  ['in its first year', { from: 2026 }, 2026, ['2026-12-25']],
  ['every fourth year only', { from: 2025, everyYears: 4 }, 2026, []],
  ['in the fourth year', { from: 2022, everyYears: 4 }, 2026, ['2026-12-25']],
])('%s', (_, part, year, days) => expect(dayOf(part, year)).toEqual(days))

test('the list of a year is in order, and of two on one day the federal one wins, whichever comes first', () => {
  const own = rule({ name: named('Own'), federal: false })
  const federal = rule({ name: named('Federal') })
  const early = rule({ name: named('Early'), on: { month: 3, day: 2 } })
  expect(holidaysOf([own, early], 2026).map(({ name }) => name.en)).toEqual(['Early', 'Own'])
  for (const rules of [
    [own, federal],
    [federal, own],
  ])
    expect(createHolidayLookup(rules)(day('2026-12-25'))?.name.en).toBe('Federal')
  expect(createHolidayLookup([own])(day('2026-12-25'))).toEqual({
    name: named('Own'),
    day: '2026-12-25',
    federal: false,
  })
  expect(createHolidayLookup([own])(day('2026-12-24'))).toBeUndefined()
})
