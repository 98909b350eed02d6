import { type Message, say } from '../i18n/message.ts'
import type { Program } from '../law/law.ts'
import type { RightLeft, Telling } from './telling.ts'

/** One of the three questions that decide the road; `because`: what is told of the rights that answer it. */
type RoadQuestion = {
  id: 'hearing' | 'equivalentHearing' | 'action'
  ask: Message
  answer: 'yes' | 'no' | 'unknown'
  because: Message[]
}

/**
 * Is a hearing that can lead to court open, is the one-year period for an equivalent hearing open, and does the
 * letter stand for an action that CAP or the payment-plan appeal covers?
 */
export function roadQuestions({ left }: Pick<Telling, 'left'>): RoadQuestion[] {
  const of = (...programs: Program[]) => left.filter(({ program }) => programs.includes(program))
  // A year that began with an earlier letter is not opened by this one.
  const ownYear = of('EH').filter(({ deadline }) => deadline.rule !== 'none')
  return [
    question('hearing', of('CDP'), say('question.opensNone')),
    question('equivalentHearing', ownYear, say('question.opensNone')),
    question('action', of('CAP', 'IA-appeal'), say('question.noAction')),
  ]
}

function question(id: RoadQuestion['id'], rights: readonly RightLeft[], none: Message): RoadQuestion {
  const because = rights.length > 0 ? rights.map(({ text }) => text) : [none]
  return { id, ask: say(`question.${id}`), answer: answerOf(rights), because }
}

/** One open right is enough for a yes; a right whose date or condition is unknown leaves the question open. */
function answerOf(rights: readonly RightLeft[]): RoadQuestion['answer'] {
  const usable = rights.filter(({ state }) => state === 'open' || state === 'later')
  if (usable.some(({ deadline, program }) => !deadline.onlyIf || program === 'EH')) return 'yes'
  return usable.length > 0 || rights.some(({ state }) => state === 'unknown') ? 'unknown' : 'no'
}
