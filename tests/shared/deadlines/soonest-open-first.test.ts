import { expect, test } from 'vitest'
import { computeDeadlines } from '../../../src/shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../src/shared/deadlines/deadline.ts'
import { soonestOpenFirst } from '../../../src/shared/deadlines/soonest-open-first.ts'
import { law } from '../../law.ts'
import { datedLetter, day } from '../law/dated-letter.ts'

const [any] = computeDeadlines(
  law,
  datedLetter({ noticeCode: 'LT11', noticeDate: '2026-11-20' }),
  day('2026-11-22'),
)
if (!any) throw new Error('no deadline')

const dayOf = (text: string | null) => (text === null ? null : day(text))

function deadline(
  state: Deadline['state'],
  sendBy: string | null,
  lastDay = sendBy,
  aside = false,
): Deadline {
  return { ...any!, state, sendBy: dayOf(sendBy), lastDay: dayOf(lastDay), aside }
}

/** Whichever of the two comes first in the list before. */
function expectOrder(first: Deadline, second: Deadline): void {
  expect([second, first].sort(soonestOpenFirst)).toEqual([first, second])
  expect([first, second].sort(soonestOpenFirst)).toEqual([first, second])
  expect(soonestOpenFirst(first, second)).toBeLessThan(0)
  expect(soonestOpenFirst(second, first)).toBeGreaterThan(0)
}

test('what ends today does not push back what is to be sent sooner', () => {
  expectOrder(deadline('open', '2026-11-20', '2026-11-25'), deadline('lastDay', '2026-11-22'))
})

test('of one state, what has a date comes before what has none', () => {
  for (const state of ['notStarted', 'unknown', 'noClock', 'late'] as const)
    expectOrder(deadline(state, '2026-12-01'), deadline(state, null))
  expect(soonestOpenFirst(deadline('unknown', null), deadline('unknown', null))).toBe(0)
  expect(soonestOpenFirst(deadline('open', '2026-12-01'), deadline('open', '2026-12-01'))).toBe(0)
})

test('of two that are to be sent on one day, the one that ends first comes first', () => {
  expectOrder(deadline('open', '2026-12-01', '2026-12-04'), deadline('open', '2026-12-01', '2026-12-21'))
})

test('without a day to send by, the last day counts', () => {
  expectOrder(deadline('passed', null, '2026-12-01'), deadline('passed', '2026-12-02'))
})

test('the states come in the order of what there is left to do, and what applies to few people after what is late', () => {
  const states = ['open', 'notStarted', 'unknown', 'noClock', 'passed', 'late', 'met'] as const
  for (const [at, state] of states.slice(1).entries())
    expectOrder(deadline(states[at] ?? 'open', '2026-12-09'), deadline(state, '2026-12-01'))
  const aside = deadline('open', '2026-12-01', '2026-12-01', true)
  expectOrder(deadline('late', '2026-12-09'), aside)
  expectOrder(aside, deadline('met', '2026-11-01', '2026-11-01', true))
})
