import { isPractical } from '../deadlines/deadline.ts'
import type { RightNow } from './right-now.ts'
import type { Route } from './route.ts'

/**
 * The right that the day of the letter belongs to: that of the road that fits, if a right ends with it; else the
 * soonest open day, one without a condition first; else an open right without a day. null: nothing is open.
 */
export function focusOf(rights: readonly RightNow[], route: Route['route']): RightNow | null {
  const open = rights.filter(({ state, deadline }) => state === 'open' && !deadline.aside)
  const dated = open.filter(({ until }) => until !== null).sort(soonestFirst)
  const onRoad = isHardRoad(route) ? dated.find(({ deadline }) => deadline.program === route) : undefined
  const first = onRoad ?? dated[0]
  const past = open.find(isPastHold)
  if (past && (!first || isPractical(first.deadline))) return past
  return first ?? open.sort(undatedFirst)[0] ?? null
}

/** Collection due process, its equivalent, and the appeal about a payment plan have last days of their own. */
const isHardRoad = (route: Route['route']): boolean =>
  route === 'CDP' || route === 'EH' || route === 'IA-appeal'

/** The form is due since the conference: that comes before the day on which the IRS can act. */
export const isPastHold = ({ state, deadline }: RightNow): boolean =>
  state === 'open' && deadline.ends === 'hold' && deadline.state === 'late' && deadline.form !== null

const isConditional = ({ deadline }: RightNow): boolean =>
  deadline.onlyIf !== null && deadline.program !== 'EH'

const soonestFirst = (a: RightNow, b: RightNow): number =>
  Number(isConditional(a)) - Number(isConditional(b)) ||
  (a.deadline.sendBy ?? a.until ?? '').localeCompare(b.deadline.sendBy ?? b.until ?? '') ||
  (a.until ?? '').localeCompare(b.until ?? '')

/** Of the rights without a day, a collection appeal comes first. */
const undatedFirst = (a: RightNow, b: RightNow): number =>
  Number(isConditional(a)) - Number(isConditional(b)) || Number(isCap(b)) - Number(isCap(a))
const isCap = ({ deadline }: RightNow): boolean => deadline.program === 'CAP'
