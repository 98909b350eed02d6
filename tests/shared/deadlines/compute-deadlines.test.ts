import { describe, expect, test } from 'vitest'
import { computeDeadlines, type DatedLetter } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const on = (today: string, letter: DatedLetter) => inEnglish(computeDeadlines(law, letter, day(today)))
const rule = (today: string, letter: DatedLetter, id: string) => {
  const found = on(today, letter).find((each) => each.rule === id)
  if (!found) throw new Error(`no deadline by ${id}`)
  return found
}

describe('the printed date and the count', () => {
  test('a final notice without a printed day is counted from its date', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-20' })
    expect(rule('2026-11-22', letter, 'CDP-1')).toMatchObject({
      lastDay: '2026-12-21',
      sendBy: '2026-12-16',
      how: 'mail',
      printed: null,
      differs: false,
      state: 'open',
      daysLeft: 29,
    })
  })

  test('a later printed date is shown, and the earlier counted one is the date to send by', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-12-10' })
    expect(rule('2026-11-22', letter, 'CDP-1')).toMatchObject({
      lastDay: '2026-12-10',
      counted: { lastDay: '2026-12-02' },
      sendBy: '2026-11-27',
      differs: true,
    })
  })

  test('an earlier printed date is shown and is the date to send by', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-11-28' })
    expect(rule('2026-11-22', letter, 'CDP-1')).toMatchObject({
      lastDay: '2026-11-28',
      sendBy: '2026-11-24',
      differs: true,
    })
  })

  test('a printed date that has passed does not make a right late while the count is still running', () => {
    const letter = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-11-12' })
    expect(rule('2026-11-22', letter, 'CDP-1')).toMatchObject({
      lastDay: '2026-12-02',
      printed: '2026-11-12',
      state: 'open',
      sendBy: '2026-11-23',
      how: 'counterOn',
    })
  })

  test('Letter 3172 goes by the printed date when the filing date is unknown, and never by the letter date', () => {
    const letter = datedLetter({ noticeCode: 'L3172', noticeDate: '2026-11-01', respondByDate: '2026-12-30' })
    expect(rule('2026-11-22', letter, 'CDP-2')).toMatchObject({ lastDay: '2026-12-30', counted: null })
  })

  test('Letter 3172 with neither date is unknown and says what is missing', () => {
    const letter = datedLetter({ noticeCode: 'L3172', noticeDate: '2026-11-01' })
    expect(rule('2026-11-22', letter, 'CDP-2')).toMatchObject({
      state: 'unknown',
      lastDay: null,
      start: { kind: 'nftlFiled', day: null },
    })
  })

  test('a payment date on a bill stands alone and belongs to no appeal', () => {
    const letter = datedLetter({ noticeCode: 'CP504', noticeDate: '2026-11-02', respondByDate: '2026-11-24' })
    expect(rule('2026-11-22', letter, 'printed')).toMatchObject({ lastDay: '2026-11-24', program: 'other' })
    expect(rule('2026-11-22', letter, 'LEVY-30')).toMatchObject({ lastDay: '2026-12-02', printed: null })
  })

  test.each([
    ['2026-11-30', null, ['MATH-60', 'printed']],
    ['2026-12-01', '2026-12-23', ['MATH-60']],
  ])('a math-error notice of %s prints %s for the right to undo it', (noticeDate, printed, rules) => {
    const letter = datedLetter({ noticeCode: 'CP11', noticeDate, respondByDate: '2026-12-23' })
    expect(rule('2026-12-10', letter, 'MATH-60').printed).toBe(printed)
    expect(
      on('2026-12-10', letter)
        .map((each) => each.rule)
        .sort(),
    ).toEqual(rules)
  })

  test('a letter that is not in the catalog yields only its printed date', () => {
    const letter = datedLetter({ noticeCode: 'CP888', respondByDate: '2026-12-01' })
    expect(on('2026-11-22', letter).map((each) => [each.rule, each.lastDay])).toEqual([
      ['printed', '2026-12-01'],
    ])
  })

  test('a letter without facts yields nothing', () => {
    expect(on('2026-11-22', { confirmed: null, reading: null, events: [] })).toEqual([])
  })
})

describe('how it stands today', () => {
  test.each([
    ['2026-12-20', 'open', 1],
    ['2026-12-21', 'lastDay', 0],
    ['2026-12-22', 'late', -1],
  ])('on %s the hearing is %s', (today, state, daysLeft) => {
    const letter = datedLetter({ noticeCode: 'CP90', noticeDate: '2026-11-20' })
    expect(rule(today, letter, 'CDP-1')).toMatchObject({ state, daysLeft })
  })

  test.each([
    ['2026-12-21', 'notStarted'],
    ['2026-12-22', 'open'],
    ['2027-11-22', 'lastDay'],
    ['2027-11-23', 'late'],
  ])('on %s the equivalent hearing is %s', (today, state) => {
    const letter = datedLetter({ noticeCode: 'CP90', noticeDate: '2026-11-20' })
    const deadline = rule(today, letter, 'CDP-5')
    expect([deadline.state, deadline.lastDay]).toEqual([state, '2027-11-22'])
    expect(deadline.onlyIf).not.toBeNull()
  })

  test('without a notice date the count is unknown, not guessed', () => {
    expect(rule('2026-11-22', datedLetter({ noticeCode: 'LT11' }), 'CDP-1')).toMatchObject({
      state: 'unknown',
      start: { kind: 'noticeDate', day: null },
      lastDay: null,
      sendBy: null,
    })
  })

  test('a right from an earlier notice has no deadline on this letter', () => {
    const letter = datedLetter({ noticeCode: 'L3174', noticeDate: '2026-11-02' })
    const eh = on('2026-11-22', letter).find((each) => each.program === 'EH')
    expect(eh).toMatchObject({ rule: 'none', state: 'noClock', lastDay: null })
  })

  test('facts that nobody confirmed are marked', () => {
    const { confirmed } = datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-20' })
    const reading = { pages: [1], facts: confirmed ?? noFacts, evidence: {} }
    const letter = { confirmed: null, reading, events: [] }
    expect(rule('2026-11-22', letter, 'CDP-1').unconfirmed).toBe(true)
  })
})

