import { expect, test } from 'vitest'
import { caseFiles } from '../../../../src/renderer/features/case/case-file.ts'
import { noAnswers } from '../../../../src/shared/model/appeal.ts'
import { Letter, type LetterFacts, noFacts } from '../../../../src/shared/model/letter.ts'
import { law } from '../../../law.ts'
import { day } from '../../../shared/law/dated-letter.ts'

let last = 0
function letter(facts: Partial<LetterFacts>, part: Partial<Letter> = {}): Letter {
  last += 1
  return Letter.parse({
    id: `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`,
    fileName: `${last}.pdf`,
    keptAt: '2026-02-09T10:00:00Z',
    pages: [1],
    status: { kind: 'read' },
    isIrs: true,
    reading: null,
    confirmed: { ...noFacts, ...facts },
    events: [],
    answers: noAnswers,
    removed: false,
    ...part,
  })
}
const alma = { taxpayerName: 'ALMA EXAMPLE', taxPeriods: ['2022'] }

test('the letters of a year form one thread, oldest first, with their amounts', () => {
  const newer = letter({ ...alma, noticeCode: 'CP504', noticeDate: day('2026-01-30'), amountDue: '110.50' })
  const older = letter({ ...alma, noticeCode: 'CP14', noticeDate: day('2025-10-01'), amountDue: '100.00' })
  const undated = letter({ ...alma, noticeCode: 'CP501' })
  const [file] = caseFiles(law, [newer, undated, older])
  expect(file?.person).toBe('ALMA EXAMPLE')
  expect(file?.threads.map(({ period }) => period)).toEqual(['2022'])
  expect(file?.threads[0]?.letters.map(({ id }) => id)).toEqual([older.id, newer.id, undated.id])
  expect(file?.threads[0]?.amounts.map(({ cents, is }) => [cents, is])).toEqual([
    [10000, 'balance'],
    [11050, 'balance'],
  ])
})

const parts: [string, Partial<LetterFacts>, unknown][] = [
  [
    'add up to the amount',
    { penalty: '34.98', interest: '54.48' },
    { rest: 1054, penalty: 3498, interest: 5448 },
  ],
  ['one of them alone', { interest: '54.48' }, { rest: 4552, penalty: 0, interest: 5448 }],
  ['are not known where none is printed', { taxOwed: '100.00' }, null],
  ['cannot be more than the whole: one was misread', { penalty: '34.98', interest: '154.48' }, null],
]
test.each(parts)('the parts of an amount %s', (_, facts, expected) => {
  const one = letter({
    ...alma,
    noticeCode: 'CP14',
    noticeDate: day('2026-01-30'),
    amountDue: '100.00',
    ...facts,
  })
  expect(caseFiles(law, [one])[0]?.threads[0]?.amounts[0]?.parts).toEqual(expected)
})

test('missed payments are not the balance', () => {
  const one = letter({ ...alma, noticeCode: 'CP523', noticeDate: day('2026-01-30'), amountDue: '300.00' })
  expect(caseFiles(law, [one])[0]?.threads[0]?.amounts[0]?.is).toBe('missedPayments')
})

test('a joint letter is in both cases, one without a name in its own, a removed one in none', () => {
  const joint = letter({ taxpayerName: 'JOHN & MARY DOE', taxPeriods: ['2021', '2022'] })
  const files = caseFiles(law, [joint, letter({}), letter(alma, { removed: true })])
  expect(files.map(({ person, threads }) => [person, threads.map(({ period }) => period)])).toEqual([
    ['', [null]],
    ['JOHN DOE', ['2022', '2021']],
    ['MARY DOE', ['2022', '2021']],
  ])
})

test('what happened is listed newest first, mailings included', () => {
  const one = letter(alma, {
    events: [
      { kind: 'conferenceRequested', day: day('2026-01-05'), note: '' },
      { kind: 'phoneCall', day: day('2026-02-05'), note: 'Ms. Example, 9:30' },
    ],
    mailings: [
      {
        day: day('2026-01-20'),
        how: 'certified',
        what: 'form',
        to: '',
        number: '7020',
        receipt: null,
      } as never,
    ],
  })
  expect(caseFiles(law, [one])[0]?.entries.map((entry) => [entry.day, entry.kind])).toEqual([
    ['2026-02-05', 'event'],
    ['2026-01-20', 'mailing'],
    ['2026-01-05', 'event'],
  ])
})
