import type { Day } from '../model/day.ts'
import { addDays } from './days.ts'

/** A letter is at times dated ahead by the days it takes to print and mail; more than six weeks is a mistake in reading. */
const daysAhead = 42

/** The date of a letter cannot be so far after today; or the computer's date is wrong. */
export const isFarAhead = (day: Day, today: Day): boolean => day > addDays(today, daysAhead)
