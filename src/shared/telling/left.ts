import { sendWords } from '../deadlines/send-words.ts'
import type { RightNow } from './right-now.ts'
import { rightWords } from './right-words.ts'
import type { RightLeft } from './telling.ts'

/** Each right with its last day and one sentence; what is open comes first, what has passed last. */
export const leftOf = (rights: readonly RightNow[]): RightLeft[] =>
  [...rights].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || asideLast(a, b)).map(leftFrom)

/** One right as it is told. */
function leftFrom(right: RightNow): RightLeft {
  const { id, state, deadline, until } = right
  return {
    right: id,
    program: deadline.program,
    title: deadline.title,
    form: deadline.form,
    until,
    firmness: until ? deadline.firmness : null,
    open: state === 'open',
    state,
    text: rightWords(right),
    send: state === 'open' && until ? sendWords(deadline) : null,
    deadline,
  }
}

const order: RightNow['state'][] = ['open', 'unknown', 'later', 'done', 'over']
const asideLast = (a: RightNow, b: RightNow): number => Number(a.deadline.aside) - Number(b.deadline.aside)
