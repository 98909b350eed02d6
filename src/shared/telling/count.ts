import { type Deadline, isPractical } from '../deadlines/deadline.ts'
import { type Sentence, say } from '../i18n/message.ts'

/** Whole days, negative when past: `12 days left`, `last day is today`, `3 days ago`. The same on every screen and paper. */
export function countWords(days: number): Sentence {
  if (days === 0) return say('count.today')
  return days > 0 ? say('count.left', { count: days }) : say('count.ago', { count: -days })
}

type Counted = Pick<Deadline, 'state' | 'daysLeft' | 'ends' | 'program'>

/** How many days are left of one right. Of a wait that ends no right, what the IRS can do then is said with the count. */
export function countOf({ ends, program }: Pick<Deadline, 'ends' | 'program'>, days: number): Sentence {
  if (ends !== 'request' || days === 0) return countWords(days)
  if (days > 0)
    return isPractical({ program, ends }) ? say('count.practical', { count: days }) : countWords(days)
  return say(isPractical({ program, ends }) ? 'count.waited' : 'count.asked', { count: -days })
}

/** How a right stands today: open, late, or why neither is known. What a letter only asked for is never told as late. */
export function standWords(deadline: Counted): Sentence {
  const { state, daysLeft } = deadline
  if ((state === 'open' || state === 'late') && daysLeft !== null) return countOf(deadline, daysLeft)
  return say(`stand.${state}`)
}
