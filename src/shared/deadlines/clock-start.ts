import type { ClockStart, Rule } from '../law/law.ts'
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { earlierOf } from './days.ts'
import type { Deadline } from './deadline.ts'

export type StartedLetter = Pick<Letter, 'confirmed' | 'reading' | 'events'>

/** The date a rule counts from on this letter; a rule without a start counts from the letter's own date. */
export function startOf(rule: Rule | null, letter: StartedLetter): Deadline['start'] {
  const kind = rule?.start ?? 'noticeDate'
  return { kind, day: startDay(kind, letter) }
}

function startDay(kind: ClockStart, letter: StartedLetter): Day | null {
  const facts = factsOf(letter)
  switch (kind) {
    case 'noticeDate':
      return facts.noticeDate
    case 'respondByDate':
      return facts.respondByDate
    case 'terminationDate':
    case 'agreementTerminated':
      return earliest([facts.terminationDate, earliestEvent(letter.events, 'agreementTerminated')])
    default:
      return earliestEvent(letter.events, kind)
  }
}

/** Of several events of a kind the first one counts: a deadline that is too early does no harm. */
export const earliestEvent = (events: CaseEvent[], kind: CaseEventKind): Day | null =>
  earliest(events.filter((event) => event.kind === kind).map((event) => event.day))

const earliest = (days: (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first && day ? earlierOf(first, day) : (first ?? day)), null)
