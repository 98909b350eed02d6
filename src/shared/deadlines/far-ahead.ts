import type { Day } from '../model/day.ts'
import { addDays } from './days.ts'

/** The IRS dates letters some days ahead, because they take time to arrive; more than this is a mistake in reading. */
const daysAhead = 30

/** The date of a letter cannot be so far after today; or the computer's date is wrong. */
export const isFarAhead = (day: Day, today: Day): boolean => day > addDays(today, daysAhead)
