import { longDay } from '../i18n/format-facts.ts'
import { say } from '../i18n/message.ts'
import { getRule } from '../law/law.ts'
import type { CollectionAction } from '../model/appeal.ts'
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import { contactOf } from '../telling/contact.ts'
import type { StatementPart } from './draft.ts'
import {
  attachmentsPart,
  fixParts,
  harmPart,
  mustSay,
  type StatementInput,
  whyParts,
} from './draft-statement.ts'
import { actionPart } from './statement-head.ts'
import { byTwo, sentence, toldPart } from './told-part.ts'

/**
 * Block 15 in the order of the checklist: the action and its date, why it is wrong, the harm, the exact fix,
 * the attachments, the conference. Contains only what the letter says and what the person wrote, chose, or
 * recorded.
 */
export function statement9423(input: StatementInput): StatementPart[] {
  const must = mustSay(input, 'CAP-G6')
  return [
    actionPart(input),
    ...whyParts(input, say('draft.heading.why'), must),
    harmPart(input),
    ...fixParts(input, say('draft.heading.solution'), must),
    attachmentsPart(input),
    ...conference(input),
  ]
}

/** An installment agreement appeal goes without a conference (rules CAP-I1 to CAP-I6). */
export const needsConference = (actions: readonly CollectionAction[]): boolean =>
  actions.some((action) => !action.startsWith('installmentAgreement'))

function conference(input: StatementInput): StatementPart[] {
  const heading = say('draft.heading.conference')
  const { actions, letter, law, answers } = input
  const asked = { heading, question: 'events' as const }
  const known = recordedConference(input)
  if (known) return [known]
  if (!needsConference(actions)) return []
  switch (contactOf(letter)) {
    case 'phoneOrNotice': {
      const referred = daysOf(letter.events, 'managerReferral')
      if (referred)
        return [
          toldPart(heading, 'events', [
            [
              sentence(
                `The IRS referred ${byTwo(answers) ? 'us' : 'me'} to a Collection manager on ${referred}.`,
                'you',
                'events',
              ),
            ],
          ]),
        ]
      return [{ ...asked, blank: getRule(law, 'CAP-P1').statement, stops: false }]
    }
    case 'advisory':
      return [{ ...asked, blank: getRule(law, 'CAP-N2').statement, stops: true }]
    case 'revenueOfficer':
      return [{ ...asked, blank: getRule(law, 'CAP-F1').statement, stops: true }]
    case null: {
      const blank = say('draft.whoContacted')
      return [{ heading, question: 'contact', blank, stops: true }]
    }
  }
}

function recordedConference({ answers, letter, deadlines, today }: StatementInput): StatementPart | null {
  const heading = say('draft.heading.conference')
  const { events } = letter
  const person = answers.conferenceWith.trim()
  const who = byTwo(answers) ? 'we' : 'I'
  const named = person ? ` (${person})` : ''
  const said = (text: string) => sentence(text, 'you', 'events')
  const held = daysOf(events, 'conferenceHeld')
  if (held) {
    const announced = daysOf(events, 'appealAnnounced')
    return toldPart(heading, 'events', [
      [
        said(`The conference with the Collection manager${named} was held on ${held}.`),
        ...(announced ? [said(`On ${announced}, ${who} told the IRS that this appeal was coming.`)] : []),
      ],
    ])
  }
  const requested = daysOf(events, 'conferenceRequested')
  if (!requested) return null
  const asked = said(`On ${requested}, ${who} requested a conference with the Collection manager${named}.`)
  const untilDay = deadlines.find((each) => each.rule === 'CAP-F2')?.lastDay
  if (untilDay && untilDay >= today) {
    const wait = { days: eventDays(events, 'conferenceRequested'), until: untilDay }
    const blank = person ? say('draft.waitForCallFrom', { ...wait, person }) : say('draft.waitForCall', wait)
    return { heading, question: 'events', blank, stops: true }
  }
  if (!untilDay) return toldPart(heading, 'events', [[asked]], say('draft.sayNobodyCalled'))
  const nobody = sentence(`Nobody from the IRS made contact by ${longDay(untilDay)}.`, 'law', 'events')
  return toldPart(heading, 'events', [[asked, nobody]], say('draft.nobodyCalled'))
}

/** `March 9, 2026 and March 11, 2026`, in order; empty if it never happened. */
const daysOf = (events: CaseEvent[], kind: CaseEventKind): string =>
  eventDays(events, kind).map(longDay).join(' and ')

const eventDays = (events: CaseEvent[], kind: CaseEventKind): Day[] =>
  events
    .filter((event) => event.kind === kind)
    .map((event) => event.day)
    .sort()
