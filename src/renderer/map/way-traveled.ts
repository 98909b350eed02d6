import type { Law } from '../../shared/law/law.ts'
import type { Day } from '../../shared/model/day.ts'
import { factsOf, type Letter, type LetterId } from '../../shared/model/letter.ts'
import { placeLetter } from '../../shared/roadmap/place-letter.ts'

/** One stop of the way so far: the station, and the letter that stands there. */
type Stop = { station: string; letter: LetterId; day: Day | null }

/**
 * The stations of the letters in the order of their dates; the last one is where the person is. Letters whose number
 * is not known stand nowhere and are left out; one station twice in a row is one stop.
 */
export function wayTraveled(
  law: Pick<Law, 'notices' | 'named'>,
  letters: Pick<Letter, 'id' | 'confirmed' | 'reading' | 'events'>[],
): Stop[] {
  const stops = letters.flatMap((letter): Stop[] => {
    const placement = placeLetter(law, letter)
    if (placement.kind !== 'placed') return []
    return [{ station: placement.station, letter: letter.id, day: factsOf(letter).noticeDate }]
  })
  return stops
    .sort((a, b) => (a.day ?? '9').localeCompare(b.day ?? '9'))
    .filter((stop, index, all) => stop.station !== all[index - 1]?.station)
}
