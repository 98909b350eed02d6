import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countDays } from '../../../src/shared/deadlines/count-days.ts'
import { addDays, addYears, isWeekend } from '../../../src/shared/deadlines/days.ts'
import { createHolidayLookup } from '../../../src/shared/deadlines/holidays.ts'
import { isPostOpen } from '../../../src/shared/deadlines/send-by.ts'
import type { Count } from '../../../src/shared/law/law.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { law } from '../../law.ts'

const holidayOn = createHolidayLookup(law.holidays)
const day = (text: string): Day => Day.parse(text)

test.each([
  ['CAP-F2', '2026-12-23', '2026-12-28', null],
  ['CAP-F2', '2026-11-20', '2026-11-24', null],
  ['CAP-F3', '2026-11-24', '2026-11-27', '2026-11-25'],
  ['CAP-F3', '2026-12-04', '2026-12-08', '2026-12-08'],
  ['CAP-F4', '2026-11-24', '2026-11-30', '2026-11-24'],
  ['CAP-F4', '2026-11-25', '2026-12-01', '2026-11-25'],
  ['CAP-F4', '2026-12-05', '2026-12-09', '2026-12-05'],
  ['CAP-F4', '2027-04-14', '2027-04-19', '2027-04-14'],
  ['CAP-F5', '2026-11-20', '2026-11-27', '2026-11-25'],
  ['CAP-F5', '2026-12-23', '2026-12-30', '2026-12-29'],
  ['CAP-S1', '2026-12-18', '2027-01-05', '2026-12-23'],
  ['CAP-S1', '2026-11-23', '2026-12-08', '2026-11-27'],
  ['CAP-I1', '2026-11-02', '2026-12-02', '2026-11-27'],
  ['CAP-I1', '2026-11-12', '2026-12-14', '2026-12-09'],
  ['CAP-I1', '2026-11-25', '2026-12-28', '2026-12-22'],
  ['CDP-1', '2026-10-27', '2026-11-27', '2026-11-23'],
  ['CDP-1', '2026-11-20', '2026-12-21', '2026-12-16'],
  ['CDP-1', '2027-03-17', '2027-04-19', '2027-04-14'],
  ['CDP-1', '2028-12-21', '2029-01-22', '2029-01-17'],
  ['CDP-2', '2021-03-16', '2021-04-22', '2021-04-19'],
  ['CDP-2', '2026-11-20', '2026-12-30', '2026-12-24'],
  ['CDP-5', '2026-01-15', '2027-01-15', '2027-01-12'],
  ['CDP-5', '2028-02-29', '2029-02-28', '2029-02-23'],
  ['CDP-6', '2026-01-15', '2027-01-25', '2027-01-20'],
])('%s from %s: last day %s, send by %s', (rule, start, lastDay, sendBy) => {
  expect(countDays(law, rule, day(start))).toMatchObject({ lastDay, sendBy })
})

test.each([
  ['a notice of deficiency whose 90th day is a Sunday', 'DEF-90', '2026-11-30', '2027-03-01'],
  ['90 days over the turn of a leap year', 'DEF-90', '2027-12-01', '2028-02-29'],
  ['two business days from a Saturday', 'CAP-F3', '2026-12-05', '2026-12-08'],
  ['a leap day and a year for the refund suit', 'REFUND-2Y', '2028-02-29', '2030-02-28'],
  ['a window that rolls over a holiday weekend', 'CDP-1', '2026-06-03', '2026-07-06'],
])('%s: %s from %s ends on %s', (_, rule, start, lastDay) => {
  expect(countDays(law, rule, day(start)).lastDay).toBe(lastDay)
})

test('a return of money must be requested before two years have passed: mail it seven business days before', () => {
  expect(countDays(law, 'CAP-L3', day('2026-02-10'))).toMatchObject({
    lastDay: '2028-02-10',
    sendBy: '2028-02-01',
  })
})

test('the steps show each day that was skipped, and why', () => {
  const { steps } = countDays(law, 'CAP-F3', day('2026-11-24'))
  expect(steps).toEqual([
    { day: '2026-11-24', counted: 0, kind: 'start' },
    { day: '2026-11-25', counted: 1, kind: 'businessDay' },
    {
      day: '2026-11-26',
      counted: null,
      kind: 'off',
      holiday: { id: 'holiday.thanksgiving-day.name', en: 'Thanksgiving Day' },
    },
    { day: '2026-11-27', counted: 2, kind: 'businessDay' },
  ])
})

test('a rule without a count throws', () => {
  expect(() => countDays(law, 'CAP-G1', day('2026-01-02'))).toThrow('rule CAP-G1 counts no days')
})

describe('for every rule and every start', () => {
  const counting = law.rules.filter((rule) => rule.count)
  const rule = fc.constantFrom(...counting)
  const start = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays(day('2015-01-01'), days))

  test('there are rules to try', () => expect(counting.length).toBeGreaterThan(25))

  test('the last day is never before the plain count', () => {
    fc.assert(
      fc.property(rule, start, (each, from) => {
        const { count } = each
        if (!count) return
        const plain = 'businessDays' in count ? addDays(from, count.businessDays) : plainEnd(count, from)
        expect(countDays(law, each, from).lastDay >= plain).toBe(true)
      }),
    )
  })

  test('a last day that moves forward is not a weekend or a legal holiday', () => {
    fc.assert(
      fc.property(rule, start, (each, from) => {
        const { lastDay } = countDays(law, each, from)
        if (each.rolls) expect(isWeekend(lastDay) || holidayOn(lastDay) !== undefined).toBe(false)
      }),
    )
  })

  test('the date to send by is a day with an open post office, not before the start and not after the last day', () => {
    fc.assert(
      fc.property(rule, start, (each, from) => {
        const { lastDay, sendBy } = countDays(law, each, from)
        expect(sendBy === null).toBe(each.actor === 'irs')
        if (!sendBy) return
        expect(isPostOpen(law, sendBy) || sendBy === lastDay).toBe(true)
        expect(sendBy <= lastDay).toBe(true)
        if (!each.count || !('daysBefore' in each.count)) expect(sendBy >= from).toBe(true)
      }),
    )
  })

  test('a later start never gives an earlier last day or an earlier date to send by', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 1, max: 40 }), (each, from, later) => {
        const [first, second] = [countDays(law, each, from), countDays(law, each, addDays(from, later))]
        expect(first.lastDay <= second.lastDay).toBe(true)
        if (first.sendBy && second.sendBy) expect(first.sendBy <= second.sendBy).toBe(true)
      }),
    )
  })
})

function plainEnd(count: Exclude<Count, { businessDays: number }>, from: Day): Day {
  if ('daysBefore' in count) return addDays(from, -count.daysBefore)
  return 'days' in count ? addDays(from, count.days) : addYears(from, count.years)
}
