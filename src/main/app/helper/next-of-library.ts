import type { HelpedLibrary } from '../../../shared/contract/helper.ts'
import { clockDoubtOf } from '../../../shared/deadlines/clock-doubt.ts'
import type { Law } from '../../../shared/law/law.ts'
import { personsOf } from '../../../shared/letters/persons.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { aheadOf } from '../../../shared/telling/ahead.ts'
import { alsoOf, firstOf, nextLetterOf } from '../../../shared/telling/next-letter.ts'
import { tellAll } from '../../../shared/telling/tell-all.ts'
import { type LetterSources, listLetters } from '../../letters/list-letters.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ReadableLibrary } from './read-library.ts'

type Told = Pick<HelpedLibrary, 'next' | 'also' | 'doubt'>
type Read = Pick<ReadableLibrary, keyof LetterSources['library'] | 'settings' | 'newestInstant'>

/** What a library says today: its most urgent letter, and how many others there are. */
export function nextOfLibrary(library: Read, law: Law, clock: Clock): Told {
  // Nobody reads here: what is not read yet waits.
  const queue = { statusOf: () => ({ kind: 'waiting' }) as const }
  const letters = listLetters({ library, queue }).filter(({ removed }) => !removed)
  const ahead = aheadOf(letters, tellAll(law, letters, clock.today()))
  const first = firstOf(ahead)
  const { dateConfirmed, dateDoubted } = library.settings.get()
  const known = { newest: library.newestInstant(), confirmed: dateConfirmed, doubted: dateDoubted }
  return {
    next: first && {
      letter: first.letter.id,
      person: personOf(first.letter, letters),
      ...nextLetterOf(first),
    },
    also: alsoOf(ahead),
    doubt: clockDoubtOf({ today: clock.today(), now: clock.now() }, known),
  }
}

const personOf = (letter: Letter, letters: Letter[]): string | null =>
  personsOf(factsOf(letter), letters.map(factsOf))[0] ?? null
