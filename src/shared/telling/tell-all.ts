import { lasting } from '../deadlines/near-day.ts'
import type { Law } from '../law/law.ts'
import { replacedLetters } from '../letters/letters-together.ts'
import type { Day } from '../model/day.ts'
import type { Letter, LetterId } from '../model/letter.ts'
import { tell } from './tell.ts'
import type { Telling } from './telling.ts'

type Known = { law: Law; today: Day; isReplaced: boolean; telling: Telling }
const knownByLetter = new WeakMap<Letter, Known>()

/**
 * The telling of one letter beside the others, cached for a letter object, these rules, and this day. A changed
 * letter is a new object.
 */
export function tellOne(law: Law, letter: Letter, today: Day, isReplaced: boolean): Telling {
  const known = knownByLetter.get(letter)
  if (known && known.law === law && known.today === today && known.isReplaced === isReplaced)
    return known.telling
  const telling = tell(law, letter, today, { isReplaced })
  knownByLetter.set(letter, { law, today, isReplaced, telling })
  return telling
}

/** One letter on one day, with all that decides what is said of it. */
export type ToldCase = { law: Law; letter: Letter; today: Day; telling: Telling }

/**
 * What every screen, paper, and command about one letter is made from: the letter with its events and special
 * situations as it is now, and the letters beside it.
 */
export function caseAmong(law: Law, letters: readonly Letter[], letter: Letter, today: Day): ToldCase {
  const isReplaced = !letter.removed && replacedAmong(law, letters).has(letter.id)
  return { law, letter, today, telling: tellOne(law, letter, today, isReplaced) }
}

/** The same for what is printed, which is read on other days: no `tomorrow` beside a date. */
export function caseOnPaper(...known: Parameters<typeof caseAmong>): ToldCase {
  const told = caseAmong(...known)
  return { ...told, telling: lasting(told.telling) }
}

/** Only confirmed letters that are not in the trash replace each other. */
const replacedAmong = (law: Law, letters: readonly Letter[]): Set<LetterId> =>
  replacedLetters(
    law,
    letters.filter(({ removed, confirmed }) => !removed && confirmed !== null),
  )

/** The tellings of all letters that are not in the trash. */
export function tellAll(law: Law, letters: readonly Letter[], today: Day): Map<LetterId, Telling> {
  const present = letters.filter(({ removed }) => !removed)
  const replaced = replacedAmong(law, present)
  return new Map(present.map((letter) => [letter.id, tellOne(law, letter, today, replaced.has(letter.id))]))
}
