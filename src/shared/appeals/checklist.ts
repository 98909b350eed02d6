import { getRule, type Law, type Rule } from '../law/law.ts'
import type { Checklist, ChecklistStep, Draft } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import { type AppealChoice, type Deadline, isPrinted } from '../model/deadline.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { actionsOf } from './draft-9423.ts'
import { needsConference } from './draft-9423-statement.ts'

export type ChecklistInput = {
  law: Law
  letter: Letter
  /** `computeDeadlines(law, letter, today)` */
  deadlines: Deadline[]
  /** `chooseAppeal(law, letter, today)` */
  choice: AppealChoice
  draft: Draft
}

/**
 * What to fill, say, enclose, send and keep for one appeal, with the day (`by`, the safe one to send) and the source of
 * each step. All that is law comes from the law files.
 */
export function checklist(input: ChecklistInput): Checklist {
  const { law, letter, choice, draft, deadlines } = input
  const actions = actionsOf(law, letter)
  const hasPlan = actions.some((action) => action.startsWith('installmentAgreement'))
  const isHearing = draft.form === '12153'
  const afterwards = isHearing
    ? [choice.road === 'EH' ? 'CDP-11' : 'CDP-9', 'CDP-10', 'CDP-12']
    : [hasPlan ? 'CAP-I7' : 'CAP-A3', 'CAP-A2']
  const groups = [
    {
      heading: 'First: Form 12153 is the better road',
      steps: choice.form === '12153' && !isHearing ? list(law, 'cdp') : [],
    },
    { heading: 'Days', steps: deadlines.flatMap(dayStep) },
    { heading: 'Fill in', steps: fillSteps(draft) },
    { heading: 'Talk to the manager', steps: conferenceSteps(input) },
    { heading: 'What to say and to enclose', steps: actions.flatMap((action) => list(law, action)) },
    { heading: 'Put together', steps: list(law, isHearing ? 'cdp' : 'common') },
    { heading: 'Where and how', steps: sendSteps(input) },
    { heading: 'Afterwards', steps: afterwards.map((rule) => note(ruleStep(law, rule))) },
  ]
  const said = new Map(letter.answers.done.map(({ step, day }) => [step, day]))
  const withDay = (step: ChecklistStep) => ({ ...step, done: said.get(step.id) ?? step.done })
  return {
    title: `Checklist for Form ${draft.form}, ${draft.title}`,
    groups: groups
      .filter(({ steps }) => steps.length > 0)
      .map(({ heading, steps }) => ({ heading, steps: steps.map(withDay) })),
  }
}

function list(law: Law, key: string): ChecklistStep[] {
  const texts = law.checklists[key]
  if (!texts) throw new Error(`law: no checklist ${key}`)
  return texts.map((text) => step(`${key}: ${text}`, text))
}

function ruleStep(law: Law, id: string, by: Day | null = null): ChecklistStep {
  const rule = getRule(law, id)
  const source = [countText(rule), rule.citation].filter(Boolean).join('; ')
  const isNote = notes.has(id) ? { isNote: true as const } : {}
  return { ...step(id, rule.statement), by, source, ...isNote }
}

/** Rules that ask nothing of the person: what the other side does, and how mail counts. */
const notes = new Set(['CAP-F2', 'CAP-P2', 'CAP-P3', 'T-4', 'T-5'])
const note = (each: ChecklistStep): ChecklistStep => ({ ...each, isNote: true })

/** `2 business days`; empty where the rule counts nothing. */
function countText({ count }: Rule): string {
  if (!count) return ''
  if ('businessDays' in count) return `${count.businessDays} business days`
  if ('days' in count) return `${count.days} days`
  return 'years' in count ? `${count.years} ${count.years === 1 ? 'year' : 'years'}` : ''
}

/** Only days that are known, that count now, and that the person has to keep. */
function dayStep(deadline: Deadline): ChecklistStep[] {
  const { actor, sendBy, state, title, onlyIf, citation, rule, metOn, lastDay } = deadline
  if (actor !== 'taxpayer' || state === 'notStarted' || !(sendBy || metOn)) return []
  const late = state === 'late' ? ' The last day has passed.' : ''
  const text = `${title}${onlyIf ? `, only if ${onlyIf}` : ''}.${late}`
  const source = isPrinted(deadline) ? 'printed on the letter' : citation
  const by = metOn ? lastDay : sendBy
  return [{ ...step(`day ${rule}: ${title}`, text), by, source, done: metOn }]
}

function fillSteps({ blocks, gaps }: Draft): ChecklistStep[] {
  const fill = gaps
    .filter((gap) => gap.stops)
    .map((gap) => step(`gap ${gap.block}: ${gap.what}`, `Block ${gap.block}. ${gap.what}`))
  const byHand = blocks.flatMap((block) =>
    block.kind === 'ink' && block.pen
      ? [step(`ink-${block.block}`, `Block ${block.block}. ${block.reason}`)]
      : [],
  )
  return [...fill, ...byHand]
}

function conferenceSteps({ law, letter, deadlines, draft }: ChecklistInput): ChecklistStep[] {
  if (draft.form === '12153' || !needsConference(actionsOf(law, letter))) return []
  const officer = ['CAP-F1', 'CAP-F2', 'CAP-F5', 'CAP-F3', 'CAP-F4'].map((rule) => {
    const met = deadlines.find((each) => each.rule === rule)
    return { ...ruleStep(law, rule, met?.sendBy ?? null), done: met?.metOn ?? null }
  })
  const phone = ['CAP-P1', 'CAP-P2', 'CAP-P3', 'CAP-P4'].map((rule) => ruleStep(law, rule))
  switch (letter.answers.contact) {
    case 'revenueOfficer':
      return officer
    case 'phoneOrNotice':
      return phone
    case 'advisory':
      return [ruleStep(law, 'CAP-N2')]
    case null:
      return [ruleStep(law, 'CAP-F1'), ruleStep(law, 'CAP-P1')]
  }
}

function sendSteps({ law, letter, draft }: ChecklistInput): ChecklistStep[] {
  const { returnAddress, contactPhone, faxNumber, employeeName } = factsOf(letter)
  const office = [employeeName, ...(returnAddress?.split('\n') ?? [])].filter(Boolean).join(', ')
  const where = office
    ? `Send to the office on the letter: ${office}.`
    : 'Send to the office that took the action; its address is on the letter.'
  const call = contactPhone ? ` Call ${contactPhone} for its fax number.` : ''
  const fax = faxNumber ? ` Its fax number on the letter: ${faxNumber}.` : call
  return [
    step('office', `${where}${fax}`),
    ruleStep(law, draft.form === '12153' ? 'CDP-7' : 'CAP-G5'),
    ruleStep(law, 'T-4'),
    ruleStep(law, 'T-2'),
    ruleStep(law, 'T-5'),
  ]
}

/** An id holds the words that were ticked, so that a tick never moves to another step; as long as answers may be. */
const step = (id: string, text: string): ChecklistStep => ({
  id: id.slice(0, 200),
  text,
  by: null,
  source: null,
  done: null,
})
