import { expect, test } from 'vitest'
import { lineOfDeadline } from '../../../src/main/shells/cli/text.ts'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../../shared/law/dated-letter.ts'

const hearing = (respondByDate: string, today: string): string => {
  const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-10-27', respondByDate })
  const found = computeDeadlines(law, letter, day(today)).find(({ program }) => program === 'CDP')
  return found ? lineOfDeadline(found, null) : ''
}

test.each([
  [
    'the letter agrees with the count',
    '2026-11-27',
    '2026-11-01',
    'last day 2026-11-27',
    'printed on the letter; IRC',
  ],
  [
    'the letter prints another day: both are named',
    '2026-11-20',
    '2026-11-01',
    'last day 2026-11-20',
    'printed on the letter; printed 2026-11-20, counted 2026-11-27',
  ],
  [
    'a printed day that is over is not called the source of a counted one',
    '2026-11-20',
    '2026-11-23',
    'last day 2026-11-27',
    'counted, rule CDP-1; printed 2026-11-20, counted 2026-11-27',
  ],
])('%s', (_name, printed, today, lastDay, source) => {
  const line = hearing(printed, today)
  expect(line).toContain(lastDay)
  expect(line).toContain(source)
})

test.each([
  ['2026-11-25', 'open, 2 days left'],
  ['2026-11-26', 'open, 1 day left'],
  ['2026-11-28', 'late, 1 day ago'],
  ['2027-03-07', 'late, 100 days ago'],
])('on %s the line says how far away the date is', (today, words) => {
  expect(hearing('2026-11-27', today)).toContain(words)
})
