import { type Law, printedName } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import type { Deadline } from './deadline.ts'
import { deadlinesOf } from './deadlines-of.ts'

/** A right or request that is still ahead, with the letter it comes from. */
export type DatedRight = {
  letter: Letter
  notice: string
  deadline: Deadline & { lastDay: Day; sendBy: Day }
}

/** Every deadline the person has to meet, over all letters that are not in the trash, earliest first. */
export function datesAhead(law: Law, letters: Letter[], today: Day): DatedRight[] {
  return letters
    .filter((letter) => !letter.removed)
    .flatMap((letter) => {
      const code = factsOf(letter).noticeCode
      const notice = code ? printedName(law, code) : 'IRS letter'
      return deadlinesOf(law, letter, today).flatMap((deadline) => {
        const { actor, state, sendBy, lastDay } = deadline
        const ahead = state === 'open' || state === 'lastDay'
        if (actor !== 'taxpayer' || !ahead || !sendBy || !lastDay) return []
        return [{ letter, notice, deadline: { ...deadline, sendBy, lastDay } }]
      })
    })
    .sort(
      (a, b) =>
        a.deadline.sendBy.localeCompare(b.deadline.sendBy) ||
        a.deadline.rule.localeCompare(b.deadline.rule) ||
        a.letter.id.localeCompare(b.letter.id),
    )
}
