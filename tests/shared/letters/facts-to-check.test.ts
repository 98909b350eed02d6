import { expect, test } from 'vitest'
import { factsToCheck } from '../../../src/shared/letters/facts-to-check.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type Evidence, type LetterFacts, noFacts, type Reading } from '../../../src/shared/model/letter.ts'

const today = Day.parse('2026-11-30')
const day = (text: string) => Day.parse(text)
const toCheck = (facts: Partial<LetterFacts>, rest: Partial<Reading> = {}) =>
  factsToCheck({ facts: { ...noFacts, ...facts }, evidence: {}, ...rest }, today).map(({ name, reason }) => [
    name,
    reason,
  ])
const read = (confidence: number): Evidence => ({
  page: 1,
  box: [0, 0, 1, 1],
  raw: '',
  confidence,
  rule: 'r',
})

test.each<[string, Partial<LetterFacts>, [string, string][]]>([
  ['dated today', { noticeDate: today }, []],
  ['dated six weeks ahead', { noticeDate: day('2027-01-11') }, []],
  ['dated a day more than six weeks ahead', { noticeDate: day('2027-01-12') }, [['noticeDate', 'future']]],
  ['about a year that has ended', { noticeDate: day('2025-10-06'), taxPeriods: ['2024'] }, []],
  [
    'about a year that has not ended',
    { noticeDate: day('2023-10-06'), taxPeriods: ['2023'] },
    [['noticeDate', 'before-period']],
  ],
  [
    'about two years, one of which has ended',
    { noticeDate: day('2023-10-06'), taxPeriods: ['2022', '2023'] },
    [],
  ],
  [
    'about a quarter that has not ended',
    { noticeDate: day('2023-05-02'), taxPeriods: ['2023-06'] },
    [['noticeDate', 'before-period']],
  ],
  [
    'whose last day is before its own date',
    { noticeDate: day('2025-10-06'), respondByDate: day('2025-10-05') },
    [['respondByDate', 'before-letter']],
  ],
  ['whose last day is its own date', { noticeDate: day('2025-10-06'), respondByDate: day('2025-10-06') }, []],
  [
    'whose last day is a year after it',
    { noticeDate: day('2025-10-06'), respondByDate: day('2026-10-06') },
    [],
  ],
  [
    'whose agreement ends two years later',
    { noticeDate: day('2025-10-06'), terminationDate: day('2027-10-06') },
    [['terminationDate', 'long-after-letter']],
  ],
  ['without a date', { respondByDate: day('2027-10-06') }, []],
])('a letter %s', (_what, facts, expected) => {
  expect(toCheck(facts)).toEqual(expected)
})

test('print that was hard to read is asked for, clear print is not', () => {
  const evidence = { tinLast4: read(0.89), form: read(0.9) }
  expect(toCheck({ tinLast4: '4417', form: '1040' }, { evidence })).toEqual([['tinLast4', 'unclear']])
  expect(toCheck({}, { evidence })).toEqual([])
})

test('what the page speaks against comes with the other value', () => {
  const doubts = { amountDue: { reason: 'sum' as const, other: '12.00' } }
  expect(factsToCheck({ facts: { ...noFacts, amountDue: '13.00' }, evidence: {}, doubts }, today)).toEqual([
    { name: 'amountDue', reason: 'sum', other: '12.00' },
  ])
})

test('every value of a picture that breaks off is to be checked, but not where only its edge is missing', () => {
  const facts = { form: '1040', amountDue: '13.00' }
  expect(toCheck(facts, { cutOff: 'part' })).toEqual([
    ['form', 'cut-off'],
    ['amountDue', 'cut-off'],
  ])
  expect(toCheck(facts, { cutOff: 'edge' })).toEqual([])
})
