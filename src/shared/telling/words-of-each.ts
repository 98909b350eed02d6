import type { Deadline } from '../deadlines/deadline.ts'
import type { Message } from '../i18n/message.ts'
import type { Law } from '../law/law.ts'
import { type On, rightsNow } from './right-now.ts'
import { dutyWords, rightWords } from './right-words.ts'

/** The sentence that is told of each of these rights, and of what the IRS has to do. */
export function wordsOfEach(
  law: Law,
  deadlines: readonly Deadline[],
  on: On,
): (deadline: Deadline) => Message {
  const rights = new Map(rightsNow(law, deadlines, on).map((right) => [right.deadline, right]))
  return (deadline) => {
    const right = rights.get(deadline)
    return right ? rightWords(right) : dutyWords(deadline)
  }
}
