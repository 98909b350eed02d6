import { getRule, type Law, type Notice } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { factsOf } from '../model/letter.ts'
import { earliestEvent, type StartedLetter } from './clock-start.ts'
import { countDays } from './count-days.ts'
import { addDays } from './days.ts'

/** The 30 days, five business days before them over a long holiday, and a last day that moved on. */
const mostDays = 50

/**
 * The earliest day of filing that leads to the hearing date printed on a letter about a lien: the year of an equivalent
 * hearing counts from the same day. null: nothing is printed, or the day of filing is known.
 */
export function filedFromPrinted(law: Law, notice: Notice | undefined, letter: StartedLetter): Day | null {
  const printed = factsOf(letter).respondByDate
  if (!printed || earliestEvent(letter.events, 'nftlFiled')) return null
  const rule = notice?.rights
    .filter(({ program, printedDateWins }) => program === 'CDP' && printedDateWins)
    .map((right) => right.rule && getRule(law, right.rule))
    .find((each) => each && each.start === 'nftlFiled')
  if (!rule) return null
  for (let filed = addDays(printed, -mostDays); filed < printed; filed = addDays(filed, 1))
    if (countDays(law, rule, filed).lastDay >= printed) return filed
  return null
}
