import type { Deadline } from '../deadlines/deadline.ts'
import { english } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import { findLetter, getRule, getStation, type Law } from '../law/law.ts'
import type { CollectionAction } from '../model/appeal.ts'
import { factsOf, type Letter } from '../model/letter.ts'
import { assertNever } from '../model/result.ts'
import { contactOf } from '../telling/contact.ts'
import { roadOfContact } from '../telling/road.ts'
import type { Telling } from '../telling/telling.ts'
import { daySteps } from './checklist-days.ts'
import { list, note, ruleStep, step } from './checklist-steps.ts'
import type { Checklist, ChecklistStep, Draft } from './draft.ts'
import { actionsOf } from './draft-9423.ts'
import { needsConference } from './draft-9423-statement.ts'
import { blockName } from './form-description.ts'
import { placeAndFax } from './place-words.ts'

type ChecklistInput = {
  law: Law
  letter: Letter
  telling: Telling
  deadlines: readonly Deadline[]
  draft: Draft
}
type Group = { heading: Message; steps: ChecklistStep[] }

/**
 * What to fill in, say, enclose, send, and keep for the road of one letter, with the source of each step and the
 * mail-by date (`by`). All law comes from the law files.
 */
export function checklist(input: ChecklistInput): Checklist {
  const { law, letter, draft, telling } = input
  const isForm = opensAppeal(law, letter)
  const groups = isForm ? formGroups(input) : answerGroups(input)
  const title = isForm
    ? say('checklist.title', { form: draft.form, title: draft.title })
    : say('checklist.titleAnswer', { title: telling.title })
  // An earlier version ended one of these ids with a space.
  const said = new Map(letter.answers.done.map(({ step, day }) => [step.trim(), day]))
  const withDay = (step: ChecklistStep) => ({ ...step, done: said.get(step.id) ?? step.done })
  return {
    title,
    groups: groups
      .filter(({ steps }) => steps.length > 0)
      .map(({ heading, steps }) => ({ heading, steps: steps.map(withDay) })),
  }
}

/**
 * A form of an appeal can belong to this letter. One whose number is not known may be any letter; of one that is known by
 * name, its place on the map tells whether a debt is being collected.
 */
export function opensAppeal(law: Law, letter: Pick<Letter, 'confirmed' | 'reading'>): boolean {
  const found = findLetter(law, factsOf(letter).noticeCode)
  if (!found) return true
  if ('kind' in found) return found.station === null || getStation(law, found.station).phase === 'collection'
  return found.rights.some(({ program }) => program !== 'other' && program !== 'tax-court')
}

function formGroups(input: ChecklistInput): Group[] {
  const { law, letter, telling, draft } = input
  const isHearing = draft.form === '12153'
  const actions = actionsOf(law, letter)
  return [
    { heading: say('checklist.heading.better'), steps: isHearing ? [] : hearingList(law, telling) },
    { heading: say('checklist.heading.days'), steps: daySteps(telling, isHearing) },
    { heading: say('checklist.heading.fill'), steps: fillSteps(draft) },
    { heading: say('checklist.heading.manager'), steps: isHearing ? [] : conferenceSteps(input) },
    {
      heading: say('checklist.heading.say'),
      steps: actions.flatMap((action) => actionLists(input, action).flatMap((key) => list(law, key))),
    },
    { heading: say('checklist.heading.together'), steps: togetherSteps(input) },
    { heading: say('checklist.heading.send'), steps: sendSteps(input, isHearing ? 'CDP-7' : 'CAP-G5') },
    { heading: say('checklist.heading.afterwards'), steps: afterwards(input) },
  ]
}

/** A letter that is answered, or too late for that: no form, and no word of an appeal that it does not have. */
function answerGroups(input: ChecklistInput): Group[] {
  const { law, telling } = input
  const { road } = telling
  // A petition goes to the court, at the court's own address and never to the office that wrote.
  const toCourt = telling.left.some(({ program, open }) => program === 'tax-court' && open)
  const key = toCourt ? 'petition' : road === 'audit' || road === 'late' ? road : 'answer'
  const steps = telling.steps.map(({ text }) => step(`step: ${english(text)}`, text))
  return [
    { heading: say('checklist.heading.days'), steps: daySteps(telling, false) },
    { heading: say('checklist.heading.do'), steps },
    { heading: say('checklist.heading.together'), steps: list(law, key) },
    {
      heading: say('checklist.heading.send'),
      steps: toCourt ? postmarkSteps(input) : sendSteps(input, null),
    },
  ]
}

