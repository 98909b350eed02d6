import { type Deadline, isPrinted } from '../deadlines/deadline.ts'
import { sendWords } from '../deadlines/send-words.ts'
import { english } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import { getRule, type Law, type Rule } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import type { Telling } from '../telling/telling.ts'
import type { AppealChoice } from './appeal-choice.ts'
import type { Checklist, ChecklistStep, Draft } from './draft.ts'
import { actionsOf } from './draft-9423.ts'
import { needsConference } from './draft-9423-statement.ts'
import { blockName } from './form-description.ts'

type ChecklistInput = {
  law: Law
  letter: Letter
  telling: Telling
  /** `computeDeadlines(law, letter, today)` */
  deadlines: readonly Deadline[]
  /** `chooseAppeal(law, letter, today)` */
  choice: AppealChoice
  draft: Draft
}

/**
 * What to fill in, say, enclose, send, and keep for one appeal, with the source of each step and the safe
 * date to send by (`by`). All law comes from the law files.
 */
export function checklist(input: ChecklistInput): Checklist {
  const { law, letter, choice, draft, deadlines } = input
  const actions = actionsOf(law, letter)
  const hasPlan = actions.some((action) => action.startsWith('installmentAgreement'))
  const isHearing = draft.form === '12153'
  const afterwards = isHearing
    ? [choice.route === 'EH' ? 'CDP-11' : 'CDP-9', 'CDP-10', 'CDP-12']
    : [hasPlan ? 'CAP-I7' : 'CAP-A3', 'CAP-A2']
  // A right of few people is not on the papers of a collection appeal, which cannot raise it.
  const onPaper = deadlines.filter(({ aside }) => isHearing || !aside)
  const groups = [
    {
      heading: say('checklist.heading.better'),
      steps: choice.form === '12153' && !isHearing ? list(law, 'cdp') : [],
    },
    { heading: say('checklist.heading.days'), steps: onPaper.flatMap(dayStep) },
    { heading: say('checklist.heading.fill'), steps: fillSteps(draft) },
    { heading: say('checklist.heading.manager'), steps: conferenceSteps(input) },
    { heading: say('checklist.heading.say'), steps: actions.flatMap((action) => list(law, action)) },
    { heading: say('checklist.heading.together'), steps: list(law, isHearing ? 'cdp' : 'common') },
    { heading: say('checklist.heading.send'), steps: sendSteps(input) },
    {
      heading: say('checklist.heading.afterwards'),
      steps: afterwards.flatMap((rule) => [
        note(ruleStep(law, rule)),
        ...(rule === 'CDP-10' ? list(law, 'petition').slice(0, 2).map(note) : []),
      ]),
    },
  ]
  // An earlier version ended one of these ids with a space.
  const said = new Map(letter.answers.done.map(({ step, day }) => [step.trim(), day]))
  const withDay = (step: ChecklistStep) => ({ ...step, done: said.get(step.id) ?? step.done })
  return {
    title: say('checklist.title', { form: draft.form, title: draft.title }),
    groups: groups
      .filter(({ steps }) => steps.length > 0)
      .map(({ heading, steps }) => ({ heading, steps: steps.map(withDay) })),
  }
}

function list(law: Law, key: string): ChecklistStep[] {
  const texts = law.checklists[key]
  if (!texts) throw new Error(`law: no checklist ${key}`)
  return texts.map((text) => step(`${key}: ${english(text)}`, text))
}

function ruleStep(law: Law, id: string, by: Day | null = null): ChecklistStep {
  const rule = getRule(law, id)
  const span = countOf(rule)
  const { citation } = rule
  const source = span ? say('checklist.source', { span, citation }) : citation
  const isNote = notes.has(id) ? { isNote: true as const } : {}
  return { ...step(id, rule.statement), by, source, ...isNote }
}

/** Rules that ask nothing of the person: what the IRS does, and how mailing dates count. */
const notes = new Set(['CAP-F2', 'CAP-P2', 'CAP-P3', 'T-3', 'T-4', 'T-5', 'T-15', 'T-18'])
const note = (each: ChecklistStep): ChecklistStep => ({ ...each, isNote: true })

