import type { Deadline } from '../deadlines/deadline.ts'
import { type Message, say } from '../i18n/message.ts'
import { assertNever } from '../model/result.ts'

type Judged = Pick<Deadline, 'firmness' | 'ends' | 'doubts' | 'unconfirmed'>

/** What a last day is worth: a right ends with it, the letter only asks for something by then, or it is an estimate, and why. */
export function firmWords(deadline: Judged): Message {
  const { firmness, ends } = deadline
  switch (firmness) {
    case 'hard':
      return say(ends === 'hold' ? 'firm.hold' : 'firm.hard')
    case 'soft':
      return say('firm.soft')
    case 'estimated': {
      const why = ownDoubts(deadline)
      if (why.length === 0) return say('firm.unconfirmed')
      return say(ends === 'right' ? 'firm.estimatedRight' : 'firm.estimated', { why })
    }
    default:
      return assertNever(firmness, 'a firmness without words')
  }
}

/** Unchecked facts make every day of a letter an estimate; that is said once, with the day that matters now. */
export const isOnlyUnchecked = (deadline: Judged): boolean =>
  deadline.firmness === 'estimated' && ownDoubts(deadline).length === 0

/** Past its last day: why that day was only an estimate; null where it was none, or where the facts are only unchecked. */
export function wasEstimated(deadline: Judged): Message | null {
  const why = deadline.firmness === 'estimated' ? ownDoubts(deadline) : []
  return why.length > 0 ? say('firm.wasEstimated', { why }) : null
}

/** The first doubt of an unconfirmed deadline is that nobody compared the facts. */
const ownDoubts = ({ doubts, unconfirmed }: Judged): Message[] => (unconfirmed ? doubts.slice(1) : doubts)
