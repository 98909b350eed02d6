import type { Deadline } from '../deadlines/deadline.ts'
import { english } from '../i18n/english.ts'
import { formatForm, maskedTin, whoLine } from '../i18n/format-facts.ts'
import { type Message, say } from '../i18n/message.ts'
import type { Law } from '../law/law.ts'
import type { AppealAnswers, DraftForm } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import { factsOf, type Letter, type LetterFacts } from '../model/letter.ts'
import { answersFromFacts, signersOf, twoNamesOf } from './answers-from-facts.ts'
import type { BlockGap, Draft, DraftBlock, DraftSource, Gap, StatementPart } from './draft.ts'
import { blockName, type FormDescription } from './form-description.ts'
import { type QuestionId, questionOfBlock } from './question.ts'
import type { Reasons } from './reasons.ts'
import { type WhereToSend, whereToSend } from './where-to-send.ts'

export type DraftInput = {
  form: FormDescription
  reasons: Reasons
  law: Law
  letter: Letter
  /** `computeDeadlines(law, letter, today)` */
  deadlines: readonly Deadline[]
  today: Day
}

/** What one block holds, without its number and label. */
export type Filled =
  | { kind: 'text'; value: string; from: DraftSource[] }
  | { kind: 'blank'; reason: Message; stops: boolean }
  | { kind: 'handwritten'; pen: 'write'; reason: Message }

export function filled(value: string, reason: Message, stops: boolean, from: DraftSource = 'you'): Filled {
  return value.trim() ? { kind: 'text', value: value.trim(), from: [from] } : { kind: 'blank', reason, stops }
}

/** Who stated the name and the address: the person, else the letter. The address counts as one. */
export function saidBy(typed: AppealAnswers): { name: DraftSource; address: DraftSource } {
  const parts = [typed.street, typed.city, typed.state, typed.zip]
  return {
    name: typed.name.trim() ? 'you' : 'letter',
    address: parts.some((part) => part.trim()) ? 'you' : 'letter',
  }
}

/** The number the person typed, else a place to write it by hand. */
export function tinBlock(answers: AppealAnswers, facts: LetterFacts): Filled {
  const typed = answers.tin.trim()
  if (typed) return { kind: 'text', value: typed, from: ['you'] }
  const masked = maskedTin(facts)
  return {
    kind: 'handwritten',
    pen: 'write',
    reason: masked ? say('draft.writeNumberOf', { number: masked }) : say('draft.writeNumber'),
  }
}

/** `Income`, or null for a form we have no name for. */
export const taxTypeOf = ({ taxTypes }: FormDescription, taxForm: string): string | null =>
  taxTypes[taxForm] ?? null

/** `Income (1040)` */
export function taxTypeAndForm(form: FormDescription, taxForm: string | null): string {
  if (!taxForm) return ''
  const type = taxTypeOf(form, taxForm)
  return type ? `${type} (${taxForm})` : formatForm(taxForm)
}

/** What is wrong with a typed number. */
export function missingTin(block: DraftBlock, last4: string | null): BlockGap[] {
  if (block.kind !== 'text') return []
  const missing = (what: Message, stops: boolean): BlockGap[] => [{ block: block.block, what, stops }]
  const digits = block.value.replace(/\D/g, '')
  if (digits.length !== 9) return missing(say('draft.nineDigits'), true)
  if (last4 && !digits.endsWith(last4)) {
    return missing(say('draft.numberDiffers', { last4 }), false)
  }
  return []
}

/** What the statement holds if its block is too short for it. */
export function statementIn(form: FormDescription, parts: StatementPart[]): { text: string; fits: boolean } {
  const text = statementText(parts)
  return { text, fits: linesOf(text, form.statementRoom.charactersPerLine) <= form.statementRoom.lines }
}

/** All sources of a statement, each listed once. */
export const sourcesOf = (parts: StatementPart[]): DraftSource[] => [
  ...new Set(parts.flatMap((part) => ('text' in part ? part.from : []))),
]

type Filling = { statement: StatementPart[]; blocks: DraftBlock[]; missingFields: BlockGap[] }

