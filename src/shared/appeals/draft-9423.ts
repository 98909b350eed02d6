import { type LawText, type Message, say } from '../i18n/message.ts'
import { findNotice, type Law, type Notice } from '../law/law.ts'
import type { AppealAnswers, CollectionAction } from '../model/appeal.ts'
import { factsOf, type Letter, type LetterFacts } from '../model/letter.ts'
import { answersFromFacts } from './answers-from-facts.ts'
import type { BlockGap, Draft, DraftBlock, DraftSource } from './draft.ts'
import { statement9423 } from './draft-9423-statement.ts'
import { textOf } from './draft-9423-text.ts'
import { type DraftInput, draftFrom, missingTin, sourcesOf, statementIn } from './draft-common.ts'
import type { FormBlock, FormDescription } from './form-description.ts'

/**
 * Form 9423 from what is known about one letter: confirmed facts (or what was read, then `unconfirmed`), the
 * person's answers, and recorded events. A blank block says why it is blank. Nothing is signed or invented.
 */
export function draft9423(input: DraftInput): Draft {
  const { form, law, letter } = input
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  const actions = actionsOf(law, letter)
  const statement = statement9423({ ...input, facts, answers, actions })
  const { text, fits } = statementIn(form, statement)
  const notice = findNotice(law, facts.noticeCode)
  const typed = letter.answers
  const said = fits ? text : form.seeContinuation
  const fill = { form, notice, facts, answers, typed, actions, statement: said, from: sourcesOf(statement) }
  const bothSign = answers.joint === 'bothSign' && answers.signer === 'taxpayer'
  const blocks = form.blocks
    .filter(({ block }) => bothSign || !isOfSecond(block))
    .map((block) => fillBlock(block, fill))
  return draftFrom(input, {
    statement,
    blocks,
    missingFields: blocks.flatMap((block) => missingFieldsOf(block, facts)),
  })
}

/** The actions the person chose, else the one the notice stands for, unless the notice may be an approval. */
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
  typed: AppealAnswers
  actions: CollectionAction[]
  statement: string
  /** Of the statement. */
  from: DraftSource[]
}

function fillBlock({ block, label, kind }: FormBlock, fill: Fill): DraftBlock {
  switch (kind) {
    case 'text':
      return { block, label, ...textOf(block, fill) }
    case 'boxes':
      return {
        block,
        label,
        kind: 'boxes',
        boxes: actionBoxes(fill),
        from: [fill.typed.actions ? 'you' : 'law'],
      }
    case 'statement':
      return { block, label, kind: 'text', value: fill.statement, from: fill.from, multiline: true }
    case 'signature':
      return isOfSecond(block)
        ? { block, label, kind: 'handwritten', pen: 'sign', reason: say('draft.signSecond') }
        : { block, label, kind: 'handwritten', pen: 'sign', ...signature(fill.answers) }
    case 'date':
      return { block, label, kind: 'handwritten', pen: 'date', reason: say('draft.date') }
    case 'irsUse':
      return { block, label, kind: 'irsUse' }
  }
}

/** The line of a second taxpayer: the form has one signature, and both of a joint debt sign. */
const isOfSecond = (block: string): boolean => block.endsWith('joint')

/** Two actions may share a box: it is checked for either. */
function actionBoxes({ form, actions }: Fill): { label: LawText; checked: boolean }[] {
  const labels = new Map(form.actions.map(({ label }) => [label.en, label]))
  return [...labels.values()].map((label) => ({
    label,
    checked: form.actions.some((each) => each.label.en === label.en && actions.includes(each.action)),
  }))
}

const signature = ({ signer }: AppealAnswers) => ({
  reason: say('draft.sign'),
  boxes: [
    { label: say('draft.taxpayer'), checked: signer === 'taxpayer' },
    { label: say('draft.representative'), checked: signer === 'representative' },
  ],
})

/** Representative and business phone: most people have nothing to write there. */
const mayStayBlank = new Set(['2', '4', '6'])

/** What is wrong with one block, as far as we can tell. */
function missingFieldsOf(block: DraftBlock, facts: LetterFacts): BlockGap[] {
  const missing = (what: Message, stops: boolean): BlockGap[] => [{ block: block.block, what, stops }]
  if (block.kind === 'blank')
    return block.stops || !mayStayBlank.has(block.block) ? missing(block.reason, block.stops) : []
  if (block.kind === 'boxes' && !block.boxes.some((box) => box.checked)) {
    return missing(say('draft.chooseAction'), true)
  }
  return block.block === '3' ? missingTin(block, facts.tinLast4) : []
}
