import { compareDays } from './days.ts'
import type { Deadline } from './deadline.ts'

const order: Deadline['state'][] = [
  'lastDay',
  'open',
  'notStarted',
  'unknown',
  'noClock',
  'passed',
  'late',
  'met',
]
/**
 * `lastDay` and `open` form one group, sorted by the date to send by. What applies to few people comes after
 * what is late.
 */
const groupOf = ({ state, aside }: Deadline): number =>
  state !== 'met' && aside ? order.indexOf('met') - 0.5 : Math.max(1, order.indexOf(state))

/** The order in which deadlines are listed. */
export function soonestOpenFirst(a: Deadline, b: Deadline): number {
  const [dayA, dayB] = [a.sendBy ?? a.lastDay, b.sendBy ?? b.lastDay]
  if (groupOf(a) !== groupOf(b)) return groupOf(a) - groupOf(b)
  if (dayA && dayB) return compareDays(dayA, dayB) || compareDays(a.lastDay ?? dayA, b.lastDay ?? dayB)
  return Number(dayA === null) - Number(dayB === null)
}
