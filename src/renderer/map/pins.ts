import type { Message } from '../../shared/i18n/message.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Letter, LetterId } from '../../shared/model/letter.ts'
import { placeLetter } from '../../shared/roadmap/place-letter.ts'
import { letterTitle } from '../common/letter/letter-summary.ts'

export type Pin = { id: LetterId; title: string; confirmed: boolean; because: Message[] }

/** The letters by the station on which they stand; letters without a place are not on the map. */
export function pinsByStation(law: Law, letters: Letter[]): Map<string, Pin[]> {
  const pins = new Map<string, Pin[]>()
  for (const letter of letters.filter(({ removed }) => !removed)) {
    const placement = placeLetter(law, letter)
    if (placement.kind !== 'placed') continue
    const { id, confirmed } = letter
    const pin = {
      id,
      title: letterTitle(law, letter),
      confirmed: confirmed !== null,
      because: placement.because,
    }
    pins.set(placement.station, [...(pins.get(placement.station) ?? []), pin])
  }
  return pins
}

/** Where the person is now: the station of the letter with the newest date that is placed; null when none is. */
export function stationOfNewest(law: Law, letters: Letter[]): string | null {
  const placed = letters
    .filter(({ removed }) => !removed)
    .map((letter) => ({ letter, placement: placeLetter(law, letter) }))
    .sort((a, b) => dateOf(b.letter).localeCompare(dateOf(a.letter)))
  const newest = placed.find(({ placement }) => placement.kind === 'placed')?.placement
  return newest?.kind === 'placed' ? newest.station : null
}

/** The printed date; a letter without one counts as oldest, since its place in time is not known. */
const dateOf = ({ confirmed, reading }: Letter): string => (confirmed ?? reading?.facts)?.noticeDate ?? ''
