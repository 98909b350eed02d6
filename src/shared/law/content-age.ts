import type { Day } from '../model/day.ts'
import type { Law } from './law.ts'

type ContentAge = {
  version: string
  /** The day of the last check. */
  checked: Day
  /** Whole months since then; 0 for a check dated after today. */
  months: number
  /** Older than the law files call good: everything based on them should be checked elsewhere as well. */
  isOld: boolean
}

/** How old the facts are on a day. */
export function contentAge(law: Pick<Law, 'version' | 'checked' | 'goodForMonths'>, today: Day): ContentAge {
  const { version, checked, goodForMonths } = law
  const months = Math.max(0, monthsBetween(checked, today))
  const isOld = months > goodForMonths || (months === goodForMonths && dateOf(today) !== dateOf(checked))
  return { version, checked, months, isOld }
}

const dateOf = (day: Day): number => Number(day.slice(8))
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
const monthsBetween = (from: Day, to: Day): number =>
  monthOf(to) - monthOf(from) - (dateOf(to) < dateOf(from) ? 1 : 0)
