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
  const words = typed.replaceAll(/[“”]/g, '"')
  const ways = [true, false].map((joined) => termsOf(fold(words, joined).text))
  if (indexedOtherwise.test(words)) ways.push(termsOf(asOnceIndexed(words)))
  const usable = ways.filter((terms) => terms.some((term) => [...term].length >= shortestTerm))
  const all = usable.map((terms) => terms.join(' '))
  return { ways: usable.filter((_, at) => all.indexOf(all[at] ?? '') === at) }
}

/** Earlier versions indexed ß and its kin as they are, and codes with their hyphens. */
const indexedOtherwise = /[ßłøđðþæœıħ]|\d[a-z]{0,8}-[a-z]{1,8}\d/i
const asOnceIndexed = (words: string): string => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

function termsOf(text: string): string[] {
  const terms = [...text.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([all, quoted]) =>
    (quoted ?? all).replaceAll(/\s+/g, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  )
  return [...new Set(terms.filter(Boolean))].slice(0, mostTerms)
}
