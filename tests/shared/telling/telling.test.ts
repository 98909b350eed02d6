import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { day } from '../law/dated-letter.ts'
import { law, letterOf } from './any-letter.ts'

const told = (code: string, dated: string | null, today: string, printed?: string) =>
  inEnglish(
    tell(law, letterOf(code, dated === null ? null : day(dated), printed ? day(printed) : null), day(today)),
  )
const said = ({ steps, meaning }: ReturnType<typeof told>) =>
  [...steps, ...meaning].map(({ text }) => text).join('\n')

test('a final notice with nine days left: days, mail-by, last day, and one next step', () => {
  expect(told('LT11', '2026-11-09', '2026-11-30')).toMatchObject({
    state: 'open',
    title: 'Final warning before the IRS takes wages or bank money',
    daysLeft: 9,
    mailBy: '2026-12-04',
    lastDay: '2026-12-09',
    when: {
      text: expect.stringContaining(
        'Mail it by Friday, December 4, 2026. The last day is Wednesday, December 9, 2026: 9 days left.',
      ),
    },
    nextStep: { text: 'Ask for a hearing: fill in Form 12153. Mail it by Friday, December 4, 2026.' },
  })
})

test('a hearing that passed 411 days ago and an equivalent one 76 days ago offer neither', () => {
  const telling = told('CP77', '2025-09-15', '2026-11-30')
  expect(telling).toMatchObject({ state: 'lateNextOpen', lastDay: null, mailBy: null })
  expect(telling.left.map(({ right, open, until }) => [right, open, until])).toEqual([
    ['CAP-P4', true, null],
    ['SPOUSE-2Y', true, '2027-09-15'],
    ['CDP-1', false, '2025-10-15'],
    ['CDP-5', false, '2026-09-15'],
  ])
  expect(said(telling)).not.toMatch(/12153|mail-by date|equivalent hearing|right to a hearing/)
})

test('Letter 3172, 565 days late: no chance of a hearing is told, and the year has passed as well', () => {
  const telling = told('L3172', '2025-04-07', '2026-11-30', '2025-05-14')
  expect(said(telling)).not.toMatch(/one chance for a hearing|12153/)
  expect(telling.when?.text).toBe(
    'The deadline for the hearing has passed: it was May 14, 2025. Not final yet: a special situation could still extend it or excuse being late.',
  )
  expect(telling.left.find(({ right }) => right === 'CDP-6')).toMatchObject({
    open: false,
    until: '2026-04-14',
  })
})

test('one day late has a next step, with the day of the equivalent hearing', () => {
  expect(told('LT11', '2026-11-09', '2026-12-10')).toMatchObject({
    state: 'lateNextOpen',
    lastDay: '2027-11-09',
    nextStep: { text: expect.stringMatching(/^Ask for an equivalent hearing/) },
  })
})

test('nobody who owes nothing is told to ask for a payment plan when a right has passed', () => {
  const plan = /payment plan/
  expect(told('CP13', '2026-02-01', '2026-11-30').nextStep.text).not.toMatch(plan)
  expect(said(told('CP13', '2026-02-01', '2026-11-30'))).toMatch(/send proof/)
  const late = law.notices.filter(({ stage }) => !stage.startsWith('collection'))
  for (const { code } of late)
    expect([code, told(code, '2020-02-03', '2026-11-30').nextStep.text]).not.toEqual([
      code,
      expect.stringMatching(/Ask for a payment plan/),
    ])
})

test('an unchecked letter says the same, with a mark', () => {
  const { confirmed, ...rest } = letterOf('LT11', day('2026-05-01'))
  const letter = { ...rest, confirmed: null, reading: { pages: [1], facts: confirmed, evidence: {} } }
  const telling = inEnglish(tell(law, letter, day('2026-11-30')))
  expect(telling).toMatchObject({ unchecked: true, state: 'lateNextOpen' })
  expect(telling.doubts[0]?.text).toMatch(/not compared these facts/)
})

describe('bad input has a step', () => {
  test.each([
    ['a date far ahead', 'CP90', '2027-02-01', /February 1, 2027 is after today/],
    ['a letter of 1998', 'CP90', '1998-02-01', /more than ten years ago/],
    ['no date', 'CP77', null, /Find the date printed on page 1/],
    ['an unknown number', 'XYZ99', '2026-11-02', /Check that the paper is from the IRS/],
  ])('%s', (_, code, dated, step) => {
    expect(told(code, dated, '2026-11-30').nextStep.text).toMatch(step)
  })
})

test.each([
  ['CP14', '2026-11-02', '2026-12-01', undefined, 'open'],
  ['CP14', '2026-11-02', '2026-12-01', '2026-11-23', 'answerOverdue'],
  ['LT11', '2026-11-09', '2026-12-04', undefined, 'near'],
  ['LT11', '2026-11-09', '2026-12-09', undefined, 'lastDay'],
  ['L3193', '2026-06-01', '2026-11-30', undefined, 'allOver'],
])('%s of %s on %s, printed %s: %s', (code, dated, today, printed, state) => {
  expect(told(code, dated, today, printed).state).toBe(state)
})
