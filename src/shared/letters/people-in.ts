import { factsOf, type Letter } from '../model/letter.ts'
import { personsOf } from './persons.ts'

/** The letters of one person. */
export type PersonLetters = {
  /** As the letters print the name; `''`: they name nobody. */
  person: string
  /** What stands for the person in an address: a letter, and which of its people; any of these leads here. */
  addresses: [string, ...string[]]
  /** In the order in which they came. */
  letters: Letter[]
}

/**
 * The people whom letters name, in the order of their names, each with their letters. Letters that name nobody belong
 * to `''`, so that none is left out. A joint letter belongs to both. Letters in the trash belong to nobody.
 */
export function peopleIn(letters: readonly Letter[]): PersonLetters[] {
  const present = letters.filter(({ removed }) => !removed)
  const allFacts = present.map(factsOf)
  const byPerson = new Map<string, PersonLetters>()
  for (const letter of present) {
    const persons = personsOf(factsOf(letter), allFacts)
    for (const [nth, person] of (persons.length > 0 ? persons : ['']).entries()) {
      const [address, known] = [`${letter.id}-${nth}`, byPerson.get(person)]
      known?.addresses.push(address)
      known?.letters.push(letter)
      if (!known) byPerson.set(person, { person, addresses: [address], letters: [letter] })
    }
  }
  return [...byPerson.values()].sort((a, b) => a.person.localeCompare(b.person))
}
