import { personsOf } from '../../../shared/letters/persons.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import type { LetterFilter } from '../../state/drafts.ts'

/** The people and the years that the letters are about, to choose from; the newest year first. */
export function filterChoices(letters: Letter[]): { persons: string[]; years: string[] } {
  const all = letters.map(factsOf)
  return {
    persons: [...new Set(all.flatMap((facts) => personsOf(facts, all)))].sort(),
    years: [...new Set(letters.flatMap(yearsOf))].sort().reverse(),
  }
}

/** The letters of one person and one year; a joint letter is a letter of both. */
export function filterLetters(letters: Letter[], { person, year }: LetterFilter): Letter[] {
  if (!person && !year) return letters
  const all = letters.map(factsOf)
  return letters.filter(
    (letter) =>
      (!person || personsOf(factsOf(letter), all).includes(person)) &&
      (!year || yearsOf(letter).includes(year)),
  )
}

const yearsOf = (letter: Letter): string[] => factsOf(letter).taxPeriods.map((period) => period.slice(0, 4))