/** While a hearing is open, what it takes. */
function hearingList(law: Law, { road }: Telling): ChecklistStep[] {
  if (road === 'hearing') return list(law, 'cdp')
  return road === 'equivalentHearing' ? list(law, 'equivalentHearing') : []
}

function togetherSteps({ law, letter, telling, draft }: ChecklistInput): ChecklistStep[] {
  if (draft.form === '12153')
    return list(law, telling.road === 'equivalentHearing' ? 'equivalentHearing' : 'cdp')
  return [...list(law, 'common'), ...(needsConference(actionsOf(law, letter)) ? list(law, 'conference') : [])]
}

function afterwards({ law, letter, telling, draft }: ChecklistInput): ChecklistStep[] {
  const rules = (...ids: string[]) => ids.map((id) => note(ruleStep(law, id)))
  if (draft.form === '12153') {
    // No court looks at the decision of an equivalent hearing.
    if (telling.road === 'equivalentHearing') return rules('CDP-11', 'CDP-12')
    return [...rules('CDP-9', 'CDP-10'), ...list(law, 'petition').slice(0, 2).map(note), ...rules('CDP-12')]
  }
  const hasPlan = actionsOf(law, letter).some((action) => action.startsWith('installmentAgreement'))
  return rules(hasPlan ? 'CAP-I7' : 'CAP-A3', 'CAP-A2')
}

/** A levy that has happened and one that is only announced take different papers. */
function actionLists(
  { law, letter, telling, deadlines, draft }: ChecklistInput,
  action: CollectionAction,
): string[] {
  // A letter with a hearing of its own says so in its days; other letters may follow one.
  const asksForHearing =
    draft.form !== '12153' && !telling.left.some(({ program }) => program === 'CDP' || program === 'EH')
  if (action === 'lien') return asksForHearing ? ['lienHearing', 'lien'] : ['lien']
  if (action !== 'levy') return [action]
  const isServed =
    letter.events.some(({ kind }) => kind === 'levyServed') ||
    deadlines.some(
      ({ rule }) => rule !== 'none' && rule !== 'printed' && getRule(law, rule).start === 'levyServed',
    )
  return [isServed ? 'levyServed' : 'levyProposed', ...(asksForHearing ? ['levyHearing'] : []), 'levy']
}

function fillSteps({ blocks, missingFields }: Draft): ChecklistStep[] {
  const ofBlock = (name: Message, what: Message) => say('checklist.block', { name, what })
  const fill = missingFields
    .filter((field) => field.stops)
    .map(({ block, name, what }) => step(`gap ${block ?? 'place'}: ${english(what)}`, ofBlock(name, what)))
  const byHand = blocks.flatMap((block) =>
    block.kind === 'handwritten' && block.pen
      ? [step(`ink-${block.block}`, ofBlock(blockName(block), block.reason))]
      : [],
  )
  return [...fill, ...byHand]
}

/** How a collection appeal begins, with those who took the action. */
function conferenceSteps({ law, letter, telling, deadlines }: ChecklistInput): ChecklistStep[] {
  if (!needsConference(actionsOf(law, letter))) return []
  const officer = ['CAP-F1', 'CAP-F2', 'CAP-F5', 'CAP-F3', 'CAP-F4']
  const phone = ['CAP-P1', 'CAP-P2', 'CAP-P3', 'CAP-P4']
  const steps = (ids: string[]) =>
    ids.map((rule) => {
      const counted = deadlines.find((each) => each.rule === rule)
      return { ...ruleStep(law, rule, counted?.sendBy ?? null), done: counted?.metOn ?? null }
    })
  const road = roadOfContact(telling.left, contactOf(letter))
  switch (road) {
    case 'officer':
      return steps(officer)
    case 'phone':
      return steps(phone)
    case 'advisory':
      return steps(['CAP-N2'])
    default:
      return assertNever(road, 'a collection appeal without a beginning')
  }
}

function sendSteps({ law, letter, draft }: ChecklistInput, rule: 'CDP-7' | 'CAP-G5' | null): ChecklistStep[] {
  const { contactPhone } = factsOf(letter)
  const { whereToSend } = draft
  return [
    step('office', placeAndFax(whereToSend, contactPhone)),
    ...(rule ? [ruleStep(law, rule)] : []),
    ...postmarkSteps({ law }),
    ruleStep(law, 'T-5'),
    ...(letter.special?.abroad?.says === 'no' ? [] : [ruleStep(law, 'T-15')]),
    ruleStep(law, 'T-18'),
  ]
}

const postmarkSteps = ({ law }: Pick<ChecklistInput, 'law'>): ChecklistStep[] =>
  ['T-4', 'T-2', 'T-3'].map((rule) => ruleStep(law, rule))
