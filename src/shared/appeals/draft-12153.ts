import { type Message, say } from '../i18n/message.ts'
import type { AppealAnswers, CollectionAction } from '../model/appeal.ts'
import { factsOf, type LetterFacts } from '../model/letter.ts'
import { answersFromFacts } from './answers-from-facts.ts'
import type { BlockGap, Draft, DraftBlock, DraftSource } from './draft.ts'
import { actionsOf } from './draft-9423.ts'
import { text12153 } from './draft-12153-text.ts'
import { type DraftInput, draftFrom, missingTin, sourcesOf, statementIn } from './draft-common.ts'
import {
  attachmentsPart,
  fixParts,
  harmPart,
  mustSay,
  type StatementInput,
  whyParts,
} from './draft-statement.ts'
import type { FormBlock } from './form-description.ts'
import { chosenReasons, offered } from './reasons.ts'
import { actionPart } from './statement-head.ts'

/**
 * Form 12153 from what is known about one letter, item by item. Item 2 is always checked: for an equivalent hearing it
 * must be, and for a timely request it is the safe fallback (rules CDP-5, CDP-6).
 */
export function draft12153(input: DraftInput): Draft {
  const { form, law, letter } = input
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  const actions = actionsOf(law, letter)
  const filling: StatementInput = { ...input, facts, answers, actions }
  const must = mustSay(filling, 'CDP-8')
  const statement = [
    actionPart(filling),
    ...whyParts(filling, say('draft.heading.reason'), must),
    harmPart(filling),
    ...fixParts(filling, say('draft.heading.alternative'), null),
    attachmentsPart(filling),
  ]
  const { text, fits } = statementIn(form, statement)
  const checked = checkedBoxes(filling)
  const blocks = form.blocks.map((block) =>
    fillBlock(block, filling, checked, {
      text: fits ? text : form.seeContinuation,
      from: sourcesOf(statement),
    }),
  )
  return draftFrom(input, {
    statement,
    blocks,
    missingFields: blocks.flatMap((block) => missingFieldsOf(block, filling)),
  })
}

/** Ids of the checked boxes per block. */
export function checkedBoxes({ reasons, actions, answers }: StatementInput): Record<string, Set<string>> {
  const picked = chosenReasons(offered(reasons, actions, '12153'), answers)
  const item8 = picked.reasons.map(({ reason }) => reason.item8 ?? 'other')
  const item9 = picked.remedies.map(({ remedy }) => remedy.item9)
  // Items 8 and 9 belong together on the form: someone who asks for an alternative can't pay in full.
  const alternative = item9.some((each) => each === 'ia' || each === 'oic') ? ['alternative'] : []
  const hardship = item9.includes('cnc') ? ['hardship'] : []
  return {
    '1': new Set(actions.map(basisOf).filter((each) => each !== null)),
    '2': new Set(['eh']),
    '8': new Set([...item8, ...alternative, ...hardship, ...(answers.whyWrong.trim() ? ['other'] : [])]),
    '9': new Set([...item9, ...(answers.fix.trim() && item9.length === 0 ? ['other'] : [])]),
  }
}

function basisOf(action: CollectionAction): 'lien' | 'levy' | null {
  if (action === 'lien' || action === 'lienCertificate') return 'lien'
  return action === 'levy' || action === 'seizure' ? 'levy' : null
}

function fillBlock(
  { block, label, kind, boxes = [] }: FormBlock,
  input: StatementInput,
  checked: Record<string, Set<string>>,
  statement: { text: string; from: DraftSource[] },
): DraftBlock {
  const head = { block, label }
  switch (kind) {
    case 'text':
      return { ...head, ...text12153(block, input) }
    case 'boxes':
      return {
        ...head,
        kind: 'boxes',
        from: boxSources(block, input),
        boxes: boxes.map((box) => ({ label: box.label, checked: checked[block]?.has(box.id) ?? false })),
      }
    case 'statement':
      return { ...head, kind: 'text', value: statement.text, from: statement.from, multiline: true }
    case 'signature':
    case 'date':
      return { ...head, kind: 'handwritten', ...pen(block, kind, input.answers) }
    case 'irsUse':
      return { ...head, kind: 'irsUse' }
  }
}

/**
 * The hearing box follows from the action; the box for an equivalent hearing is always checked, as a
 * fallback.
 */
function boxSources(block: string, { letter }: StatementInput): DraftSource[] {
  if (block === '1') return [letter.answers.actions ? 'you' : 'law']
  return [block === '2' ? 'law' : 'you']
}

/** Either the taxpayers or the representative sign, never both; the other lines stay blank. */
function pen(block: string, kind: 'signature' | 'date', { signer, joint }: AppealAnswers) {
  const representative = block.includes('representative')
  if (representative !== (signer === 'representative')) return { reason: say(`draft.${signer}Signs`) }
  if (block.includes('joint') && joint !== 'bothSign') return { reason: say('draft.onlyJoint') }
  return kind === 'signature'
    ? { pen: 'sign' as const, reason: say('draft.sign') }
    : { pen: 'date' as const, reason: say('draft.date') }
}

function missingFieldsOf(block: DraftBlock, { facts, answers }: StatementInput): BlockGap[] {
  const missing = (what: Message, stops: boolean): BlockGap[] => [{ block: block.block, what, stops }]
  if (block.kind === 'blank') return block.stops ? missing(block.reason, true) : []
  if (block.kind === 'boxes' && block.block === '1' && !block.boxes.some((box) => box.checked))
    return missing(say('draft.chooseBasis'), true)
  if (block.kind === 'boxes' && block.block === '8' && !block.boxes.some((box) => box.checked))
    return missing(say('draft.chooseReason'), true)
  return block.block === '3 TIN' || (block.block === '5 TIN' && answers.jointTin.trim())
    ? missingTin(block, last4Of(block, facts))
    : []
}

const last4Of = (block: DraftBlock, facts: LetterFacts) => (block.block === '3 TIN' ? facts.tinLast4 : null)
