import { windowWords } from '../appeals/window-words.ts'
import { type Message, say } from '../i18n/message.ts'
import type { RightNow } from './right-now.ts'
import type { RightLeft } from './telling.ts'

/** Each right with its last day and one sentence; what is open comes first, what has passed last. */
export const leftOf = (rights: readonly RightNow[]): RightLeft[] =>
  [...rights]
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || asideLast(a, b))
    .map((right) => ({
      right: right.id,
      program: right.deadline.program,
      title: right.deadline.title,
      form: right.deadline.form,
      until: right.state === 'open' && isSoftCap(right) ? null : right.until,
      open: right.state === 'open',
      state: right.state,
      text: textOf(right),
    }))

const order: RightNow['state'][] = ['open', 'unknown', 'later', 'done', 'over']
const asideLast = (a: RightNow, b: RightNow): number => Number(a.deadline.aside) - Number(b.deadline.aside)

/** The practical time has passed; the appeal itself has no last day. */
const isSoftCap = ({ deadline }: RightNow): boolean => deadline.program === 'CAP' && deadline.state === 'late'

function textOf(right: RightNow): Message {
  const { state, until, deadline } = right
  const what = deadline.title
  switch (state) {
    case 'later':
      return until && deadline.program === 'EH'
        ? say('telling.left.later', { what, day: until })
        : windowWords(deadline)
    case 'over':
      return until ? windowWords(deadline) : say('telling.left.over', { what })
    case 'open':
      if (isSoftCap(right) || deadline.lastDay === null) return say('window.noClock', { what })
      return windowWords(deadline)
    case 'unknown':
    case 'done':
      return windowWords(deadline)
  }
}
