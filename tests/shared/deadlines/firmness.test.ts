import { expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const firmness = (facts: Parameters<typeof datedLetter>[0], program: string, confirmed = true) => {
  const letter = datedLetter(facts)
  const reading = { pages: [1], facts: letter.confirmed, evidence: {} }
  const own = confirmed ? letter : { ...letter, confirmed: null, reading: reading as never }
  return computeDeadlines(law, own, day('2026-02-10')).find((each) => each.program === program)?.firmness
}
const lt11 = { noticeCode: 'LT11', noticeDate: '2026-01-30' }

test('a hearing by law is firm; with unconfirmed facts it is an estimate', () => {
  expect(firmness(lt11, 'CDP')).toBe('hard')
  expect(firmness(lt11, 'CDP', false)).toBe('estimated')
})

test('a printed payment date that belongs to no right is soft', () => {
  expect(
    firmness({ noticeCode: 'CP14', noticeDate: '2026-01-30', respondByDate: '2026-02-20' }, 'other'),
  ).toBe('soft')
})

test('a right under a condition is an estimate; the condition of an equivalent hearing is its own', () => {
  expect(firmness({ noticeCode: 'L2272C', noticeDate: '2026-01-30' }, 'IA-appeal')).toBe('estimated')
  expect(firmness({ noticeCode: 'LT11', noticeDate: '2025-10-01' }, 'EH')).toBe('hard')
})

const one = (facts: Parameters<typeof datedLetter>[0], today = '2026-12-20') =>
  computeDeadlines(law, datedLetter(facts), day(today))[0]

test('a printed date of a letter that only asks is soft, even when it has passed', () => {
  const cp2000 = { noticeCode: 'CP2000', noticeDate: '2026-01-30', respondByDate: '2026-03-02' }
  const asked = (facts: Parameters<typeof datedLetter>[0]) =>
    computeDeadlines(law, datedLetter(facts), day('2026-12-20')).find(({ rule }) => rule === 'EXAM-30')
  expect(asked(cp2000)).toMatchObject({ state: 'late', firmness: 'soft', ends: 'request', doubts: [] })
  expect(asked({ noticeCode: 'CP2000', noticeDate: '2026-01-30' })).toMatchObject({
    state: 'late',
    firmness: 'estimated',
    ends: 'request',
  })
})

test('a date on an unknown letter is not soft: a right may end with it', () => {
  expect(one({ noticeCode: 'CP399', respondByDate: '2026-12-30' })).toMatchObject({
    firmness: 'estimated',
    ends: 'right',
  })
})

test('a printed day that has passed stays the day of a letter that only asks', () => {
  const cp2000 = { noticeCode: 'CP2000', noticeDate: '2026-11-16', respondByDate: '2026-12-10' }
  const asked = computeDeadlines(law, datedLetter(cp2000), day('2026-12-12'))
  expect(asked.find(({ rule }) => rule === 'EXAM-30')).toMatchObject({
    lastDay: '2026-12-10',
    state: 'late',
    ends: 'request',
  })
})

test('a right that the law still gives past the printed day is an estimate, which says what is printed', () => {
  const lt11Printed = { noticeCode: 'LT11', noticeDate: '2026-11-16', respondByDate: '2026-12-10' }
  expect(one(lt11Printed, '2026-12-12')).toMatchObject({
    lastDay: '2026-12-16',
    firmness: 'estimated',
    doubts: [expect.objectContaining({ key: 'doubt.printedOver' })],
  })
})

test('the appeal of a refused penalty request ends a right', () => {
  expect(one({ noticeCode: 'L854C', noticeDate: '2026-10-05' }, '2026-11-05')).toMatchObject({
    ends: 'right',
  })
})

test('an estimated date says what it depends on', () => {
  const keys = (facts: Parameters<typeof datedLetter>[0]) =>
    one(facts)?.doubts.map((doubt) => ('key' in doubt ? doubt.key : ''))
  expect(keys({ noticeCode: 'L2272C', noticeDate: '2026-12-10' })).toEqual(['doubt.onlyIf'])
  expect(keys({ noticeCode: 'CP2000', noticeDate: '2026-12-10' })).toEqual(['doubt.rule'])
})

test.each([
  ['2026-11-30', 'hard', []],
  ['2026-12-01', 'estimated', ['doubt.mustPrint']],
  ['2026-12-30', 'estimated', ['doubt.mustPrint']],
])('a math-error notice of %s without a printed last day: %s', (noticeDate, firmness, doubts) => {
  const found = one({ noticeCode: 'CP12', noticeDate }, '2026-12-05')
  expect(found).toMatchObject({ rule: 'MATH-60', firmness })
  expect(found?.doubts.map((doubt) => ('key' in doubt ? doubt.key : ''))).toEqual(doubts)
})
test('with its printed last day it is firm on both sides of that day', () => {
  for (const [noticeDate, respondByDate] of [
    ['2026-11-30', '2027-01-29'],
    ['2026-12-01', '2027-02-01'],
  ] as const)
    expect(one({ noticeCode: 'CP12', noticeDate, respondByDate }, '2026-12-05')).toMatchObject({
      rule: 'MATH-60',
      firmness: 'hard',
    })
})

const onTime = (facts: Parameters<typeof datedLetter>[0], rule: string) =>
  computeDeadlines(law, datedLetter(facts), day('2026-02-10'))
    .find((each) => each.rule === rule)
    ?.onTime.map(({ id }) => id.split('.')[1])

test('a day says how it is kept and what its count leaves out: carriers, uploads, mail from abroad, a state’s holidays', () => {
  expect(onTime({ noticeCode: 'LT11', noticeDate: '2026-01-30' }, 'CDP-1')).toEqual([
    ...['T-1', 'T-3', 'T-4', 'T-5', 'T-15'],
  ])
  expect(onTime({ noticeCode: 'CP3219N', noticeDate: '2026-01-30' }, 'DEF-90')).toEqual([
    ...['T-1', 'T-3', 'T-4', 'T-5', 'T-15', 'T-17'],
  ])
  // What is done by phone or online needs no postmark.
  expect(onTime({ noticeCode: 'CP53E', noticeDate: '2026-01-30' }, 'BANK-30') ?? []).toEqual([])
  expect(onTime({ noticeCode: 'CP522P', noticeDate: '2026-01-30' }, 'IA-CALL')).toEqual([])
})

test('where the law moves a day on, it says that the holidays of a single state are not counted', () => {
  const cdp = (program: string) =>
    computeDeadlines(law, datedLetter(lt11), day('2026-02-10')).find((each) => each.program === program)
  expect(cdp('CDP')?.notCounted?.id).toBe('rule.T-18.statement')
  expect(one({ noticeCode: 'CP53E', noticeDate: '2026-01-30' })?.notCounted ?? null).toBeNull()
})
