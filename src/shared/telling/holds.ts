import { addYears } from '../deadlines/days.ts'
import { type Advice, type AdviceParts, partsOf, rightsNamed, type Step } from '../law/advice.ts'
import type { Day } from '../model/day.ts'
import type { RightNow } from './right-now.ts'
import type { RightState, Said } from './telling.ts'

/** The letter as a condition sees it. */
export type Now = { rights: RightNow[]; noticeDate: Day | null; today: Day }

/** A step of the law files that holds today. */
export type SaidStep = SaidAs<Step>
type SaidAs<T extends Advice> = Said & { text: T }

/** The parts of a text of the law files that hold today, each with the right that it speaks of. */
export const saidNow = <T extends Advice>(advice: T | T[], now: Now): SaidAs<T>[] =>
  partsOf(advice).flatMap((part) => {
    const said = holding(part, now)
    return said ? [said] : []
  })

/** What a letter means today. Once its right was used, what is said of it when it has passed fits as well. */
export function meaningNow(meaning: AdviceParts, now: Now): Said[] {
  const held = saidNow(meaning, now)
  if (held.length > 0) return held
  const rest = partsOf(meaning).find((part) => part.while === 'over') ?? partsOf(meaning)[0]
  return rest ? [{ text: rest, right: null, state: null }] : []
}

function holding<T extends Advice>(part: T, now: Now): SaidAs<T> | null {
  if (!isInTime(part, now)) return null
  const plain = { text: part, right: null, state: null }
  const named = rightsNamed(part)
  if (named.length === 0) return plain
  const rights = now.rights.filter(
    ({ id, deadline }) =>
      named.includes(id) || named.includes(deadline.program) || named.includes(inPlaceOf(deadline)),
  )
  // A letter without a known printed day asks for one all the same.
  if (rights.length === 0) return named.includes('printed') && part.while === 'open' ? plain : null
  const stateOf = (right: RightNow) => (named.includes(right.id) ? stateOfDay(right) : right.state)
  const right = rights.find((each) => fits(part.while, stateOf(each)))
  if (!right || (part.while === 'over' && rights.some((each) => stateOf(each) !== 'over'))) return null
  return { text: part, right: right.id, state: right.state }
}

/** What names the rule speaks of its day: past a practical day that is over, though the appeal itself is open. */
const stateOfDay = ({ state, deadline }: RightNow): RightState =>
  state === 'open' && deadline.state === 'late' ? 'over' : state

/** What is said of the 90 days holds of the 150, once those are the person's. */
const inPlaceOf = ({ insteadOf, awaits }: RightNow['deadline']): string =>
  insteadOf !== null && awaits === null ? insteadOf : ''

const isInTime = ({ withinYears }: Advice, { noticeDate, today }: Now): boolean =>
  withinYears === undefined || noticeDate === null || today <= addYears(noticeDate, withinYears)

function fits(when: Advice['while'], state: RightState): boolean {
  switch (when) {
    case 'open':
      return state === 'open' || state === 'unknown'
    case 'notOver':
      return state === 'open' || state === 'unknown' || state === 'later'
    case 'over':
      return state === 'over'
    case 'always':
    case undefined:
      return true
  }
}