/** `2 business days`; null where the rule counts nothing forward. */
function countOf({ count }: Rule): Message | null {
  if (!count || 'daysBefore' in count) return null
  if ('businessDays' in count) return say('span.businessDays', { count: count.businessDays })
  return 'days' in count ? say('span.days', { count: count.days }) : say('span.years', { count: count.years })
}

/** Only dates that are known, that apply now, and that the person must keep. */
function dayStep(deadline: Deadline): ChecklistStep[] {
  const { actor, sendBy, state, title, citation, rule, metOn, lastDay, program } = deadline
  const isLater = state === 'notStarted' && program === 'EH' && lastDay !== null
  if (isLater)
    return [
      note({ ...step(`day ${rule}: ${english(title)}`, laterWords(deadline, lastDay)), source: citation }),
    ]
  if (actor !== 'taxpayer' || state === 'notStarted' || !(sendBy || metOn)) return []
  const text = dayWords(deadline)
  const source = isPrinted(deadline) ? say('printedDay.source') : citation
  const by = metOn ? lastDay : sendBy
  return [{ ...step(`day ${rule}: ${english(title)}`, text), by, source, done: metOn }]
}

function dayWords(deadline: Deadline): Message {
  const right = rightWords(deadline)
  const send = sendWords(deadline)
  return send ? say('checklist.withSending', { right, send }) : right
}

/** The equivalent hearing of a letter whose hearing is open: until when it would be left. */
const laterWords = ({ title: what }: Deadline, day: Day): Message => say('telling.left.later', { what, day })

function rightWords({ title: what, onlyIf: condition, state, ends, askFirst }: Deadline): Message {
  if (state === 'late' && ends === 'request') return say('checklist.rightRequestLate', { what })
  const late = state !== 'late' ? '' : askFirst ? 'LateAskFirst' : 'Late'
  return condition
    ? say(`checklist.rightIf${late}`, { what, condition })
    : say(`checklist.right${late}`, { what })
}

function fillSteps({ form, blocks, missingFields }: Draft): ChecklistStep[] {
  const ofBlock = (block: string, what: Message) =>
    say('checklist.block', { block: blockName(form, block), what })
  const fill = missingFields
    .filter((field) => field.stops)
    .map(({ block, what }) => step(`gap ${block}: ${english(what)}`, ofBlock(block, what)))
  const byHand = blocks.flatMap((block) =>
    block.kind === 'handwritten' && block.pen
      ? [step(`ink-${block.block}`, ofBlock(block.block, block.reason))]
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
  return [
    step('office', officeWords(office, contactPhone, faxNumber)),
    ruleStep(law, draft.form === '12153' ? 'CDP-7' : 'CAP-G5'),
    ruleStep(law, 'T-4'),
    ruleStep(law, 'T-2'),
    ruleStep(law, 'T-3'),
    ruleStep(law, 'T-5'),
    ...(letter.special?.abroad?.says === 'no' ? [] : [ruleStep(law, 'T-15')]),
    ruleStep(law, 'T-18'),
  ]
}

function officeWords(office: string, phone: string | null, fax: string | null): Message {
  if (fax) return office ? say('checklist.officeAtFax', { office, fax }) : say('checklist.officeFax', { fax })
  if (phone)
    return office ? say('checklist.officeAtCall', { office, phone }) : say('checklist.officeCall', { phone })
  return office ? say('checklist.officeAt', { office }) : say('checklist.office')
}

/**
 * A step of the checklist. Its id is stored with a person's ticks: it holds the words that were ticked, so that a tick
 * never moves to another step, is cut to what an answer may hold, and its prefixes (`gap`, `ink`) are never renamed.
 */
const step = (id: string, text: Message): ChecklistStep => ({
  id: id.slice(0, 200),
  text,
  by: null,
  source: null,
  done: null,
})
