import { areOfOneCase } from '../../shared/letters/persons.ts'
import { factsOf, type Letter, type LetterId } from '../../shared/model/letter.ts'
import { type Special, situations, splitSpecial } from '../../shared/model/special.ts'
import type { Library } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'

type SpecialOfLetter = Pick<Letter, 'special' | 'specialBefore'>

/**
 * What was said about special situations, for any number of letters. What is true of one letter lies with it. The
 * answers about the person lie with one letter of the case; two cases that became one, because a name was corrected, may
 * have two such letters, and then a yes goes before a no.
 */
export function specialFor(library: Pick<Library, 'letters'>): (letter: LetterRow) => SpecialOfLetter {
  const homes = library.letters.listWithSpecial()
  return (letter) => {
    const own = homes.filter((home) => isOfCase(home, letter)).flatMap(({ answers }) => answers.special ?? [])
    const { ofCase, ofLetter: before } = splitSpecial(own.reduce(together, {}))
    const here = letter.answers.specialHere ?? {}
    const asked = Object.fromEntries(situations.flatMap((each) => (here[each] ? [] : pick(before, each))))
    return {
      ...unlessEmpty('special', { ...ofCase, ...splitSpecial(here).ofLetter }),
      ...unlessEmpty('specialBefore', asked),
    }
  }
}

const pick = (special: Special, situation: (typeof situations)[number]) => {
  const answer = special[situation]
  return answer ? [[situation, answer] as const] : []
}

const unlessEmpty = <Name extends keyof SpecialOfLetter>(name: Name, special: Special): SpecialOfLetter =>
  Object.keys(special).length > 0 ? { [name]: special } : {}

export const isOfCase = (home: LetterRow, letter: LetterRow): boolean =>
  home.id === letter.id || areOfOneCase(factsOf(home), factsOf(letter))

/** The answers of two letters of one case: a yes goes before a no. */
export const together = (first: Special, second: Special): Special =>
  Object.fromEntries(
    situations.flatMap((each) => {
      const both = [first[each], second[each]].filter((answer) => answer !== undefined)
      const answer = both.find(({ says }) => says === 'yes') ?? both[0]
      return answer ? [[each, answer]] : []
    }),
  )

/** All letters of the case, so that the screens show them anew after its answers changed. */
export function lettersOfCase(library: Pick<Library, 'letters'>, letter: LetterRow): LetterId[] {
  return library.letters
    .list()
    .filter((each) => isOfCase(letter, each))
    .map(({ id }) => id)
}

/**
 * Before letters are deleted for good: what they hold for their case moves to another letter of it, so that nobody is
 * asked again. What was said about the letter alone goes with it. Inside the caller's transaction.
 */
export function handSpecialOn(library: Pick<Library, 'letters'>, leaving: readonly LetterId[]): void {
  const homes = library.letters.listWithSpecial()
  for (const home of homes.filter(({ id }) => leaving.includes(id))) {
    const others = library.letters
      .list()
      .filter((each) => !leaving.includes(each.id) && each.id !== home.id && isOfCase(home, each))
    const heir = others.find(({ removedAt }) => removedAt === null) ?? others[0]
    const { special } = home.answers
    if (!heir || !special) continue
    const own = heir.answers.special
    library.letters.setAnswers(heir.id, { ...heir.answers, special: own ? together(own, special) : special })
  }
}
