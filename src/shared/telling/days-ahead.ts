import type { Deadline } from '../deadlines/deadline.ts'
import { lasting } from '../deadlines/near-day.ts'
import type { Sentence } from '../i18n/message.ts'
import { type Law, printedName } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { tellAll } from './tell-all.ts'
import type { RightLeft, Telling } from './telling.ts'

/** A right that is open until a day, with the letter it comes from. */
export type DayAhead = {
  letter: Letter
  notice: string
  right: RightLeft
  /** As it is read on any later day. */
  send: Sentence
  deadline: Deadline & { lastDay: Day; sendBy: Day }
  /** The equivalent hearing that is left if this hearing is missed, with its last day. */
  ifMissed: (RightLeft & { until: Day }) | null
}

/**
 * Every day the person has to meet, over all letters that are not in the trash, earliest first. A letter that was
 * put away asks for nothing any longer.
 */
export function daysAhead(law: Law, letters: readonly Letter[], today: Day): DayAhead[] {
  const tellings = tellAll(law, letters, today)
  return letters
    .flatMap((letter) => {
      const telling = tellings.get(letter.id)
      return telling ? daysOf(law, letter, telling) : []
    })
    .sort(
      (a, b) =>
        a.deadline.sendBy.localeCompare(b.deadline.sendBy) ||
        a.deadline.rule.localeCompare(b.deadline.rule) ||
        a.letter.id.localeCompare(b.letter.id),
    )
}

function daysOf(law: Law, letter: Letter, { state, left }: Telling): DayAhead[] {
  if (state === 'done') return []
  const code = factsOf(letter).noticeCode
  const notice = code ? printedName(law, code) : 'IRS letter'
  return left.flatMap((right) => {
    const { until, send, deadline, program } = right
    if (!until || !send || !deadline.sendBy) return []
    const day = { ...deadline, lastDay: until, sendBy: deadline.sendBy }
    return [
      {
        ...{ letter, notice, right, deadline: day },
        send: lasting(send),
        ifMissed: program === 'CDP' ? laterHearing(left) : null,
      },
    ]
  })
}

/** The equivalent hearing of a letter whose hearing is still open. */
function laterHearing(left: readonly RightLeft[]): (RightLeft & { until: Day }) | null {
  for (const right of left) {
    const { until, program, state } = right
    if (program === 'EH' && state === 'later' && until) return { ...right, until }
  }
  return null
}
