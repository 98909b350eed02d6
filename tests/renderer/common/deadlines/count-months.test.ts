import { expect, test } from 'vitest'
import { countMonths } from '../../../../src/renderer/common/deadlines/count-months.ts'
import { countDays } from '../../../../src/shared/deadlines/count-days.ts'
import { law } from '../../../law.ts'
import { day } from '../../../shared/law/dated-letter.ts'

const months = (rule: string, from: string) => countMonths(countDays(law, rule, day(from)))
const days = (rule: string, from: string) =>
  months(rule, from)
    .flatMap(({ weeks }) => weeks.flat())
    .filter((each) => each !== null)
const at = (rule: string, from: string, on: string) => days(rule, from).find((each) => each.day === on)

test('business days are numbered, and skipped days are marked', () => {
  expect(at('CAP-F4', '2026-11-25', '2026-11-25')).toMatchObject({ isStart: true, counted: 0 })
  expect(at('CAP-F4', '2026-11-25', '2026-11-26')).toMatchObject({ off: true, counted: null })
  expect(at('CAP-F4', '2026-11-25', '2026-11-27')).toMatchObject({ off: false, counted: 1 })
  expect(at('CAP-F4', '2026-11-25', '2026-12-01')).toMatchObject({ counted: 3, isLast: true })
})

test('calendar days are numbered one by one, weekends too, and the day moved to is the last', () => {
  const numbers = days('CDP-1', '2026-11-25').flatMap(({ counted }) => counted ?? [])
  expect(numbers).toEqual(Array.from({ length: 31 }, (_, index) => index))
  expect(at('CDP-1', '2026-11-25', '2026-12-25')).toMatchObject({ counted: 30, isLast: false })
  expect(at('CDP-1', '2026-11-25', '2026-12-28')).toMatchObject({ counted: null, isLast: true })
})

test('after five business days the count of thirty begins', () => {
  expect(at('CDP-2', '2026-11-02', '2026-11-09')).toMatchObject({ counted: 5 })
  expect(at('CDP-2', '2026-11-02', '2026-11-10')).toMatchObject({ counted: 1 })
  expect(at('CDP-2', '2026-11-02', '2026-12-09')).toMatchObject({ counted: 30 })
})

test('of a year, only the first and the last month are drawn', () => {
  expect(months('CDP-5', '2026-01-15').map(({ first }) => first)).toEqual(['2026-01-01', '2027-01-01'])
})

test('each month is whole, in weeks from Sunday', () => {
  const [month] = months('CAP-F4', '2027-02-01')
  expect(month?.weeks.every((week) => week.length === 7)).toBe(true)
  expect(month?.weeks.flat().filter(Boolean)).toHaveLength(28)
  expect(month?.weeks[0]?.findIndex(Boolean)).toBe(1)
})
