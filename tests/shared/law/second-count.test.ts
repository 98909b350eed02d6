import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import { countDays } from '../../../src/shared/deadlines/count-days.ts'
import type { Deadline } from '../../../src/shared/deadlines/deadline.ts'
import { getRule, type Notice, type Right, type Rule } from '../../../src/shared/law/law.ts'
import { CaseEventKind } from '../../../src/shared/model/case-event.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from './dated-letter.ts'
import {
  numberOf,
  ruleFromStatement,
  type SecondRule,
  secondCount,
  secondMargin,
  secondRules,
  secondState,
  textOf,
} from './second-count.ts'

const counting = law.rules.filter(({ count }) => count !== null)

/** By the table of statutes; a rule that is newer than the table counts as its own statement says. */
function secondRule(rule: Rule): SecondRule {
  const known = secondRules[rule.id] ?? ruleFromStatement(rule.statement.en, rule.rolls)
  if (!known) throw new Error(`rule ${rule.id}: its statement does not say how many days it counts`)
  const told = { ...known, ...secondMargin(rule.id), ...(rule.actor === 'irs' ? { byIrs: true } : {}) }
  return rule.sendEarlierDays ? { ...told, daysEarlier: rule.sendEarlierDays } : told
}

test('every rule that counts is in the table of statutes, or its statement says what it counts', () => {
  const silent = counting.filter(
    ({ id, statement, rolls }) => !(secondRules[id] ?? ruleFromStatement(statement.en, rolls)),
  )
  expect(silent.map(({ id }) => id)).toEqual([])
})

test('every rule that counts has its margin by hand, and a new one is told where to enter it', () => {
  expect(counting.filter(({ id }) => secondMargin(id).margin === undefined)).toEqual([])
  expect(() => secondMargin('NEW-30')).toThrow(/NEW-30 is new: enter it by hand under "margins" in tests/)
})

test('the second way of counting knows its own calendar', () => {
  expect([
    textOf(0),
    textOf(numberOf('2026-11-30')),
    numberOf('2000-03-01') - numberOf('2000-02-28'),
  ]).toEqual(['1970-01-01', '2026-11-30', 2])
  // The real case: lien notice filed on March 16, 2021, printed last day April 22.
  expect(secondCount(secondRules['CDP-2']!, '2021-03-16').lastDay).toBe('2021-04-22')
})

test('1,000 random counts agree with the second implementation', () => {
  const first = numberOf('2021-07-01')
  const random = fc.record({
    rule: fc.constantFrom(...counting),
    from: fc.integer({ min: first, max: first + 365 * 30 }).map(textOf),
  })
  const counts = fc.sample(random, { numRuns: 1000, seed: 15 })
  const wrong = counts.flatMap(({ rule, from }) => {
    const { lastDay, sendBy } = countDays(law, rule, day(from))
    const second = secondCount(secondRule(rule), from)
    return lastDay === second.lastDay && sendBy === second.sendBy
      ? []
      : [{ rule: rule.id, from, lastDay, sendBy, second }]
  })
  expect(counts).toHaveLength(1000)
  expect(wrong).toEqual([])
})

/** Dates of letters over the years, among them both sides of the MATH Act, holidays, and leap days. */
const letterDates = ['2026-11-30', '2026-12-01', '2027-03-17', '2028-01-31', '2028-11-22', '2029-01-19']

type Counted = { notice: Notice; right: Right; rule: Rule; from: string }
const counted: Counted[] = law.notices.flatMap((notice) =>
  notice.rights.flatMap((right) => {
    const rule = right.rule === null ? null : getRule(law, right.rule)
    // What counts from a tax year has tests of its own, below: the letter names the year, not the day.
    return rule?.count && !('daysBefore' in rule.count) && rule.start !== 'returnDue'
      ? letterDates.map((from) => ({ notice, right, rule, from }))
      : []
  }),
)

/** The letter with what starts its clock; nothing was done about it. */
function letterOf({ notice, rule, from }: Counted) {
  const event = CaseEventKind.safeParse(rule.start)
  const facts = { noticeCode: notice.code, noticeDate: from }
  if (rule.start === 'terminationDate') return datedLetter({ ...facts, terminationDate: from })
  return event.success ? datedLetter(facts, { [event.data]: from }) : datedLetter(facts)
}
const stateOn = (each: Counted, today: string): Deadline | undefined =>
  computeDeadlines(law, letterOf(each), day(today)).find(
    ({ rule, title }) => rule === each.rule.id && 'id' in title && title.id === each.right.title.id,
  )

/** An equivalent hearing waits while the hearing of the same letter is open. */
function expected(each: Counted, today: string): Deadline['state'] {
  const last = secondCount(secondRule(each.rule), each.from).lastDay
  const state = secondState(last, today)
  if (each.rule.actor === 'irs' && state === 'late') return 'passed'
  if (each.right.program !== 'EH' || state === 'late') return state
  const hearing = each.notice.rights.find(({ program }) => program === 'CDP')
  const rule = hearing?.rule ? getRule(law, hearing.rule) : null
  const starts = rule && (rule.start === each.rule.start || rule.start === 'noticeDate')
  const isOpen = starts && secondState(secondCount(secondRule(rule), each.from).lastDay, today) !== 'late'
  return isOpen ? 'notStarted' : state
}

