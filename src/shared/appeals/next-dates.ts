import { deadlinesOf } from '../deadlines/deadlines-of.ts'
import { type Message, say } from '../i18n/message.ts'
import { findNotice, getRule, type Law } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { Deadline } from '../model/deadline.ts'
import { factsOf, type Letter } from '../model/letter.ts'

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
      const notice = findNotice(law, code)?.printedAs[0] ?? code ?? 'IRS letter'
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

/**
 * What applies while the answer is pending, by what was sent; without an event we assume an appeal by Form
 * 9423.
 */
function rulesAfter({ events, mailings }: Letter): string[] {
  const hearing =
    events.some(({ kind }) => kind === 'hearingRequestMailed' || kind === 'hearingRequestReceived') ||
    mailings.some(({ what }) => what.includes('12153'))
  return hearing ? ['CDP-9', 'CDP-10', 'T-12'] : ['CAP-A1', 'T-12']
}

/** What to expect after mailing: what the IRS does and by when, if a date is known. */
export function afterMailing(
  law: Law,
  letter: Letter,
  deadlines: Deadline[],
): { what: Message; day: Day | null }[] {
  const sent = letter.mailings.length > 0 || letter.events.some(({ kind }) => /Mailed$/.test(kind))
  if (!sent) return []
  const expected = deadlines
    .filter(
      ({ actor, start, lastDay }) =>
        actor === 'irs' && lastDay && /Mailed|Received|Requested/.test(start.kind),
    )
    .map(({ title, lastDay }) => ({ what: say('after.expected', { what: title }), day: lastDay }))
  return [
    ...expected,
    ...rulesAfter(letter).map((rule) => ({ what: getRule(law, rule).statement, day: null })),
  ]
}
