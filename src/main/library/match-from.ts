import { type SearchQuery, shortestTerm } from '../../shared/search/search-query.ts'

/**
 * The query in the language of the index, each term in quotation marks so that nothing in it is an operator. Terms that
 * are too short for the index are left to whoever looks at what it found.
 */
export const matchFrom = ({ ways }: SearchQuery): string =>
  ways
    .map((terms) => {
      const long = terms.filter((term) => [...term].length >= shortestTerm)
      return `(${long.map((term) => `"${term.replaceAll('"', '""')}"`).join(' AND ')})`
    })
    .join(' OR ')
