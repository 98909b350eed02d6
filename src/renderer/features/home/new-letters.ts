import { addDays } from '../../../shared/deadlines/days.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Letter } from '../../../shared/model/letter.ts'

/**
 * What came in since yesterday and nobody has looked at yet, the newest first: several at once, or one that is still being
 * read. A single letter that was read is told with its person.
 */
export function newLetters(letters: readonly Letter[], today: Day): Letter[] {
  const since = addDays(today, -1)
  const isNew = ({ removed, confirmed, keptAt, events }: Letter): boolean =>
    !removed &&
    confirmed === null &&
    keptAt.slice(0, 10) >= since &&
    !events.some(({ kind }) => kind === 'letterDone')
  const found = letters.filter(isNew).sort((a, b) => b.keptAt.localeCompare(a.keptAt))
  return found.length > 1 || found.some(isBeingRead) ? found : []
}

const isBeingRead = ({ status }: Letter): boolean => status.kind === 'waiting' || status.kind === 'reading'
