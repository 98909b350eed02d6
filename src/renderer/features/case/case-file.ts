import { compareDays } from '../../../shared/deadlines/days.ts'
import { findNotice, type Law } from '../../../shared/law/law.ts'
import { type PersonLetters, peopleIn } from '../../../shared/letters/people-in.ts'
import type { CaseEvent } from '../../../shared/model/case-event.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Mailing } from '../../../shared/model/exhibit.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'

/** The amount of one letter. `missedPayments`: not the whole debt (CP523), so it belongs on no line with the others. */
export type AmountOn = {
  letter: Letter
  day: Day
  cents: number
  is: 'balance' | 'missedPayments'
  /** null: the letter prints none, or more than the amount. */
  parts: AmountParts | null
}
/**
 * Cents that add up to the amount. `rest`: the tax, and what was owed before, less payments; letters seldom print the tax
 * on its own. A part that is not printed is 0.
 */
export type AmountParts = { rest: number; penalty: number; interest: number }

/** The letters of a person about one tax period, oldest first; letters without a date last. */
export type Thread = { period: string | null; letters: Letter[]; amounts: AmountOn[] }

/** One thing that happened: an event or a mailing of a letter. */
export type CaseEntry = { letter: Letter; day: Day } & (
  | { kind: 'event'; event: CaseEvent }
  | { kind: 'mailing'; mailing: Mailing }
)

/** What the letters and what was written down say about one person. */
export type CaseFile = PersonLetters & {
  threads: Thread[]
  entries: CaseEntry[]
}

/** The case of each person whom letters name, as `peopleIn` orders them. */
export const caseFiles = (law: Pick<Law, 'notices'>, letters: Letter[]): CaseFile[] =>
  peopleIn(letters).map((each) => ({
    ...each,
    threads: threadsOf(law, each.letters),
    entries: entriesOf(each.letters),
  }))

/** A letter about several periods is in the thread of each; the newest period first, no period last. */
function threadsOf(law: Pick<Law, 'notices'>, letters: Letter[]): Thread[] {
  const byPeriod = new Map<string | null, Letter[]>()
  for (const letter of letters) {
    const { taxPeriods } = factsOf(letter)
    for (const period of taxPeriods.length > 0 ? taxPeriods : [null])
      byPeriod.set(period, [...(byPeriod.get(period) ?? []), letter])
  }
  return [...byPeriod]
    .map(([period, own]) => {
      const inOrder = [...own].sort(byDate)
      return { period, letters: inOrder, amounts: inOrder.flatMap((letter) => amountOn(law, letter)) }
    })
    .sort((a, b) => (b.period ?? '').localeCompare(a.period ?? ''))
}

function amountOn(law: Pick<Law, 'notices'>, letter: Letter): AmountOn[] {
  const { amountDue, noticeDate, noticeCode } = factsOf(letter)
  if (!amountDue || !noticeDate) return []
  const is = findNotice(law, noticeCode)?.amountDueIs ?? 'balance'
  const cents = centsOf(amountDue)
  return [{ letter, day: noticeDate, cents, is, parts: is === 'balance' ? partsOf(letter, cents) : null }]
}

function partsOf(letter: Letter, cents: number): AmountParts | null {
  const facts = factsOf(letter)
  if (facts.penalty === null && facts.interest === null) return null
  const [penalty, interest] = [centsOf(facts.penalty ?? '0'), centsOf(facts.interest ?? '0')]
  const rest = cents - penalty - interest
  return rest < 0 ? null : { rest, penalty, interest }
}

const centsOf = (amount: string): number => Math.round(Number(amount) * 100)

const entriesOf = (letters: Letter[]): CaseEntry[] =>
  letters
    .flatMap((letter): CaseEntry[] => [
      ...letter.events.map((event): CaseEntry => ({ kind: 'event', letter, day: event.day, event })),
      ...letter.mailings.map(
        (mailing): CaseEntry => ({ kind: 'mailing', letter, day: mailing.day, mailing }),
      ),
    ])
    .sort((a, b) => compareDays(b.day, a.day))

const byDate = (a: Letter, b: Letter): number => dateText(a).localeCompare(dateText(b))
const dateText = (letter: Letter): string => factsOf(letter).noticeDate ?? '9'
