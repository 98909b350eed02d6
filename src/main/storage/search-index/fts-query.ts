import { type SearchQuery, shortestTerm } from './search-query.ts'

/**
 * The query in the language of the index, which knows trigrams and not their positions: it returns
 * candidates, and whoever looks at the text decides. Each trigram is in quotation marks, so that nothing in
 * it is an operator.
 */
export const ftsQuery = ({ ways }: SearchQuery): string =>
  ways.map((terms) => `(${[...new Set(terms.flatMap(threes))].map(quoted).join(' AND ')})`).join(' OR ')

/** None for a term that is too short. */
function threes(term: string): string[] {
  const signs = [...term]
  return signs.slice(shortestTerm - 1).map((_, at) => signs.slice(at, at + shortestTerm).join(''))
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
