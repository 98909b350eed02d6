import { isPrinted } from '../deadlines/deadline.ts'
import { english } from '../i18n/english.ts'
import { type Message, say } from '../i18n/message.ts'
import type { RightLeft, Telling } from '../telling/telling.ts'
import { note, step } from './checklist-steps.ts'
import type { ChecklistStep } from './draft.ts'

/**
 * The days of a letter, as the telling has them: what is open, with a place to tick; then what waits or has passed.
 * A right of few people is named only where its form can raise it.
 */
export function daySteps({ left }: Telling, withAside: boolean): ChecklistStep[] {
  const onPaper = left.filter(({ deadline }) => withAside || !deadline.aside)
  return onPaper.flatMap(dayStep)
}

function dayStep(right: RightLeft): ChecklistStep[] {
  const { deadline, state, until, text } = right
  const { rule, title, citation, sendBy, metOn, lastDay, aside } = deadline
  const own = step(`day ${rule}: ${english(title)}`, text)
  const source = isPrinted(deadline) ? say('printedDay.source') : citation
  if (metOn) return [{ ...own, text: rightWords(right), by: lastDay, source, done: metOn }]
  if (!until) return []
  switch (state) {
    case 'open':
      if (aside) return [note({ ...own, source })]
      return [{ ...own, text: dayWords(right), by: sendBy, source }]
    case 'later':
      return deadline.program === 'EH' ? [note({ ...own, source: citation })] : []
    case 'over':
      return [note({ ...own, source })]
    case 'unknown':
    case 'done':
      return []
  }
}

function dayWords(right: RightLeft): Message {
  const words = rightWords(right)
  return right.send ? say('checklist.withSending', { right: words, send: right.send }) : words
}

function rightWords({ deadline: { title: what, onlyIf: condition } }: RightLeft): Message {
  return condition ? say('checklist.rightIf', { what, condition }) : say('checklist.right', { what })
}
