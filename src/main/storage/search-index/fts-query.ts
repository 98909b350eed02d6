import { type SearchQuery, shortestTerm } from './search-query.ts'

/**
 * The query in the language of the index, which knows trigrams and not their positions: it returns
 * candidates, and whoever looks at the text decides. Each trigram is in quotation marks, so that nothing in
 * it is an operator.
 */
export const ftsQuery = ({ ways }: SearchQuery): string =>
  ways.map((terms) => `(${[...new Set(terms.flatMap(trigrams))].map(quoted).join(' AND ')})`).join(' OR ')

/** None for a term that is too short. */
function trigrams(term: string): string[] {
  const characters = [...term]
  return characters.slice(shortestTerm - 1).map((_, at) => characters.slice(at, at + shortestTerm).join(''))
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
