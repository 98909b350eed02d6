import { getRule } from '../law/law.ts'
import type { CollectionAction, StatementPart } from '../model/appeal.ts'
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts'
import {
  actionPart,
  attachmentsPart,
  fixParts,
  harmPart,
  mustSay,
  type StatementInput,
  whyParts,
} from './draft-statement.ts'
import { longDay } from './format-facts.ts'

/**
 * Block 15 in the order of the checklist: the action and its date, why it is wrong, the harm, the exact fix, the
 * attachments, the conference. Holds only what the letter says and the person wrote, chose or recorded.
 */
export function statement9423(input: StatementInput): StatementPart[] {
  const must = mustSay(input, 'CAP-G6')
  return [
    actionPart(input),
    ...whyParts(input, 'Why it is wrong', must),
    harmPart(input),
    ...fixParts(input, 'Proposed solution', must),
    attachmentsPart(input),
    ...conference(input),
  ]
}

/** An installment agreement appeal goes without a conference (rules CAP-I1 to CAP-I6). */
export const needsConference = (actions: CollectionAction[]): boolean =>
  actions.some((action) => !action.startsWith('installmentAgreement'))

function conference(input: StatementInput): StatementPart[] {
  const heading = 'Conference'
  const { answers, actions, letter, law } = input
  const known = recordedConference(input)
  if (known) return [known]
  if (!needsConference(actions)) return []
  switch (answers.contact) {
    case 'phoneOrNotice': {
      const referred = daysOf(letter.events, 'managerReferral')
      if (referred)
        return [{ heading, text: `Referred to a Collection manager on ${referred}.`, from: ['you'] }]
      return [{ heading, blank: getRule(law, 'CAP-P1').statement, stops: false }]
    }
    case 'advisory':
      return [{ heading, blank: getRule(law, 'CAP-N2').statement, stops: true }]
    case 'revenueOfficer':
      return [{ heading, blank: getRule(law, 'CAP-F1').statement, stops: true }]
    case null: {
      const blank = 'Say who contacted you: a revenue officer, Advisory, or only letters and phone calls.'
      return [{ heading, blank, stops: true }]
    }
  }
}

function recordedConference({ answers, letter, deadlines, today }: StatementInput): StatementPart | null {
  const heading = 'Conference'
  const { events } = letter
  const person = answers.conferenceWith.trim()
  const held = daysOf(events, 'conferenceHeld')
  if (held) {
    const announced = daysOf(events, 'appealAnnounced')
    const told = announced ? ` The IRS was told on ${announced} that this appeal was coming.` : ''
    return { heading, text: `Held on ${held}${person ? ` with ${person}` : ''}.${told}`, from: ['you'] }
  }
  const requested = daysOf(events, 'conferenceRequested')
  if (!requested) return null
  const asked = `Requested on ${requested}${person ? ` from ${person}` : ''}.`
  const untilDay = deadlines.find((each) => each.rule === 'CAP-F2')?.lastDay
  if (untilDay && untilDay >= today) {
    const wait = `The manager still has until ${longDay(untilDay)} to call. After that day this statement says that nobody did.`
    return { heading, blank: `${asked} ${wait}`, stops: true }
  }
  if (!untilDay) return { heading, text: asked, from: ['you'], check: 'If nobody called in time, say so.' }
  const check = 'The draft says that nobody called. If somebody did, record the conference.'
  return {
    heading,
    text: `${asked} Nobody from the IRS made contact by ${longDay(untilDay)}.`,
    from: ['you', 'law'],
    check,
  }
}

/** `March 9, 2026 and March 11, 2026`, in order; empty if it never happened. */
const daysOf = (events: CaseEvent[], kind: CaseEventKind): string =>
  events
    .filter((event) => event.kind === kind)
    .map((event) => event.day)
    .sort()
    .map(longDay)
    .join(' and ')
