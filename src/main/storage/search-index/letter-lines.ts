import {
  type FactName,
  factLines,
  factNames,
  factTable,
  isOfKind,
  type LetterFacts,
} from '../../../shared/model/facts.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'

/**
 * What is known about a letter besides the text of its pages, as lines to search in. The full taxpayer number is left out on
 * purpose.
 */
export function letterLines(
  letter: Pick<Letter, 'confirmed' | 'reading' | 'fileName' | 'events' | 'exhibits' | 'mailings' | 'answers'>,
): string[] {
  const facts = factsOf(letter)
  const { name, representativeName, whyWrong, harm, fix } = letter.answers
  return [
    ...factLines.map((line) => textOfLine(facts, line)),
    letter.fileName,
    ...letter.events.map(({ note }) => note),
    ...letter.exhibits.map(({ title }) => title),
    ...letter.mailings.map(({ what, to, number }) => [what, to, number].filter(Boolean).join(' ')),
    ...[name, representativeName, whyWrong, harm, fix],
  ].filter((line) => line.trim() !== '')
}

const textOfLine = (facts: LetterFacts, line: (typeof factLines)[number]): string =>
  factNames
    .filter((name) => factTable[name].search === line)
    .flatMap((name) => textOf(facts, name))
    .join(' ')

function textOf(facts: LetterFacts, name: FactName): string[] {
  const value = facts[name]
  if (value === null) return []
  if (Array.isArray(value)) return value
  if (isOfKind(name, 'day')) return [dayInWords(value)]
  return [value.replaceAll('\n', ', ')]
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** As letters print it and as lists do: `January 30, 2026 (2026-01-30)`. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${months[(month ?? 1) - 1]} ${date}, ${year} (${day})`
}
