import { fold } from '../../../shared/text/fold.ts'

/**
 * What a person is looking for. A text matches if it contains all terms of one of the `ways`, in any order;
 * `cp 504` has two ways, `cp504` and `cp` with `504`. No way at all: too little was typed.
 */
export type SearchQuery = { ways: readonly (readonly string[])[] }

/** The index stores trigrams: a term needs at least three characters to be found by it. */
export const shortestTerm = 3
const mostTerms = 12

/** Words are terms; words in quotation marks are one term. */
export function searchQueryFrom(typed: string): SearchQuery {
  const ways = [true, false].map((joined) => termsOf(fold(typed.replaceAll(/[“”]/g, '"'), joined).text))
  const usable = ways.filter((terms) => terms.some((term) => [...term].length >= shortestTerm))
  return { ways: usable.filter((terms, index) => index === 0 || terms.join(' ') !== usable[0]?.join(' ')) }
}

function termsOf(text: string): string[] {
  const terms = [...text.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([all, quoted]) =>
    (quoted ?? all).replaceAll(/\s+/g, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  )
  return [...new Set(terms.filter(Boolean))].slice(0, mostTerms)
}
