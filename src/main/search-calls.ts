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
const mostHits = 30
/** Several pages of one letter are one row, so that more pages than rows are looked at. */
const mostPages = 120

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
      const pages = library.pageTexts.search(query, mostPages)
      const hits = hitsFrom(library, query, pages)
      const shown = [...hits].sort((a, b) => Number(a.removed) - Number(b.removed)).slice(0, mostHits)
      const more = hits.length > mostHits || pages.length === mostPages
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

type Pages = readonly { scanId: string; page: number }[]

/** One hit a letter: its first page that fits, else what is known of it beside its pages. */
function hitsFrom(library: Library, query: SearchQuery, pages: Pages): SearchHit[] {
  const hits = new Map<LetterId, SearchHit>()
  const letters = new Map<string, LetterRow[]>()
  for (const { scanId, page } of pages) {
    if (!letters.has(scanId)) letters.set(scanId, library.letters.listOfScan(scanId))
    const letter = letters.get(scanId)?.find((each) => each.pages.includes(page))
    if (!letter) continue
    const known = hits.get(letter.id)
    if (known?.page && letter.pages.indexOf(known.page) < letter.pages.indexOf(page)) continue
    const found = findOnPage(library, query, scanId, page)
    if (found) hits.set(letter.id, { id: letter.id, page, ...found, removed: letter.removedAt !== null })
  }
  for (const id of library.letterTexts.search(query, mostHits)) {
    const letter = hits.has(id) ? undefined : library.letters.find(id)
    const found = letter && findInKnown(library, query, id)
    if (found)
      hits.set(id, { id, page: null, boxes: [], snippet: found.snippet, removed: letter.removedAt !== null })
  }
  return [...hits.values()]
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