describe('a payment plan that ends', () => {
  const letter = datedLetter({
    noticeCode: 'CP523',
    noticeDate: '2026-11-02',
    terminationDate: '2026-12-10',
  })
  test('the appeal before the end counts from the notice, the one after it from the end date', () => {
    expect(rule('2026-11-22', letter, 'CAP-I3')).toMatchObject({ lastDay: '2026-12-02', state: 'open' })
    expect(rule('2026-11-22', letter, 'CAP-I4')).toMatchObject({ lastDay: '2027-01-11', state: 'notStarted' })
    expect(rule('2026-12-10', letter, 'CAP-I4')).toMatchObject({ state: 'open' })
  })
  test('an end that came earlier than printed counts from the earlier date', () => {
    const ended = datedLetter(
      { noticeCode: 'CP523', terminationDate: '2026-12-10' },
      { agreementTerminated: '2026-12-08' },
    )
    expect(rule('2026-12-10', ended, 'CAP-I4').start.day).toBe('2026-12-08')
  })
})

describe('the conference track', () => {
  const rules = (letter: DatedLetter) =>
    on('2026-11-23', letter)
      .map((each) => each.rule)
      .filter((id) => id.startsWith('CAP-F'))
      .sort()

  test('before a conference is requested, Form 9423 has not started to count', () => {
    const letter = datedLetter({ noticeCode: 'L3174', noticeDate: '2026-11-02' })
    expect(rules(letter)).toEqual(['CAP-F4'])
    expect(rule('2026-11-23', letter, 'CAP-F4')).toMatchObject({ state: 'notStarted', lastDay: null })
  })

  test('once it is requested, the IRS has its days and the no-call deadline runs', () => {
    const letter = datedLetter({ noticeCode: 'L3174' }, { conferenceRequested: '2026-11-20' })
    expect(rules(letter)).toEqual(['CAP-F2', 'CAP-F4', 'CAP-F5'])
    expect(rule('2026-11-23', letter, 'CAP-F2')).toMatchObject({
      actor: 'irs',
      lastDay: '2026-11-24',
      sendBy: null,
    })
    expect(rule('2026-11-23', letter, 'CAP-F5')).toMatchObject({
      lastDay: '2026-11-27',
      sendBy: '2026-11-25',
      how: 'mail',
      form: '9423',
    })
  })

  test('a call that never came is a duty whose date has passed; the taxpayer is not late', () => {
    const letter = datedLetter({ noticeCode: 'L3174' }, { conferenceRequested: '2026-11-20' })
    expect(rule('2026-11-25', letter, 'CAP-F2').state).toBe('passed')
  })

  test('once it was held, only the deadlines after it count', () => {
    const events = { conferenceRequested: '2026-11-20', conferenceHeld: '2026-11-24' }
    const letter = datedLetter({ noticeCode: 'L3174' }, events)
    expect(rules(letter)).toEqual(['CAP-F3', 'CAP-F4'])
    expect(rule('2026-11-24', letter, 'CAP-F4')).toMatchObject({
      lastDay: '2026-11-30',
      sendBy: '2026-11-24',
      how: 'mail',
      state: 'open',
    })
  })

  test('of two requests the first one counts', () => {
    const letter = datedLetter({ noticeCode: 'L3174' }, { conferenceRequested: '2026-11-20' })
    const twice = { ...letter, events: [...letter.events, ...again('2026-11-23')] }
    expect(rule('2026-11-23', twice, 'CAP-F5').start.day).toBe('2026-11-20')
  })

  test('a payment plan needs no conference, so none is counted', () => {
    const letter = datedLetter(
      { noticeCode: 'L4052', noticeDate: '2026-11-02' },
      { conferenceHeld: '2026-11-20' },
    )
    expect(rules(letter)).toEqual([])
  })

  const again = (on: string) => [{ kind: 'conferenceRequested' as const, day: day(on), note: '' }]
})

test('the earliest open one comes first, those that have passed last', () => {
  const letter = datedLetter(
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { conferenceHeld: '2026-11-27' },
  )
  const order = on('2026-12-01', letter).map((each) => [each.rule, each.state])
  expect(order).toEqual([
    ['CAP-F3', 'lastDay'],
    ['CDP-1', 'open'],
    ['CAP-F4', 'open'],
    ['CDP-5', 'notStarted'],
    ['SPOUSE-2Y', 'open'],
  ])
  const own = on('2026-12-04', letter).filter(({ aside }) => !aside)
  expect(own.at(-1)?.state).toBe('late')
  expect(on('2026-12-04', letter).at(-1)?.rule).toBe('SPOUSE-2Y')
})
