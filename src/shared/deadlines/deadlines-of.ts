import type { Law } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import { computeDeadlines, type DatedLetter } from './compute-deadlines.ts'
import type { Deadline } from './deadline.ts'

type Known = { law: Law; today: Day; deadlines: readonly Deadline[] }

const knownByLetter = new WeakMap<DatedLetter, Known>()

/**
 * `computeDeadlines`, cached for a letter object, these rules, and this day. A changed letter is a new
 * object, so its old result is dropped with the old object. Screens with a thousand letters ask for each of
 * them at every change.
 */
export function deadlinesOf(law: Law, letter: DatedLetter, today: Day): readonly Deadline[] {
  const known = knownByLetter.get(letter)
  if (known && known.law === law && known.today === today) return known.deadlines
  const deadlines = computeDeadlines(law, letter, today)
  knownByLetter.set(letter, { law, today, deadlines })
  return deadlines
}
