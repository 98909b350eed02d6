import type { Law } from '../law/law.ts'
import type { Day } from '../model/day.ts'
import type { Deadline } from '../model/deadline.ts'
import { computeDeadlines, type DatedLetter } from './compute-deadlines.ts'

type Known = { law: Law; today: Day; deadlines: readonly Deadline[] }

const knownByLetter = new WeakMap<DatedLetter, Known>()

/**
 * `computeDeadlines`, worked out once for a letter as it stands, these rules and this day. A letter that changes is another
 * object, so what was worked out goes with the old one; screens over a thousand letters ask for each of them at every change.
 */
export function deadlinesOf(law: Law, letter: DatedLetter, today: Day): readonly Deadline[] {
  const known = knownByLetter.get(letter)
  if (known && known.law === law && known.today === today) return known.deadlines
  const deadlines = computeDeadlines(law, letter, today)
  knownByLetter.set(letter, { law, today, deadlines })
  return deadlines
}
