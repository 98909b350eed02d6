import { describe, expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { decisionOf } from '../../../src/shared/deadlines/decision.ts'
import { inEnglish } from '../../../src/shared/i18n/english.ts'
import type { CaseEventKind } from '../../../src/shared/model/case-event.ts'
import { placeLetter } from '../../../src/shared/roadmap/place-letter.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

type Facts = Parameters<typeof datedLetter>[0]
type Events = Partial<Record<CaseEventKind, string>>
const statesOn = (today: string, facts: Facts, events: Events) =>
  Object.fromEntries(
    computeDeadlines(law, datedLetter(facts, events), day(today)).map(({ rule, state, metOn }) => [
      rule,
      metOn ?? state,
    ]),
  )

const lt11: Facts = { noticeCode: 'LT11', noticeDate: '2026-11-20' }
const cases: [
  name: string,
  today: string,
  facts: Facts,
  events: Events,
  rule: string,
  state: string | undefined,
][] = [
  [
    'a hearing request mailed on the last day is in time',
    '2027-03-01',
    lt11,
    { hearingRequestMailed: '2026-12-21' },
    'CDP-1',
    '2026-12-21',
  ],
  [
    'one mailed on the day after is late',
    '2027-03-01',
    lt11,
    { hearingRequestMailed: '2026-12-22' },
    'CDP-1',
    'late',
  ],
  [
    'and then meets the equivalent hearing',
    '2027-03-01',
    lt11,
    { hearingRequestMailed: '2026-12-22' },
    'CDP-5',
    '2026-12-22',
  ],
  [
    'a request in time leaves no equivalent hearing',
    '2027-03-01',
    lt11,
    { hearingRequestMailed: '2026-12-21' },
    'CDP-5',
    undefined,
  ],
  [
    'a request that is still to come meets nothing',
    '2026-12-01',
    lt11,
    { hearingRequestMailed: '2026-12-05' },
    'CDP-1',
    'open',
  ],
  [
    'a request from before the letter meets nothing',
    '2026-12-01',
    lt11,
    { hearingRequestMailed: '2026-11-19' },
    'CDP-1',
    'open',
  ],
  [
    'a request on the day of the letter does',
    '2026-12-01',
    lt11,
    { hearingRequestMailed: '2026-11-20' },
    'CDP-1',
    '2026-11-20',
  ],
  [
    'a request that arrived does',
    '2026-12-01',
    lt11,
    { hearingRequestReceived: '2026-11-25' },
    'CDP-1',
    '2026-11-25',
  ],
  [
    'Form 9423 does not ask for a hearing',
    '2026-12-01',
    lt11,
    { appealMailed: '2026-11-25' },
    'CDP-1',
    'open',
  ],
  [
    'but it is the appeal under CAP, which has no published last day',
    '2026-12-01',
    lt11,
    { appealMailed: '2026-11-25' },
    'CAP-P4',
    '2026-11-25',
  ],
  [
    'without the date of the letter nobody can say that it was in time',
    '2026-12-01',
    { noticeCode: 'LT11' },
    { hearingRequestMailed: '2026-11-25' },
    'CDP-1',
    'unknown',
  ],
  [
    'a printed day alone can be met',
    '2027-01-10',
    { noticeCode: 'L3172', respondByDate: '2026-12-30' },
    { hearingRequestMailed: '2026-12-30' },
    'CDP-2',
    '2026-12-30',
  ],
  [
    'and missed',
    '2027-01-10',
    { noticeCode: 'L3172', respondByDate: '2026-12-30' },
    { hearingRequestMailed: '2026-12-31' },
    'CDP-2',
    'late',
  ],
  [
    'after a printed day that was too early, the counted one still makes it timely',
    '2027-01-10',
    { ...lt11, respondByDate: '2026-12-01' },
    { hearingRequestMailed: '2026-12-10' },
    'CDP-1',
    '2026-12-10',
  ],
  [
    'the talk with the manager announced in time',
    '2026-12-01',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { conferenceHeld: '2026-11-18', appealAnnounced: '2026-11-20' },
    'CAP-F3',
    '2026-11-20',
  ],
  [
    'Form 9423 postmarked on the third business day',
    '2026-12-01',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { conferenceHeld: '2026-11-18', appealMailed: '2026-11-23' },
    'CAP-F4',
    '2026-11-23',
  ],
  [
    'Form 9423 postmarked on the fourth',
    '2026-12-01',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { conferenceHeld: '2026-11-18', appealMailed: '2026-11-24' },
    'CAP-F4',
    'late',
  ],
  [
    'nobody called, and it went out on the fourth business day of the request',
    '2026-12-01',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { conferenceRequested: '2026-11-17', appealMailed: '2026-11-23' },
    'CAP-F5',
    '2026-11-23',
  ],
  [
    'an appeal before the plan ends is the one bite',
    '2027-01-05',
    { noticeCode: 'CP523', noticeDate: '2026-11-02', terminationDate: '2026-12-20' },
    { appealMailed: '2026-11-20' },
    'CAP-I4',
    undefined,
  ],
  [
    'without it the second window runs',
    '2027-01-05',
    { noticeCode: 'CP523', noticeDate: '2026-11-02', terminationDate: '2026-12-20' },
    {},
    'CAP-I4',
    'open',
  ],
  [
    'a petition in time',
    '2027-06-01',
    { noticeCode: 'CP3219A', noticeDate: '2026-11-12' },
    { petitionMailed: '2027-02-10' },
    'DEF-90',
    '2027-02-10',
  ],
  [
    'a petition a day late',
    '2027-06-01',
    { noticeCode: 'CP3219A', noticeDate: '2026-11-12' },
    { petitionMailed: '2027-02-11' },
    'DEF-90',
    'late',
  ],
  [
    'but not for a letter abroad',
    '2027-06-01',
    { noticeCode: 'CP3219A', noticeDate: '2026-11-12' },
    { petitionMailed: '2027-02-11' },
    'DEF-150',
    '2027-02-11',
  ],
  [
    'a levy released while the bank held the money',
    '2027-01-01',
    { noticeCode: 'F668A' },
    { levyServed: '2026-11-10', levyReleased: '2026-11-20' },
    'CAP-L1',
    '2026-11-20',
  ],
  [
    'an answer to a day that is only printed',
    '2026-12-01',
    { noticeCode: 'CP14', respondByDate: '2026-11-24' },
    { answerMailed: '2026-11-20' },
    'printed',
    '2026-11-20',
  ],
  [
    'a passport suit has no published day',
    '2026-12-01',
    { noticeCode: 'CP508C', noticeDate: '2026-11-02' },
    {},
    'PASS-1',
    'noClock',
  ],
  [
    'the quick review of a jeopardy levy starts the time to sue',
    '2026-12-01',
    { noticeCode: 'L2439', noticeDate: '2026-11-02' },
    { jeopardyReviewRequested: '2026-11-20' },
    'CDP-14',
    'open',
  ],
  [
    'which does not run before',
    '2026-12-01',
    { noticeCode: 'L2439', noticeDate: '2026-11-02' },
    {},
    'CDP-14',
    'notStarted',
  ],
  [
    'a seizure must be appealed before the sale',
    '2026-12-09',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { seizureNoticeGiven: '2026-11-23', saleSet: '2026-12-10' },
    'CAP-S2',
    'lastDay',
  ],
  [
    'and within ten business days: mailing is not enough',
    '2026-12-30',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { seizureNoticeGiven: '2026-11-23', appealMailed: '2026-12-01' },
    'CAP-S1',
    'late',
  ],
  [
    'the appeal must reach the manager',
    '2026-12-30',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { seizureNoticeGiven: '2026-11-23', appealReceived: '2026-12-08' },
    'CAP-S1',
    '2026-12-08',
  ],
  [
    'received before the sale',
    '2026-12-30',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { saleSet: '2026-12-10', appealReceived: '2026-12-09' },
    'CAP-S2',
    '2026-12-09',
  ],
  [
    'received on the day of the sale',
    '2026-12-30',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    { saleSet: '2026-12-10', appealReceived: '2026-12-10' },
    'CAP-S2',
    'late',
  ],
  [
    'no seizure, no seizure clock',
    '2026-12-30',
    { noticeCode: 'L1058', noticeDate: '2026-11-02' },
    {},
    'CAP-S1',
    undefined,
  ],
  [
    'a plan refusal answered by phone alone stays open',
    '2026-11-22',
    { noticeCode: 'L4052', noticeDate: '2026-11-02' },
    { appealAnnounced: '2026-11-10' },
    'CAP-I1',
    'open',
  ],
]

test.each(cases)('%s', (_, today, facts, events, rule, state) => {
  expect(statesOn(today, facts, events)[rule]).toBe(state)
})

test('a satisfied deadline has nothing left to send and comes last', () => {
  const deadlines = computeDeadlines(
    law,
    datedLetter(lt11, { hearingRequestMailed: '2026-12-01' }),
    day('2026-12-05'),
  )
  expect(deadlines.at(-1)).toMatchObject({
    rule: 'CDP-1',
    state: 'met',
    sendBy: null,
    daysLeft: null,
    lastDay: '2026-12-21',
  })
})

test('of several mailings the first timely one counts', () => {
  const letter = datedLetter(lt11, {
    hearingRequestMailed: '2026-12-10',
    hearingRequestReceived: '2026-12-03',
  })
  expect(computeDeadlines(law, letter, day('2027-01-01')).find(({ rule }) => rule === 'CDP-1')?.metOn).toBe(
    '2026-12-03',
  )
})

describe('a number used for approvals and denials', () => {
  const facts: Facts = { noticeCode: 'L4711', noticeDate: '2026-11-02' }
  const onlyIf = (events: Events) =>
    computeDeadlines(law, datedLetter(facts, events), day('2026-11-22')).map(
      (each) => each.onlyIf?.en ?? null,
    )
  const place = (events: Events) => inEnglish(placeLetter(law, datedLetter(facts, events)))

  test('asks which it is, and keeps the right under its condition', () => {
    expect(place({}).ask).toContain('Does the letter refuse')
    expect(onlyIf({})).toEqual(['the letter refuses what you asked for'])
  })
  test('an approval leaves nothing to appeal', () => {
    expect(place({ requestGranted: '2026-11-02' })).toMatchObject({ ask: null })
    expect(place({ requestGranted: '2026-11-02' }).because.join(' ')).toContain('grants')
    expect(onlyIf({ requestGranted: '2026-11-02' })).toEqual([])
  })
  test('a denial opens the appeal without a condition', () => {
    expect(place({ requestRefused: '2026-11-02' }).because.join(' ')).toContain('refuses')
    expect(onlyIf({ requestRefused: '2026-11-02' })).toEqual([null])
  })
  test('of two answers the later one counts', () => {
    const events = datedLetter({}, { requestGranted: '2026-11-10', requestRefused: '2026-11-05' })
    expect(decisionOf(events)).toBe('granted')
    expect(decisionOf(datedLetter({}, { requestGranted: '2026-11-05', requestRefused: '2026-11-10' }))).toBe(
      'refused',
    )
    expect(decisionOf({})).toBeNull()
  })
  test('other numbers do not ask', () => {
    expect(place({}).kind).toBe('placed')
    expect(placeLetter(law, datedLetter(lt11, { requestGranted: '2026-11-10' }))).toMatchObject({ ask: null })
    expect(statesOn('2026-11-22', lt11, { requestGranted: '2026-11-21' })['CDP-1']).toBe('open')
  })
})

test('an appeal that meets two time limits stays under both, though each closes the other once it is met', () => {
  const events: Events = {
    conferenceHeld: '2026-11-20',
    conferenceRequested: '2026-11-24',
    appealMailed: '2026-11-25',
  }
  expect(statesOn('2026-12-05', { noticeCode: 'L3174' }, events)).toMatchObject({
    'CAP-F4': '2026-11-25',
    'CAP-F5': '2026-11-25',
  })
})
