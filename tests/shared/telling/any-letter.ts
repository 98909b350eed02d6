import fc from 'fast-check'
import { addDays } from '../../../src/shared/deadlines/days.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { type CaseEvent, loggedKinds } from '../../../src/shared/model/case-event.ts'
import type { Day } from '../../../src/shared/model/day.ts'
import { noFacts } from '../../../src/shared/model/letter.ts'
import { tell } from '../../../src/shared/telling/tell.ts'
import { law } from '../../law.ts'
import { day } from '../law/dated-letter.ts'

export { law }

/** A letter of a number, with what may be printed on it and what may have happened. */
export function letterOf(
  code: string,
  noticeDate: Day | null,
  printed: Day | null = null,
  events: CaseEvent[] = [],
) {
  const confirmed = { ...noFacts, noticeCode: code, noticeDate, respondByDate: printed }
  return { confirmed, reading: null, events, answers: noAnswers }
}
export type AnyLetter = ReturnType<typeof letterOf>

const event = (from: Day, today: Day) =>
  fc
    .record({ kind: fc.constantFrom(...loggedKinds), after: fc.integer({ min: -20, max: 1100 }) })
    .map(({ kind, after }): CaseEvent => ({ kind, day: addDays(from, after), note: '' }))
    .filter((each) => each.day <= today)

/** Every notice, on every day from that of the letter to three years later, with up to three events. */
export const anyCase = fc
  .record({
    code: fc.constantFrom(...law.notices.map((notice) => notice.code)),
    from: fc.integer({ min: 0, max: 365 * 6 }).map((days) => addDays(day('2023-01-01'), days)),
    after: fc.integer({ min: 0, max: 365 * 3 }),
    printed: fc.option(fc.integer({ min: 10, max: 120 })),
  })
  .chain(({ code, from, after, printed }) => {
    const today = addDays(from, after)
    return fc.array(event(from, today), { maxLength: 3 }).map((events) => ({
      code,
      today,
      letter: letterOf(code, from, printed === null ? null : addDays(from, printed), events),
    }))
  })

export const told = ({ letter, today }: { letter: AnyLetter; today: Day }) => tell(law, letter, today)
