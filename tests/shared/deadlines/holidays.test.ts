import { expect, test } from 'vitest'
import { createHolidayLookup, holidayLookupOf, holidaysOf } from '../../../src/shared/deadlines/holidays.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { law } from '../../law.ts'

const { holidays } = law

/** E: Emancipation Day, I: Inauguration Day; neither is a federal holiday under 5 U.S.C. 6103(a). */
const observed: [number, string][] = [
  [2021, '01-01 01-18 01-20I 02-15 04-16E 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  [2022, '01-17 02-21 04-15E 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26'],
  [2023, '01-02 01-16 02-20 04-17E 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  [2024, '01-01 01-15 02-19 04-16E 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
  [2025, '01-01 01-20 01-20I 02-17 04-16E 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25'],
  [2026, '01-01 01-19 02-16 04-16E 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25'],
  [2027, '01-01 01-18 02-15 04-16E 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31'],
  [2028, '01-17 02-21 04-17E 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25'],
  [2029, '01-01 01-15 01-20I 02-19 04-16E 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25'],
  [2030, '01-01 01-21 02-18 04-16E 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25'],
]

test.each(observed)('the legal holidays of %i as observed', (year, days) => {
  const found = holidaysOf(holidays, year).map(({ name, day, federal }) => {
    const mark = federal ? '' : name.en.includes('Emancipation') ? 'E' : 'I'
    return day.slice(5) + mark
  })
  expect(found.sort()).toEqual(days.split(' '))
})

test('Juneteenth is no holiday before 2021', () => {
  expect(holidaysOf(holidays, 2020).map((holiday) => holiday.day)).not.toContain('2020-06-19')
})

test('where Inauguration Day falls on a federal holiday, the federal one wins', () => {
  expect(createHolidayLookup(holidays)(Day.parse('2025-01-20'))?.federal).toBe(true)
})

test('an Inauguration Day on a Sunday is observed on Monday', () => {
  const found = holidaysOf(holidays, 2013).find((holiday) => holiday.name.en === 'Inauguration Day')
  expect(found?.day).toBe('2013-01-21')
})

test('a year is computed once, and one lookup serves the same rules', () => {
  let computed = 0
  const rules = holidays.map((rule) => ({
    ...rule,
    get from() {
      computed += 1
      return rule.from
    },
  }))
  const holidayOn = holidayLookupOf(rules)
  expect(holidayOn(Day.parse('2026-07-03'))?.name.en).toBe('Independence Day')
  const first = computed
  expect(first).toBeGreaterThan(0)
  expect(holidayOn(Day.parse('2026-12-25'))?.name.en).toBe('Christmas Day')
  expect(computed).toBe(first)
  expect(holidayLookupOf(rules)).toBe(holidayOn)
  holidayOn(Day.parse('2027-07-05'))
  expect(computed).toBeGreaterThan(first)
})
