import { addDays } from '../deadlines/days.ts'
import { isFarAhead } from '../deadlines/far-ahead.ts'
import type { Day } from '../model/day.ts'
import type { PageDoubtReason } from '../model/doubt.ts'
import { type FactName, factNames, type LetterFacts, type Reading } from '../model/letter.ts'

/**
 * Why a value that was read wants a person's eye: what the page itself shows (`PageDoubtReason`), print that was hard to
 * read (`unclear`), a picture that breaks off (`cut-off`), or a day that cannot well be (`future`: see `isFarAhead`;
 * `before-period`: the letter is dated before its tax period ends; `before-letter`: a last day before the letter's own
 * date; `long-after-letter`: one more than a year after it).
 */
type CheckReason =
  | PageDoubtReason
  | 'unclear'
  | 'cut-off'
  | 'future'
  | 'before-period'
  | 'before-letter'
  | 'long-after-letter'
export type FactToCheck = { name: FactName; reason: CheckReason; other: string | null }

/** From this confidence on (0 to 1), print counts as read clearly. */
const sureFrom = 0.9

/** The values of a reading that a person should compare with the paper, in the order of the table of facts; one reason each. */
export function factsToCheck(
  reading: Pick<Reading, 'facts' | 'evidence' | 'doubts' | 'cutOff'>,
  today: Day,
): FactToCheck[] {
  return factNames.flatMap((name): FactToCheck[] => {
    const value = reading.facts[name]
    if (value === null || (Array.isArray(value) && value.length === 0)) return []
    const doubt = reading.doubts?.[name]
    if (doubt) return [{ name, ...doubt }]
    const reason =
      dayDoubt(reading.facts, name, today) ??
      printDoubt(reading, name) ??
      (reading.cutOff === 'part' ? 'cut-off' : null)
    return reason ? [{ name, reason, other: null }] : []
  })
}

const printDoubt = ({ evidence }: Pick<Reading, 'evidence'>, name: FactName): CheckReason | null =>
  (evidence[name]?.confidence ?? 1) < sureFrom ? 'unclear' : null

function dayDoubt(facts: LetterFacts, name: FactName, today: Day): CheckReason | null {
  const { noticeDate, taxPeriods } = facts
  if (name === 'noticeDate' && noticeDate) {
    if (isFarAhead(noticeDate, today)) return 'future'
    return taxPeriods.length > 0 && taxPeriods.every((period) => noticeDate <= startOfLastMonth(period))
      ? 'before-period'
      : null
  }
  if ((name !== 'respondByDate' && name !== 'terminationDate') || !noticeDate) return null
  const last = facts[name]
  if (last === null) return null
  if (last < noticeDate) return 'before-letter'
  return last > addDays(noticeDate, 366) ? 'long-after-letter' : null
}

/** `2023` ends in December, `2023-06` in June. */
const startOfLastMonth = (period: string): string => `${period.length === 4 ? `${period}-12` : period}-01`
