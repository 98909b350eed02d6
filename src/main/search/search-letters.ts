import type { SearchHit } from '../../shared/contract/search.ts'
import type { Box, LetterId } from '../../shared/model/letter.ts'
import { foldedText } from '../../shared/text/fold.ts'
import type { Library } from '../storage/open-library.ts'
import { linesOfLetter, type SearchedTables } from '../storage/search-index/index-letter.ts'
import type { SearchQuery } from '../storage/search-index/search-query.ts'
import type { LetterPlace, LetterRow } from '../storage/tables/letters-table.ts'
import { type Found, findInLines, mayHold } from './find-in-lines.ts'

/** What the index suggests, and the texts that decide. */
export type SearchTables = SearchedTables & Pick<Library, 'pageTexts' | 'letterTexts'>

/** Rows on a screen; whoever needs more types another word. */
const mostHits = 20
/** The number of index rows to look at. Some of them are pages that do not match, and several can be from one letter. */
const mostRows = 600

/** Full-text search: the index suggests candidates, and the text of the pages decides. Removed letters come last. */
export function searchLetters(
  library: SearchTables,
  query: SearchQuery,
): { hits: SearchHit[]; more: boolean } {
  const { hits, more } = hitsFrom(library, query)
  return { hits: hits.sort((a, b) => Number(a.removed) - Number(b.removed)), more }
}

/** Every place in one letter where the words appear, page by page, in the letter's order. */
export const findInLetter = (
  library: Pick<Library, 'pageTexts'>,
  { scanId, pages }: LetterRow,
  query: SearchQuery,
): { page: number; boxes: Box[] }[] =>
  pages.flatMap((page) => {
    const found = findOnPage(library, query, scanId, page)
    return found ? [{ page, boxes: found.boxes }] : []
  })

/** One hit per letter: its first page that matches, or else what is known about it besides its pages. */
function hitsFrom(library: SearchTables, query: SearchQuery): { hits: SearchHit[]; more: boolean } {
  const hits = new Map<LetterId, SearchHit>()
  const enough = () => ({ hits: [...hits.values()], more: true })
  const rows = { left: mostRows }
  for (const { scanId, pages } of scansFrom(library, query, rows))
    for (const letter of library.letters.placesOfScan(scanId)) {
      if (hits.size === mostHits) return enough()
      const hit = hits.has(letter.id) ? null : firstHit(library, query, scanId, letter, pages)
      if (hit) hits.set(letter.id, hit)
    }
  let known = 0
  for (const id of library.letterTexts.search(query, mostRows)) {
    known += 1
    if (hits.size === mostHits) return enough()
    const letter = hits.has(id) ? undefined : library.letters.find(id)
    const found = letter && findInKnown(library, query, id)
    if (found)
      hits.set(id, { id, page: null, boxes: [], snippet: found.snippet, removed: letter.removedAt !== null })
  }
  return { hits: [...hits.values()], more: rows.left === 0 || known === mostRows }
}

type CandidateScan = { scanId: string; pages: Set<number> | null }

/**
 * Scans with those of their pages that may match (null: every page may), newest first, taken from the index only
 * as far as they are asked for.
 */
function* scansFrom(
  library: Pick<Library, 'pageTexts'>,
  query: SearchQuery,
  rows: { left: number },
): Generator<CandidateScan> {
  const seen = new Set<string>()
  let scan: CandidateScan | undefined
  for (const { scanId, page } of library.pageTexts.search(query, mostRows)) {
    rows.left -= 1
    if (scan?.scanId === scanId) scan.pages?.add(page)
    else if (!seen.has(scanId)) {
      if (scan) yield scan
      seen.add(scanId)
      // Its other pages come later, and one of them may be the first that matches.
      scan = { scanId, pages: library.pageTexts.isScattered(scanId) ? null : new Set([page]) }
    }
  }
  if (scan) yield scan
}

function firstHit(
  library: Pick<Library, 'pageTexts'>,
  query: SearchQuery,
  scanId: string,
  { id, pages, removed }: LetterPlace,
  mayFit: ReadonlySet<number> | null,
): SearchHit | null {
  for (const page of pages.filter((each) => mayFit?.has(each) ?? true)) {
    const found = findOnPage(library, query, scanId, page)
    if (found) return { id, page, ...found, removed }
  }
  return null
}

function findOnPage(
  library: Pick<Library, 'pageTexts'>,
  query: SearchQuery,
  scanId: string,
  page: number,
): Found | null {
  const text = library.pageTexts.find(scanId, page, (texts) => mayHold(query, foldedText(texts)))
  return text ? findInLines(query, text.lines) : null
}

const findInKnown = (library: SearchedTables, query: SearchQuery, id: LetterId): Found | null =>
  findInLines(
    query,
    linesOfLetter(library, id).map((text) => ({ text, box: [0, 0, 1, 1] })),
  )
