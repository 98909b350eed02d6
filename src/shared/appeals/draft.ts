import type { LawText, Message, Sentence } from '../i18n/message.ts'
import type { DraftForm } from '../model/appeal.ts'
import type { Day } from '../model/day.ts'
import type { QuestionId } from './question.ts'
import type { WhereToSend } from './where-to-send.ts'

/**
 * Where a value comes from: `letter`, a fact that the letter prints; `you`, what the person wrote, chose or recorded;
 * `law`, what the law data say of this notice, action or reason.
 */
export type DraftSource = 'letter' | 'you' | 'law'

/** One block of a form: its value, or the reason why it is blank. */
export type DraftBlock = {
  block: string
  label: LawText
} & (
  | { kind: 'text'; value: string; from: DraftSource[]; multiline?: boolean }
  | { kind: 'boxes'; boxes: { label: Message; checked: boolean }[]; from: DraftSource[] }
  /** `stops`: the form must not be sent before this is filled. */
  | { kind: 'blank'; reason: Message; stops: boolean }
  /**
   * `boxes`: what is already checked beside the handwritten field. `pen`: what to write there; without it,
   * the field stays blank.
   */
  | {
      kind: 'handwritten'
      reason: Message
      boxes?: { label: Message; checked: boolean }[]
      pen?: 'sign' | 'date' | 'write'
    }
  | { kind: 'irsUse' }
)

/**
 * One part of the statement (block 15 of Form 9423, items 8 and 9 of Form 12153): either its text (which may
 * need checking), in the English that is mailed, or what is still missing. `blank` is for the person and never
 * printed on the form; `begun` is what the form says already, with gaps for a pen. `question`: where it is answered.
 */
export type StatementPart = { heading: Sentence; question: QuestionId } & (
  | { text: string; from: DraftSource[]; sentences: SaidSentence[]; check?: Message }
  | { blank: Message; stops: boolean; begun?: string }
)

/** One sentence of a statement, or a person's own words as they stand: who said it, and which question holds its answer. */
export type SaidSentence = { text: string; from: DraftSource; question: QuestionId }

/**
 * What a person must still fill in or check; `stops`: the form must not be sent before. `block` null: not on the form.
 * `question`: where it is answered.
 */
export type Gap = { block: string | null; what: Message; stops: boolean; question: QuestionId }

/** A gap of one block, which says who is asked. */
export type BlockGap = Omit<Gap, 'question' | 'block'> & { block: string }

/** A gap of a whole draft. `name`: what a person finds it by: `Block 3`. */
export type MissingField = Gap & { name: Message }

/** A pre-filled, unsigned, unsent form. */
export type Draft = {
  form: DraftForm
  title: LawText
  revision: string
  /** The block that holds `statement`. */
  statementBlock: string
  blocks: DraftBlock[]
  /** The statement when its box is too short for it. */
  continuation: string | null
  /** The statement in its parts, in order; `statementBlock` holds them joined, or points to the continuation. */
  statement: StatementPart[]
  missingFields: MissingField[]
  whereToSend: WhereToSend
  /** Based on facts that no person has confirmed. */
  unconfirmed: boolean
}

/**
 * `done`: the date on which the person did it, stated by them or recorded as an event; null: not yet.
 * `isNote`: for information, nothing to do.
 */
export type ChecklistStep = {
  id: string
  text: Message
  by: Day | null
  source: Message | null
  done: Day | null
  isNote?: true
}
/** Steps and enclosures for one placement. */
export type Checklist = { title: Message; groups: { heading: Message; steps: ChecklistStep[] }[] }
