import { expect, test } from 'vitest'
import type { AppealChoice } from '../../../src/shared/appeals/appeal-choice.ts'
import { chooseAppeal } from '../../../src/shared/appeals/choose-appeal.ts'
import { english, inEnglish } from '../../../src/shared/i18n/english.ts'
import { getRule } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const words = (id: string) => english(getRule(law, id).statement)

type Letter = Parameters<typeof datedLetter>
const rows: [string, string, Letter, AppealChoice['route'], AppealChoice['form']][] = [
  [
    'a final notice on its last day',
    '2026-12-21',
    [{ noticeCode: 'LT11', noticeDate: '2026-11-20' }],
    'CDP',
    '12153',
  ],
  ['the day after', '2026-12-22', [{ noticeCode: 'LT11', noticeDate: '2026-11-20' }], 'EH', '12153'],
  [
    'the last day of the year',
    '2027-11-22',
    [{ noticeCode: 'LT11', noticeDate: '2026-11-20' }],
    'EH',
    '12153',
  ],
  ['after the year', '2027-11-23', [{ noticeCode: 'LT11', noticeDate: '2026-11-20' }], 'CAP', '9423'],
  ['a final notice without a date', '2026-11-22', [{ noticeCode: 'LT11' }], 'unknown', null],
  [
    'a lien letter with its printed day',
    '2026-11-22',
    [{ noticeCode: 'L3172', respondByDate: '2026-12-30' }],
    'CDP',
    '12153',
  ],
  [
    'a lien letter with neither day',
    '2026-11-22',
    [{ noticeCode: 'L3172', noticeDate: '2026-11-20' }],
    'unknown',
    null,
  ],
  [
    'a lien letter, printed day over, filing day unknown',
    '2026-12-31',
    [{ noticeCode: 'L3172', respondByDate: '2026-12-30' }],
    'EH',
    '12153',
  ],
  [
    'a lien letter, printed day over, filing day known',
    '2026-12-31',
    [{ noticeCode: 'L3172', respondByDate: '2026-12-30' }, { nftlFiled: '2026-11-20' }],
    'EH',
    '12153',
  ],
  ['the lien form alone', '2026-11-22', [{ noticeCode: 'F668Y' }], 'unknown', null],
  [
    'a special lien letter without a printed day',
    '2026-11-22',
    [{ noticeCode: 'L3886', noticeDate: '2026-11-20' }],
    'CAP',
    '9423',
  ],
  [
    'a special lien letter with a printed day',
    '2026-11-22',
    [{ noticeCode: 'L3886', respondByDate: '2026-12-20' }],
    'CDP',
    '12153',
  ],
  [
    'an additional lien letter',
    '2026-11-22',
    [{ noticeCode: 'L3171', noticeDate: '2026-11-20' }],
    'CAP',
    '9423',
  ],
  [
    'a bill that warns of a levy',
    '2026-11-22',
    [{ noticeCode: 'CP504', noticeDate: '2026-11-02' }],
    'CAP',
    '9423',
  ],
  [
    'the same after its practical limit',
    '2027-03-01',
    [{ noticeCode: 'CP504', noticeDate: '2026-11-02' }],
    'CAP',
    '9423',
  ],
  ['a refused plan', '2026-12-02', [{ noticeCode: 'L4052', noticeDate: '2026-11-02' }], 'IA-appeal', '9423'],
  [
    'a refused plan, too late',
    '2026-12-03',
    [{ noticeCode: 'L4052', noticeDate: '2026-11-02' }],
    'other',
    null,
  ],
  ['a refused plan without a date', '2026-12-02', [{ noticeCode: 'L4052' }], 'unknown', null],
  [
    'a plan in default',
    '2026-11-22',
    [{ noticeCode: 'CP523', noticeDate: '2026-11-02' }],
    'IA-appeal',
    '9423',
  ],
  [
    'a plan that has ended',
    '2026-12-20',
    [{ noticeCode: 'CP523', noticeDate: '2026-11-02', terminationDate: '2026-12-10' }],
    'IA-appeal',
    '9423',
  ],
  [
    'a plan in default, first days over, end unknown',
    '2026-12-20',
    [{ noticeCode: 'CP523', noticeDate: '2026-11-02' }],
    'unknown',
    null,
  ],
  ['a review of a plan', '2026-11-22', [{ noticeCode: 'CP522P', noticeDate: '2026-11-02' }], 'other', null],
  [
    'a decision about a withdrawal',
    '2026-11-22',
    [{ noticeCode: 'L4711', noticeDate: '2026-11-02' }],
    'CAP',
    '9423',
  ],
  [
    'a notice of deficiency',
    '2026-11-22',
    [{ noticeCode: 'CP3219A', noticeDate: '2026-11-02' }],
    'other',
    null,
  ],
  ['a first bill', '2026-11-22', [{ noticeCode: 'CP14', noticeDate: '2026-11-02' }], 'other', null],
  ['a number that is not in the catalog', '2026-11-22', [{ noticeCode: 'CP888' }], 'unknown', null],
  ['no number', '2026-11-22', [{}], 'unknown', null],
]

