import type { Deadline } from '../deadlines/deadline.ts'
import { type Message, say } from '../i18n/message.ts'
import type { AppealQuestion } from './appeal-choice.ts'
import { windowWords } from './window-words.ts'

/**
 * The three questions that decide the route of an appeal: is a hearing that can lead to court open, is the
 * one-year period for an equivalent hearing open, and does the letter stand for an action that CAP or the
 * payment-plan appeal covers? Each answer is yes, no, or unknown, with the rights that decided it.
 */
export function appealQuestions(deadlines: Deadline[]): AppealQuestion[] {
  const of = (...programs: Deadline['program'][]) =>
    deadlines.filter(({ program }) => programs.includes(program))
  const cdp = of('CDP')
  const equivalent = of('EH').filter(({ rule }) => rule !== 'none')
  return [
    question('hearing', cdp, say('question.opensNone')),
    question('equivalentHearing', equivalent, say('question.opensNone')),
    question('action', of('CAP', 'IA-appeal'), say('question.noAction')),
  ]
}

function question(id: AppealQuestion['id'], rights: Deadline[], none: Message): AppealQuestion {
  const because = rights.length > 0 ? rights.map(windowWords) : [none]
  return { id, ask: say(`question.${id}`), answer: answerOf(rights), because }
}

/**
 * One open right is enough for a yes; a right whose date or condition is unknown leaves the question open.
 */
function answerOf(rights: Deadline[]): AppealQuestion['answer'] {
  const yes = rights.some(
    ({ state, onlyIf, program }) => isOpen(state, program) && (!onlyIf || program === 'EH'),
  )
  if (yes) return 'yes'
  const maybe = rights.some(({ state, program }) => state === 'unknown' || isOpen(state, program))
  return maybe ? 'unknown' : 'no'
}

/** CAP usually has no published deadline; all we can say is that it has not passed. */
function isOpen(state: Deadline['state'], program: Deadline['program']): boolean {
  if (state === 'open' || state === 'lastDay' || state === 'notStarted') return true
  return program === 'CAP' && (state === 'noClock' || state === 'late')
}
