import { findNotice, getRule, type Law } from '../law/law.ts'
import type { AppealAnswers, CollectionAction, StatementPart } from '../model/appeal.ts'
import type { CaseEvent, CaseEventKind } from '../model/case-event.ts'
import type { Day } from '../model/day.ts'
import type { Deadline } from '../model/deadline.ts'
import type { LetterFacts } from '../model/letter.ts'
import type { FormDescription } from './form-description.ts'
import { formatForm, formatPeriods, longDay } from './format-facts.ts'

export type StatementInput = {
  form: FormDescription
  law: Law
  facts: LetterFacts
  answers: AppealAnswers
  actions: CollectionAction[]
  events: CaseEvent[]
  deadlines: Deadline[]
  today: Day
}

/**
 * Block 15 in the order of the checklist: the action and its date, why it is wrong, the harm, the exact fix, the
 * attachments, the conference. Holds only what the letter says and the person wrote or recorded.
 */
export function statement9423(input: StatementInput): StatementPart[] {
  const { answers, law } = input
  const must = `A request has to say this: ${getRule(law, 'CAP-G6').citation}.`
  return [
    action(input),
    said('Why it is wrong', answers.whyWrong, `Say which rule or fact makes the action wrong. ${must}`, true),
    said(
      'Harm',
      answers.harm,
      'Say what the action does to you, your family or your work, if it does.',
      false,
    ),
    said(
      'Proposed solution',
      answers.fix,
      `Say exactly what you offer, with amounts and dates. ${must}`,
      true,
    ),
    attachments(input),
    ...conference(input),
  ]
}

function said(heading: string, answer: string, blank: string, stops: boolean): StatementPart {
  const text = answer.trim()
  return text ? { heading, text } : { heading, blank, stops }
}

const eventSentences: Partial<Record<CaseEventKind, string>> = {
  nftlFiled: 'Notice of Federal Tax Lien filed on',
  levyServed: 'Levy served on',
  seizureNoticeGiven: 'Notice of Seizure given or left on',
  agreementTerminated: 'Installment agreement terminated on',
}

function action({ form, law, facts, actions, events }: StatementInput): StatementPart {
  const heading = 'Action and date'
  const labels = form.actions.filter((each) => actions.includes(each.action)).map((each) => each.label)
  const notice = findNotice(law, facts.noticeCode)?.printedAs[0] ?? facts.noticeCode
  const happened = events.flatMap(({ kind, day }) => {
    const sentence = eventSentences[kind]
    return sentence ? [`${sentence} ${longDay(day)}.`] : []
  })
  const dated =
    facts.noticeDate && `The IRS letter${notice ? ` (${notice})` : ''} is dated ${longDay(facts.noticeDate)}.`
  if (labels.length === 0 || !(dated || happened.length)) {
    return { heading, blank: 'Say which collection action you appeal, and its date.', stops: true }
  }
  const debt = [facts.form && formatForm(facts.form), formatPeriods(facts.taxPeriods)]
  const about = debt.filter(Boolean).join(', ')
  const text = [`${labels.join('; ')}${about ? ` (${about})` : ''}.`, dated, ...happened]
  return { heading, text: text.filter(Boolean).join(' ') }
}

function attachments({ law, facts, answers }: StatementInput): StatementPart {
  const notice = findNotice(law, facts.noticeCode)?.printedAs[0] ?? facts.noticeCode
  const dated = facts.noticeDate ? ` of ${longDay(facts.noticeDate)}` : ''
  const copies = [`copy of the IRS letter${notice ? ` (${notice})` : ''}${dated}`, ...answers.attachments]
  const text = copies
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each, index) => `${exhibitName(index)}: ${each}`)
  return { heading: 'Attached', text: `${text.join('; ')}.` }
}

/** 0 -> `Exhibit A`, 25 -> `Exhibit Z`, 26 -> `Exhibit AA`. */
function exhibitName(index: number): string {
  const letters = (n: number): string =>
    n < 0 ? '' : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26))
  return `Exhibit ${letters(index)}`
}

/** None where none is needed: an installment agreement appeal goes without a conference (rules CAP-I1 to CAP-I6). */
function conference(input: StatementInput): StatementPart[] {
  const heading = 'Conference'
  const { answers, actions, events, law } = input
  const known = recordedConference(input)
  if (known) return [known]
  if (!actions.some((each) => each === 'lien' || each === 'levy' || each === 'seizure')) return []
  if (answers.contact === 'phoneOrNotice') {
    const referred = daysOf(events, 'managerReferral')
    if (referred) return [{ heading, text: `Referred to a Collection manager on ${referred}.` }]
    return [{ heading, blank: getRule(law, 'CAP-P1').statement, stops: false }]
  }
  if (answers.contact === null) {
    const blank = 'Say who contacted you: a revenue officer, Advisory, or only letters and phone calls.'
    return [{ heading, blank, stops: true }]
  }
  return [{ heading, blank: getRule(law, 'CAP-F1').statement, stops: true }]
}

function recordedConference({ answers, events, deadlines, today }: StatementInput): StatementPart | null {
  const heading = 'Conference'
  const person = answers.conferenceWith.trim()
  const held = daysOf(events, 'conferenceHeld')
  if (held) {
    const announced = daysOf(events, 'appealAnnounced')
    const told = announced ? ` The IRS was told on ${announced} that this appeal was coming.` : ''
    return { heading, text: `Held on ${held}${person ? ` with ${person}` : ''}.${told}` }
  }
  const requested = daysOf(events, 'conferenceRequested')
  if (!requested) return null
  const asked = `Requested on ${requested}${person ? ` from ${person}` : ''}.`
  const untilDay = deadlines.find((each) => each.rule === 'CAP-F2')?.lastDay
  if (untilDay && untilDay >= today) {
    const wait = `The manager still has until ${longDay(untilDay)} to call. After that day this statement says that nobody did.`
    return { heading, blank: `${asked} ${wait}`, stops: true }
  }
  if (!untilDay) return { heading, text: asked, check: 'If nobody called in time, say so.' }
  const check = 'The draft says that nobody called. If somebody did, record the conference.'
  return { heading, text: `${asked} Nobody from the IRS made contact by ${longDay(untilDay)}.`, check }
}

/** `March 9, 2026 and March 11, 2026`, in order; empty if it never happened. */
const daysOf = (events: CaseEvent[], kind: CaseEventKind): string =>
  events
    .filter((event) => event.kind === kind)
    .map((event) => event.day)
    .sort()
    .map(longDay)
    .join(' and ')
