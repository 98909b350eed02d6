import { findNotice, type Law, type Notice } from '../law/law.ts'
import type {
  AppealAnswers,
  CollectionAction,
  Draft,
  DraftBlock,
  DraftGap,
  StatementPart,
} from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import type { Deadline } from '../model/deadline.ts'
import { factsOf, type Letter, type LetterFacts } from '../model/letter.ts'
import { answersFromFacts } from './answers-from-facts.ts'
import { statement9423 } from './draft-9423-statement.ts'
import { textOf } from './draft-9423-text.ts'
import type { FormBlock, FormDescription } from './form-description.ts'
import { whoLine } from './format-facts.ts'

export type Draft9423Input = {
  form: FormDescription
  law: Law
  letter: Letter
  /** `computeDeadlines(law, letter, today)` */
  deadlines: Deadline[]
  today: Day
}

/**
 * Form 9423 from what is known about one letter: confirmed facts (or the reading's suggestions, then `unconfirmed`),
 * the person's answers and recorded events. A block without a value says why. Nothing is signed, nothing is invented.
 */
export function draft9423({ form, law, letter, deadlines, today }: Draft9423Input): Draft {
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  const actions = actionsOf(law, letter)
  const input = { form, law, facts, answers, actions, events: letter.events, deadlines, today }
  const statement = statement9423(input)
  const text = statementText(statement)
  const fits = linesOf(text, form.statementRoom.charactersPerLine) <= form.statementRoom.lines
  const notice = findNotice(law, facts.noticeCode)
  const fill = { form, notice, facts, answers, actions, statement: fits ? text : form.seeContinuation }
  const blocks = form.blocks.map((block) => fillBlock(block, fill))
  const head = [form.continuationHeading, whoLine(answers.name, facts)].filter(Boolean).join('\n')
  return {
    form: form.form,
    title: form.title,
    revision: form.revision,
    blocks,
    continuation: fits ? null : `${head}\n\n${text}`,
    statement,
    gaps: [...blocks.flatMap((block) => gapsOf(block, facts)), ...statement.flatMap(gapOfPart)],
    unconfirmed: letter.confirmed === null,
  }
}

/** The actions that the person chose, else the one that the notice stands for unless it may be a grant. */
export function actionsOf(law: Law, letter: Letter): CollectionAction[] {
  if (letter.answers.actions) return letter.answers.actions
  const notice = findNotice(law, factsOf(letter).noticeCode)
  return notice?.action && !notice.onlyRefusalIsAppealable ? [notice.action] : []
}

type Fill = {
  form: FormDescription
  notice: Notice | undefined
  facts: LetterFacts
  answers: AppealAnswers
  actions: CollectionAction[]
  statement: string
}

function fillBlock({ block, label, kind }: FormBlock, fill: Fill): DraftBlock {
  const { form, answers, actions } = fill
  switch (kind) {
    case 'text':
      return { block, label, ...textOf(block, fill) }
    case 'boxes':
      return {
        block,
        label,
        kind: 'boxes',
        boxes: form.actions.map((each) => ({ label: each.label, checked: actions.includes(each.action) })),
      }
    case 'statement':
      return { block, label, kind: 'text', value: fill.statement, multiline: true }
    case 'signature':
      return {
        block,
        label,
        kind: 'ink',
        ...(block === '16' ? signature(answers) : { reason: 'Date it by hand.' }),
      }
    case 'irsUse':
      return { block, label, kind: 'irsUse' }
  }
}

const signature = ({ signer }: AppealAnswers) => ({
  reason: 'Sign by hand.',
  boxes: [
    { label: 'Taxpayer', checked: signer === 'taxpayer' },
    { label: 'Authorized representative', checked: signer === 'representative' },
  ],
})

/** Representative and business phone: most people have nothing to write there. */
const mayStayBlank = new Set(['2', '4', '6'])

/** What is wrong with one block, as far as it can be told. */
function gapsOf(block: DraftBlock, facts: LetterFacts): DraftGap[] {
  const gap = (what: string, stops: boolean): DraftGap[] => [{ block: block.block, what, stops }]
  if (block.kind === 'blank')
    return block.stops || !mayStayBlank.has(block.block) ? gap(block.reason, block.stops) : []
  if (block.kind === 'boxes' && !block.boxes.some((box) => box.checked)) {
    return gap('Check the collection action that you appeal.', true)
  }
  if (block.block !== '3' || block.kind !== 'text') return []
  const digits = block.value.replace(/\D/g, '')
  if (digits.length !== 9) return gap('The number does not have nine digits.', true)
  if (facts.tinLast4 && !digits.endsWith(facts.tinLast4)) {
    return gap(`The number does not end in ${facts.tinLast4}, as the letter does. Check it.`, false)
  }
  return []
}

function gapOfPart(part: StatementPart): DraftGap[] {
  if ('blank' in part) return [{ block: '15', what: `${part.heading}: ${part.blank}`, stops: part.stops }]
  return part.check ? [{ block: '15', what: `${part.heading}: ${part.check}`, stops: false }] : []
}

const statementText = (parts: StatementPart[]): string =>
  parts
    .map(
      (part, index) =>
        `${index + 1}. ${part.heading}: ${'text' in part ? part.text : `[blank: ${part.blank}]`}`,
    )
    .join('\n')

const linesOf = (text: string, charactersPerLine: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0)
