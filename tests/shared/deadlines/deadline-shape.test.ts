import { describe, expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { decisionOf } from '../../../src/shared/deadlines/decision.ts'
import { say } from '../../../src/shared/i18n/message.ts'
import { findNotice, type Law, type Right, type Rule } from '../../../src/shared/law/law.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

type Facts = Parameters<typeof datedLetter>[0]
type Events = Parameters<typeof datedLetter>[1]
const on = (today: string, facts: Facts, events: Events = {}, by: Law = law) =>
  computeDeadlines(by, datedLetter(facts, events), day(today))
const one = (rule: string, ...input: Parameters<typeof on>) => on(...input).find((each) => each.rule === rule)

/** LT11's first right under another rule, or with other words. */
function lawWith(right: Partial<Right>, rule: Partial<Rule> = {}): Law {
  const lt11 = findNotice(law, 'LT11')
  const [first] = lt11?.rights ?? []
  if (!lt11 || !first) throw new Error('no LT11')
  const rules = law.rules.map((each) => (each.id === 'CDP-1' ? { ...each, ...rule } : each))
  return { ...law, rules, notices: [{ ...lt11, rights: [{ ...first, ...right }] }] }
}

test('a right has the words of its law', () => {
  const [found] = on(
    '2026-11-22',
    { noticeCode: 'LT11', noticeDate: '2026-11-20' },
    {},
    lawWith({ unverified: true }),
  )
  const [right] = findNotice(law, 'LT11')?.rights ?? []
  const rule = law.rules.find(({ id }) => id === 'CDP-1')
  expect(found).toMatchObject({
    rule: 'CDP-1',
    actor: 'taxpayer',
    start: { kind: 'noticeDate', day: '2026-11-20' },
    unconfirmed: false,
    unverified: true,
    courtReview: true,
    note: right?.note,
    pauses: right?.pauses,
    ifMissed: rule?.ifMissed,
    citation: rule?.citation,
    metOn: null,
  })
})

test('a right without a rule uses its own authority, and counts from the letter', () => {
  const bare = lawWith({ rule: null, printedDateWins: false })
  const [found] = on('2026-11-22', { noticeCode: 'LT11', noticeDate: '2026-11-20' }, {}, bare)
  expect(found).toMatchObject({
    rule: 'none',
    actor: 'taxpayer',
    start: { kind: 'noticeDate', day: '2026-11-20' },
    ifMissed: null,
    citation: { en: expect.stringContaining('IRC 6330(a)(3)(B)') },
  })
})

test('an answer satisfies a right without a rule that prints its date', () => {
  const printing = lawWith({ rule: null, printedDateWins: true })
  const facts: Facts = { noticeCode: 'LT11', respondByDate: '2026-12-01' }
  expect(on('2026-12-05', facts, {}, printing)).toMatchObject([{ rule: 'printed', state: 'late' }])
  expect(on('2026-12-05', facts, { answerMailed: '2026-12-01' }, printing)).toMatchObject([
    { metOn: '2026-12-01' },
  ])
})

test('without a printed date nothing satisfies a right that has no rule', () => {
  const bare = lawWith({ rule: null })
  const facts: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-02' }
  expect(on('2026-12-05', facts, { answerMailed: '2026-12-01' }, bare)).toMatchObject([
    { state: 'noClock', metOn: null },
  ])
})

test('an unconfirmed letter says so on each of its deadlines', () => {
  const confirmed = datedLetter({
    noticeCode: 'CP504',
    noticeDate: '2026-11-02',
    respondByDate: '2026-11-24',
  }).confirmed
  if (!confirmed) throw new Error('no facts')
  const letter = { confirmed: null, reading: { pages: [1], facts: confirmed, evidence: {} }, events: [] }
  expect(computeDeadlines(law, letter, day('2026-11-22')).map((each) => each.unconfirmed)).toEqual([
    true,
    true,
  ])
})

test('a date that is only printed is shown as the letter gives it', () => {
  expect(one('printed', '2026-11-22', { noticeCode: 'CP14', respondByDate: '2026-11-24' })).toMatchObject({
    title: say('printedDay.title'),
    actor: 'taxpayer',
    start: { kind: 'respondByDate', day: '2026-11-24' },
    printed: '2026-11-24',
    counted: null,
    differs: false,
    unconfirmed: false,
    unverified: false,
    courtReview: false,
    note: say('printedDay.note'),
    citation: say('printedDay.citation'),
    sendBy: '2026-11-22',
    how: 'fax',
  })
})

test('a printed date equal to the count does not differ', () => {
  const facts: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-12-02' }
  expect(one('CDP-1', '2026-11-22', facts)).toMatchObject({ differs: false, lastDay: '2026-12-02' })
})

describe('the printed date against the count, on each day around them', () => {
  const facts: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-11-25' }
  test.each([
    ['2026-11-24', '2026-11-25', 'open', '2026-11-24'],
    ['2026-11-25', '2026-11-25', 'lastDay', '2026-11-25'],
    ['2026-11-26', '2026-12-02', 'open', '2026-11-27'],
    ['2026-12-02', '2026-12-02', 'lastDay', '2026-12-02'],
    ['2026-12-03', '2026-11-25', 'late', '2026-11-20'],
  ])('%s: %s, %s, send by %s', (today, lastDay, state, sendBy) => {
    expect(one('CDP-1', today, facts)).toMatchObject({ lastDay, state, sendBy })
  })
})

test('an act of today counts today', () => {
  const facts: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-02' }
  expect(one('CDP-1', '2026-11-20', facts, { hearingRequestMailed: '2026-11-20' })?.state).toBe('met')
})

test('the conference track has its own words', () => {
  const facts: Facts = { noticeCode: 'L1058', noticeDate: '2026-11-02' }
  const rule = law.rules.find(({ id }) => id === 'CAP-F2')
  expect(one('CAP-F2', '2026-11-17', facts, { conferenceRequested: '2026-11-17' })).toMatchObject({
    title: rule?.title,
    actor: 'irs',
    unconfirmed: false,
    unverified: false,
    courtReview: false,
    note: rule?.statement,
    sendBy: null,
  })
  expect(one('CAP-F2', '2026-11-20', facts, { conferenceRequested: '2026-11-17' })?.state).toBe('passed')
})

test.each([
  ['2026-11-17', undefined],
  ['2026-11-18', undefined],
  ['2026-11-16', 'CAP-F2'],
])('asked on November 17 and held on %s: the wait for a call is %s', (conferenceHeld, rule) => {
  const facts: Facts = { noticeCode: 'L1058', noticeDate: '2026-11-02' }
  expect(
    one('CAP-F2', '2026-11-18', facts, { conferenceRequested: '2026-11-17', conferenceHeld })?.rule,
  ).toBe(rule)
})

describe('what a missing date means', () => {
  test.each([
    ['LT11', 'CDP-1', 'unknown'],
    ['L3172', 'CDP-2', 'unknown'],
    ['CP523', 'CAP-I4', 'unknown'],
    ['F668A', 'CAP-L1', 'unknown'],
    ['L1058', 'CAP-F4', 'notStarted'],
    ['L2439', 'CDP-14', 'notStarted'],
    ['L2439', 'CDP-15', 'notStarted'],
    ['CP508C', 'PASS-1', 'noClock'],
  ])('%s, %s: %s', (noticeCode, rule, state) => {
    expect(one(rule, '2026-11-22', { noticeCode })).toMatchObject({
      state,
      lastDay: null,
      sendBy: null,
      daysLeft: null,
    })
  })
  test.each(['respondByDate', 'agreementTerminated', 'seizureNoticeGiven'] as const)(
    '%s is unknown',
    (start) => {
      const own = lawWith({ printedDateWins: false }, { start })
      expect(on('2026-11-22', { noticeCode: 'LT11' }, {}, own)[0]?.state).toBe('unknown')
    },
  )
  test('a rule may count from the date printed on the letter', () => {
    const own = lawWith({ printedDateWins: false }, { start: 'respondByDate' })
    expect(
      one('CDP-1', '2026-11-22', { noticeCode: 'LT11', respondByDate: '2026-11-20' }, {}, own)?.lastDay,
    ).toBe('2026-12-21')
  })
  test('a plan that has ended counts from the earlier of the printed and the recorded day', () => {
    const own = lawWith({ printedDateWins: false }, { start: 'agreementTerminated' })
    const facts: Facts = { noticeCode: 'LT11', terminationDate: '2026-11-20' }
    expect(one('CDP-1', '2026-11-22', facts, { agreementTerminated: '2026-11-18' }, own)?.start.day).toBe(
      '2026-11-18',
    )
  })
})

test('the earliest open date comes first, then those without a date, then those that have passed', () => {
  const events: Events = { levyServed: '2026-11-10' }
  expect(on('2026-11-22', { noticeCode: 'F668A' }, events).map(({ rule }) => rule)).toEqual([
    'CAP-L1',
    'CAP-L3',
    'CAP-W2',
    'CAP-W4',
    'CAP-F4',
    'SPOUSE-2Y-LEVY',
  ])
  const lt11: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-02', respondByDate: '2026-11-25' }
  expect(on('2026-12-10', lt11).map(({ rule, state }) => [rule, state])).toEqual([
    ['CDP-5', 'open'],
    ['CAP-P4', 'noClock'],
    ['CDP-1', 'late'],
    ['SPOUSE-2Y', 'open'],
  ])
  const l1058: Facts = { noticeCode: 'L1058', noticeDate: '2026-11-02' }
  expect(on('2026-11-18', l1058, { conferenceRequested: '2026-11-17' }).map(({ rule }) => rule)).toEqual([
    'CAP-F2',
    'CAP-F5',
    'CDP-1',
    'CDP-5',
    'CAP-F4',
    'SPOUSE-2Y',
  ])
})

test('two entries of one group, with and without a day: the one with a day comes first, whatever their order', () => {
  const lt11 = findNotice(law, 'LT11')
  const cp523 = findNotice(law, 'CP523')
  const l1058 = findNotice(law, 'L1058')
  const later = cp523?.rights.find(({ rule }) => rule === 'CAP-I4')
  const cap = l1058?.rights.find(({ rule }) => rule === 'CAP-F4')
  if (!lt11 || !later || !cap) throw new Error('no rights')
  for (const rights of [
    [later, cap],
    [cap, later],
  ]) {
    const own = { ...law, notices: [{ ...lt11, rights }] }
    const facts: Facts = { noticeCode: 'LT11', terminationDate: '2026-12-20' }
    expect(on('2026-11-22', facts, {}, own).map(({ rule }) => rule)).toEqual(['CAP-I4', 'CAP-F4'])
  }
})

test('only an approval or a denial is a decision, and the later date counts in any order', () => {
  expect(decisionOf(datedLetter({}, { levyServed: '2026-11-20' }))).toBeNull()
  expect(decisionOf(datedLetter({}, { requestRefused: '2026-11-05', levyServed: '2026-11-20' }))).toBe(
    'refused',
  )
  expect(decisionOf(datedLetter({}, { requestRefused: '2026-11-10', requestGranted: '2026-11-05' }))).toBe(
    'refused',
  )
  expect(decisionOf(datedLetter({}, { requestGranted: '2026-11-05', requestRefused: '2026-11-04' }))).toBe(
    'granted',
  )
})