test.each(rows)('%s on %s', (_, today, letter, route, form) => {
  const choice = inEnglish(chooseAppeal(law, datedLetter(...letter), day(today)))
  expect([choice.route, choice.form]).toEqual([route, form])
  expect(choice.because.length).toBeGreaterThan(0)
  if (choice.route === 'unknown') expect(choice.ask.length).toBeGreaterThan(0)
})

const chosen = (today: string, ...letter: Parameters<typeof datedLetter>) => {
  const choice = inEnglish(chooseAppeal(law, datedLetter(...letter), day(today)))
  if (choice.route === 'unknown') throw new Error('no route')
  return choice
}

test('an open hearing warns that CAP first would lose the issue, and names CAP as open too', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'L1058', noticeDate: '2026-11-20' })
  expect(choice.because).toEqual([
    'Collection Due Process hearing: open until December 21, 2026. A right ends with that day.',
    expect.stringContaining('A timely request stops the levy'),
    words('CDP-9'),
    words('CAP-A7'),
  ])
  expect(choice.also.join(' ')).toContain('Form 9423')
})

test('a hearing after the levy says that the levy stays', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'CP92', noticeDate: '2026-11-20' })
  expect(choice.because.join(' ')).toContain('The levy already made stays in place')
})

test('CAP says what it gives up: the debt itself and court, the legal pause, the later hearing', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' })
  expect(choice.givesUp).toEqual([words('CAP-G2'), words('CAP-A3'), words('CAP-A7')])
})

test('CAP after a missed hearing says that the time for the hearing has passed', () => {
  const choice = chosen('2028-01-03', { noticeCode: 'LT11', noticeDate: '2026-11-20' })
  expect(choice.because[0]).toBe(
    'Collection Due Process hearing: the last day, December 21, 2026, has passed. Not final yet: a special situation could still extend it or excuse being late.',
  )
})

test('CAP names an equivalent hearing that an earlier notice may still give', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'L3174', noticeDate: '2026-11-02' })
  expect(choice.also.join(' ')).toContain('Form 12153')
})

test('a late request says that a good reason can excuse it', () => {
  expect(chosen('2026-12-22', { noticeCode: 'CP90', noticeDate: '2026-11-20' }).also).toContain(
    words('CDP-11'),
  )
})

test('a plan in default says that there is only one appeal', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'CP523', noticeDate: '2026-11-02' })
  expect(choice.givesUp).toEqual([words('CAP-G2'), words('CAP-I5')])
})

test.each([
  ['revenueOfficer', 'CAP-F1'],
  ['phoneOrNotice', 'CAP-P1'],
  ['advisory', 'CAP-N2'],
] as const)('with %s the appeal begins as %s says', (contact, rule) => {
  const letter = datedLetter({ noticeCode: 'CP504', noticeDate: '2026-11-02' })
  const answered = { ...letter, answers: { ...letter.answers, contact } }
  const choice = inEnglish(chooseAppeal(law, answered, day('2026-11-22')))
  expect(choice.because).toContain(words(rule))
})

test('a decision that may be an approval says that only a denial can be appealed', () => {
  const choice = chosen('2026-11-22', { noticeCode: 'L4025', noticeDate: '2026-11-02' })
  expect(choice.because).toContain('Only if the letter refuses what you asked for.')
})

test('after talking with the manager and announcing the appeal, the form is still to be sent', () => {
  const talked = {
    conferenceRequested: '2026-11-17',
    conferenceHeld: '2026-11-19',
    appealAnnounced: '2026-11-20',
  }
  const route = (events: Parameters<typeof datedLetter>[1]) =>
    chooseAppeal(
      law,
      datedLetter({ noticeCode: 'CP504', noticeDate: '2026-11-02' }, events),
      day('2026-11-22'),
    ).route
  expect(route(talked)).toBe('CAP')
  expect(route({ ...talked, appealMailed: '2026-11-22' })).toBe('other')
})
