import type { ClockStart, Rule } from '../law/law.ts'
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts'
import { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { earlierOf } from './days.ts'
import type { Deadline } from './deadline.ts'

export type StartedLetter = Pick<Letter, 'confirmed' | 'reading' | 'events'>

/** The date a rule counts from on this letter; a rule without a start counts from the letter's own date. */
export function startOf(rule: Rule | null, letter: StartedLetter): Deadline['start'] {
  const kind = rule?.start ?? 'noticeDate'
  return { kind, day: startDay(kind, rule, letter) }
}

function startDay(kind: ClockStart, rule: Rule | null, letter: StartedLetter): Day | null {
  const facts = factsOf(letter)
  switch (kind) {
    case 'noticeDate':
      return facts.noticeDate
    case 'respondByDate':
      return facts.respondByDate
    case 'terminationDate':
    case 'agreementTerminated':
      return earliest([facts.terminationDate, earliestEvent(letter.events, 'agreementTerminated')])
    case 'returnDue':
      return rule?.returnDue ? earliest(facts.taxPeriods.map((year) => dayAfterYear(year, rule))) : null
    default:
      return earliestEvent(letter.events, kind)
  }
}

/** The due date of the return for a whole tax year; null for a part of a year. */
function dayAfterYear(year: string, { returnDue }: Rule): Day | null {
  if (!returnDue || !/^\d{4}$/.test(year)) return null
  const two = (value: number) => String(value).padStart(2, '0')
  return Day.parse(`${Number(year) + 1}-${two(returnDue.month)}-${two(returnDue.day)}`)
}

/** Of several events of a kind the first one counts: a deadline that is too early does no harm. */
export const earliestEvent = (events: CaseEvent[], kind: CaseEventKind): Day | null =>
  earliest(events.filter((event) => event.kind === kind).map((event) => event.day))

const earliest = (days: (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first && day ? earlierOf(first, day) : (first ?? day)), null)
