import type { Deadline } from '../deadlines/deadline.ts'
import { type Message, say } from '../i18n/message.ts'
import { getRule, type Law } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { Letter } from '../model/letter.ts'

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
  deadlines: readonly Deadline[],
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
