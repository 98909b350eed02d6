import { factsToCheck } from '../../../../shared/letters/facts-to-check.ts'
import type { Day } from '../../../../shared/model/day.ts'
import { PageDoubtReason } from '../../../../shared/model/doubt.ts'
import { type FactName, factNames, factTable } from '../../../../shared/model/facts.ts'
import type { Reading } from '../../../../shared/model/letter.ts'

/** What every deadline depends on, in the order of the questions. */
const always: readonly FactName[] = ['noticeCode', 'noticeDate']
const printedDays: readonly FactName[] = ['respondByDate', 'terminationDate']

/** What a person is asked to compare with the paper: number, date, printed last days, and what the page itself speaks against. */
export function askedFacts(reading: Reading, today: Day): FactName[] {
  const printed = printedDays.filter((name) => reading.facts[name] !== null)
  const first = [...always, ...printed]
  const doubted = factsToCheck(reading, today)
    .filter(({ reason }) => PageDoubtReason.safeParse(reason).success)
    .map(({ name }) => name)
  return [...first, ...doubted.filter((name) => !first.includes(name))]
}

/** What was read besides, and how much of it was hard to read. */
export function otherFacts(
  reading: Reading,
  asked: readonly FactName[],
  today: Day,
): { names: FactName[]; unclear: number } {
  const names = factNames.filter((name) => {
    const value = reading.facts[name]
    const isThere = value !== null && !(Array.isArray(value) && value.length === 0)
    return isThere && factTable[name].group !== null && !asked.includes(name)
  })
  const unclear = factsToCheck(reading, today).filter(({ name }) => names.includes(name)).length
  return { names, unclear }
}