/** Completes a draft from its blocks: heads the continuation and adds the statement's own missing fields. */
export function draftFrom(
  { form, letter }: DraftInput,
  { statement, blocks, missingFields }: Filling,
): Draft {
  const facts = factsOf(letter)
  const answers = answersFromFacts(letter.answers, facts)
  const { text, fits } = statementIn(form, statement)
  const where = whereToSend(form.form, facts, answers)
  const gaps: Gap[] = [
    ...missingFields.map((gap) => ({ ...gap, question: questionOfBlock(form.form, gap.block) ?? 'facts' })),
    ...statement.flatMap((part) => missingInPart(part, form.statementBlock)),
    ...missingSigner(form.form, letter, answers),
    ...missingPlace(form.form, where),
  ]
  const head = [form.continuationHeading, whoLine(signersOf(answers), facts)].filter(Boolean).join('\n')
  return {
    form: form.form,
    title: form.title,
    revision: form.revision,
    statementBlock: form.statementBlock,
    blocks,
    continuation: fits ? null : `${head}\n\n${text}`,
    statement,
    missingFields: gaps.map((gap) => ({ ...gap, name: nameOf(blocks, gap.block) })),
    whereToSend: where,
    unconfirmed: letter.confirmed === null,
  }
}

/** Two people are asked whose debt it is: who does not sign has asked for nothing. */
function missingSigner(form: DraftForm, letter: Letter, answers: AppealAnswers): Gap[] {
  const block = form === '12153' ? '5' : '1'
  const two = twoNamesOf(letter.answers, factsOf(letter))
  const gap = (what: Message, stops: boolean, question: QuestionId = 'joint'): Gap[] => [
    { block, what, stops, question },
  ]
  if (answers.joint === null && two)
    return gap(say('draft.whoseDebt', { first: two[0], second: two[1] }), true)
  if (answers.joint === 'bothSign' && !answers.jointName) return gap(say('draft.secondName'), true, 'second')
  if (answers.joint !== 'oneSigns') return []
  const name = two?.find((each) => each !== answers.name) ?? ''
  const other: Message = name ? { verbatim: name } : say('draft.theOther')
  return gap(say(form === '12153' ? 'draft.otherHasNone' : 'draft.otherAppealsNot', { other }), false)
}

/** A paper without an address is never sent, and one for a hearing goes to the letterhead only after a look. */
function missingPlace(form: DraftForm, { addressFrom }: WhereToSend): Gap[] {
  const gap = (what: Message, stops: boolean): Gap[] => [{ block: null, what, stops, question: 'where' }]
  if (addressFrom === null)
    return gap(say(form === '12153' ? 'draft.noHearingAddress' : 'draft.noOffice'), true)
  return form === '12153' && addressFrom === 'office' ? gap(say('draft.officeForHearing'), false) : []
}

function nameOf(blocks: DraftBlock[], name: string | null): Message {
  if (name === null) return say('draft.whereToSend')
  const found = blocks.find(({ block }) => block === name)
  if (!found) throw new Error(`draft: something is missing in block ${name}, which the form does not have`)
  return blockName(found)
}

function missingInPart(part: StatementPart, block: string): Gap[] {
  const told = 'blank' in part ? part.blank : part.check
  if (!told) return []
  const what = say('draft.partSays', { heading: part.heading, what: told })
  return [{ block, what, stops: 'blank' in part && part.stops, question: part.question }]
}

/** What the form prints of a statement: a part that may stay blank leaves no trace. */
export const printedParts = <P extends { text: string } | { stops: boolean }>(parts: readonly P[]): P[] =>
  parts.filter((part) => 'text' in part || ('stops' in part && part.stops))

/** As it is mailed, in English, with a line to write on for each part that must be filled. */
export const statementText = (parts: StatementPart[]): string =>
  printedParts(parts)
    .map((part, index) => {
      const said = 'text' in part ? part.text : [part.begun, penLine].filter(Boolean).join(' ')
      return `${index + 1}. ${english(part.heading)}: ${said}`
    })
    .join('\n')

const penLine = '_'.repeat(40)

const linesOf = (text: string, charactersPerLine: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / charactersPerLine)), 0)
