import type { Api, SearchHit } from '../shared/contract.ts'
import type { LetterId } from '../shared/model/letter.ts'
import { err, ok } from '../shared/model/result.ts'
import { type Found, findInLines } from '../shared/search/find-in-lines.ts'
import { type SearchQuery, searchQueryFrom } from '../shared/search/search-query.ts'
import { linesOfLetter } from './library/index-letter.ts'
import type { LetterRow } from './library/letters-table.ts'
import type { Library } from './library/open-library.ts'
import type { Parts } from './parts.ts'

/** Rows on a screen; who needs more types another word. */
const mostHits = 20
/** So many rows of the index are looked at; it gives some pages that do not fit, and several of one letter. */
const mostRows = 600

/** Full-text search: the index gives what may fit, the pages themselves decide and say where. */
export function createSearchCalls({
  library,
  searchable,
}: Parts): Pick<Api, 'letters:search' | 'letter:find'> {
  return {
    'letters:search': async ({ text }) => {
      const query = searchQueryFrom(text)
      const waiting = searchable.waiting()
      if (query.ways.length === 0) return { tooShort: true, hits: [], more: false, waiting }
      const { hits, more } = hitsFrom(library, query)
      const shown = [...hits].sort((a, b) => Number(a.removed) - Number(b.removed))
      return { tooShort: false, hits: shown, more, waiting }
    },
    'letter:find': async ({ id, text }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const query = searchQueryFrom(text)
      const places = letter.pages.flatMap((page) => {
        const found = findOnPage(library, query, letter.scanId, page)
        return found ? [{ page, boxes: found.boxes }] : []
      })
      return ok({ places })
    },
  }
}

/** One hit a letter: its first page that fits, else what is known of it beside its pages. */
function hitsFrom(library: Library, query: SearchQuery): { hits: SearchHit[]; more: boolean } {
  const hits = new Map<LetterId, SearchHit>()
  const pages = library.pageTexts.search(query, mostRows)
  for (const scanId of new Set(pages.map((page) => page.scanId))) {
    const own = pages.filter((each) => each.scanId === scanId).map(({ page }) => page)
    for (const letter of library.letters.listOfScan(scanId)) {
      if (hits.size === mostHits) return { hits: [...hits.values()], more: true }
      const hit = firstHit(library, query, letter, own)
      if (hit) hits.set(letter.id, hit)
    }
  }
  const known = library.letterTexts.search(query, mostRows)
  for (const id of known) {
    if (hits.size === mostHits) return { hits: [...hits.values()], more: true }
    const letter = hits.has(id) ? undefined : library.letters.find(id)
    const found = letter && findInKnown(library, query, id)
    if (found)
      hits.set(id, { id, page: null, boxes: [], snippet: found.snippet, removed: letter.removedAt !== null })
  }
  return { hits: [...hits.values()], more: pages.length === mostRows || known.length === mostRows }
}

function firstHit(
  library: Library,
  query: SearchQuery,
  letter: LetterRow,
  pages: number[],
): SearchHit | null {
  for (const page of letter.pages.filter((each) => pages.includes(each))) {
    const found = findOnPage(library, query, letter.scanId, page)
    if (found) return { id: letter.id, page, ...found, removed: letter.removedAt !== null }
  }
  return null
}

function findOnPage(library: Library, query: SearchQuery, scanId: string, page: number): Found | null {
  const text = library.pageTexts.find(scanId, page)
  return text ? findInLines(query, text.lines) : null
}

const findInKnown = (library: Library, query: SearchQuery, id: LetterId): Found | null =>
  findInLines(
    query,
    linesOfLetter(library, id).map((text) => ({ text, box: [0, 0, 1, 1] })),
  )
