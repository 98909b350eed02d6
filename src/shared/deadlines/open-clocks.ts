import type { Law } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { Letter } from '../model/letter.ts'
import { isAhead } from './ahead.ts'
import type { Deadline } from './deadline.ts'
import { deadlinesOf } from './deadlines-of.ts'

/** The person's deadlines on a letter that are still running: a reason not to delete it. */
export const openClocks = (law: Law, letter: Letter, today: Day): Deadline[] =>
  deadlinesOf(law, letter, today).filter(isAhead)
