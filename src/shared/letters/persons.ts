import type { LetterFacts } from '../model/letter.ts'

/** How a person without a name is told from others, wherever a name is kept. */
const nameless = 'number ending in '

/** The last digits that stand for a person without a name; null: it is a name. */
export const digitsOf = (person: string): string | null =>
  person.startsWith(nameless) ? person.slice(nameless.length) : null

type Named = Pick<LetterFacts, 'taxpayerName' | 'tinLast4'>

/**
 * The people a letter belongs to, by name as the IRS prints it: a joint letter (`JOHN & MARY DOE`, `JOHN DOE
 * AND MARY ROE`) belongs to two. A letter without a name belongs to the person that another letter with the
 * same last digits names. Empty if nothing identifies anyone.
 */
export function personsOf(facts: Named, others: Named[]): string[] {
  const own = namesOf(facts)
  if (own.length > 0) return own
  if (!facts.tinLast4) return []
  const same = others.find(({ tinLast4, taxpayerName }) => tinLast4 === facts.tinLast4 && taxpayerName)
  return same ? namesOf(same).slice(0, 1) : [`${nameless}${facts.tinLast4}`]
}

/** The two letters are about the same person: they share a name, or one without a name shares its last digits. */
export function areOfOneCase(a: Named, b: Named): boolean {
  const persons = personsOf(a, [b])
  return personsOf(b, [a]).some((person) => persons.includes(person))
}

const namesByFacts = new WeakMap<Named, string[]>()

/** The names in these facts, split once and cached: every screen over all letters asks for them. */
function namesOf(facts: Named): string[] {
  const known = namesByFacts.get(facts) ?? namesIn(facts.taxpayerName)
  namesByFacts.set(facts, known)
  return known
}

/** `JOHN & MARY DOE` -> `JOHN DOE`, `MARY DOE`. */
export function namesIn(printed: string | null): string[] {
  const names = (printed ?? '')
    .toUpperCase()
    .replaceAll('\n', ' & ')
    .split(/\s+&\s+|\s+AND\s+/)
    .map(plainName)
    .filter(Boolean)
  const last = names.at(-1)?.split(' ').at(-1)
  return [
    ...new Set(
      names.map((name) => (name.includes(' ') || !last || names.length === 1 ? name : `${name} ${last}`)),
    ),
  ]
}

/** Without punctuation and middle initials, which vary from letter to letter. */
const plainName = (name: string): string =>
  name
    .replace(/[^\p{L}\p{N}\s'-]/gu, '')
    .split(/\s+/)
    .filter((word, index, all) => index === 0 || index === all.length - 1 || word.length > 1)
    .join(' ')
    .trim()