describe('each notice on five days: that of the letter, near the end, the last day, one day late, two years late', () => {
  test.each([...new Set(counted.map(({ notice }) => notice.code))])('%s', (code) => {
    const table = counted
      .filter(({ notice }) => notice.code === code)
      .flatMap((each) => {
        const { lastDay, sendBy } = secondCount(secondRule(each.rule), each.from)
        const todays = [0, -2, 0, 1, 731].map((more, at) =>
          at === 0 ? each.from : textOf(numberOf(lastDay) + more),
        )
        return todays.map((today) => {
          const seen = stateOn(each, today)
          const row = [each.rule.id, each.from, today]
          return {
            seen: [...row, seen?.state, seen?.lastDay, seen?.counted?.sendBy],
            expected: [...row, expected(each, today), lastDay, sendBy],
          }
        })
      })
    expect(table.map(({ seen }) => seen)).toEqual(table.map((row) => row.expected))
    expect(table.length).toBeGreaterThanOrEqual(5 * letterDates.length)
  })
})

describe('the MATH Act: from December 1, 2026 the notice itself must print the last day', () => {
  const printing = counted.filter(({ right }) => right.printedSince !== undefined)
  const printed = '2027-01-20'
  const on = (each: Counted, noticeDate: string, respondByDate?: string) => {
    const facts = { noticeCode: each.notice.code, noticeDate, ...(respondByDate ? { respondByDate } : {}) }
    const all = computeDeadlines(law, datedLetter(facts), day('2026-12-10'))
    return all.find(({ rule }) => rule === each.rule.id)
  }
  test.each([...new Map(printing.map((each) => [each.notice.code, each])).entries()])('%s', (_code, each) => {
    const before = on(each, '2026-11-30', printed)
    const counted = secondCount(secondRule(each.rule), '2026-11-30')
    // A printed day of an earlier letter is one to pay by: the 60 days count.
    expect([before?.lastDay, before?.printed]).toEqual([counted.lastDay, null])
    expect(on(each, '2026-12-01', printed)).toMatchObject({ lastDay: printed, printed })
    const silent = on(each, '2026-12-01')
    expect(silent).toMatchObject({ firmness: 'estimated', printed: null })
    expect(silent?.doubts.map((doubt) => ('key' in doubt ? doubt.key : ''))).toContain('doubt.mustPrint')
  })
  test('there are such notices', () => expect(printing.length).toBeGreaterThan(5))
})

describe('three years for a refund, from the due date of the return', () => {
  const of = (noticeCode: string, taxPeriods: string[], today: string) =>
    computeDeadlines(law, datedLetter({ noticeCode, noticeDate: '2026-11-02', taxPeriods }), day(today)).find(
      ({ rule }) => rule === 'REFUND-3Y',
    )
  test.each([
    ['CP80', ['2023'], '2027-04-15'],
    ['CP81', ['2022'], '2026-04-15'],
    ['CP42', ['2024'], '2028-04-15'],
    ['CP80', ['2024', '2023'], '2027-04-15'],
  ])('%s for %j: by %s', (code, years, lastDay) => {
    const year = Number(years.toSorted()[0])
    expect(secondCount(secondRules['REFUND-3Y']!, `${year + 1}-04-15`).lastDay).toBe(lastDay)
    expect(of(code, years, '2026-11-30')).toMatchObject({
      lastDay,
      ends: 'right',
      // Without the extension that the letter does not show, and tax paid later, it can only be estimated.
      firmness: 'estimated',
      state: lastDay < '2026-11-30' ? 'late' : 'open',
    })
  })
  test('without a tax year, or with a part of one, a date is missing', () => {
    expect(of('CP80', [], '2026-11-30')).toMatchObject({ lastDay: null, state: 'unknown' })
    expect(of('CP80', ['2023-06'], '2026-11-30')).toMatchObject({ lastDay: null, state: 'unknown' })
  })
  test('the return that was sent satisfies it', () => {
    const letter = datedLetter(
      { noticeCode: 'CP80', noticeDate: '2026-11-02', taxPeriods: ['2023'] },
      { answerMailed: '2026-11-20' },
    )
    const found = computeDeadlines(law, letter, day('2026-11-30')).find(({ rule }) => rule === 'REFUND-3Y')
    expect(found).toMatchObject({ state: 'met' })
  })
})

describe('a last day of a suit or a petition on a weekend moves on (Treas. Reg. 301.7503-1(a))', () => {
  test.each([
    // November 23, 1995, Thanksgiving, is the example of the regulation: the suit is timely on the Friday.
    ['REFUND-2Y', '1993-11-23', '1995-11-24'],
    ['REFUND-2Y', '2026-05-29', '2028-05-30'],
    ['SPOUSE-90', '2026-09-06', '2026-12-07'],
    ['WORKER-90', '2026-09-06', '2026-12-07'],
    ['CDP-14', '2026-08-21', '2026-12-07'],
    ['CDP-15', '2026-09-06', '2026-12-07'],
  ])('%s from %s: %s', (rule, from, lastDay) => {
    expect(countDays(law, getRule(law, rule), day(from)).lastDay).toBe(lastDay)
  })
})
