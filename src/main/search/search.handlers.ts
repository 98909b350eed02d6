import type { Api } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import { searchQueryFrom } from '../storage/search-index/search-query.ts'
import type { SearchBackfill } from './search-backfill.ts'
import { findInLetter, type SearchTables, searchLetters } from './search-letters.ts'

type Needs = { library: SearchTables; backfill: Pick<SearchBackfill, 'waiting'> }

/** Full-text search over all letters, and the places of the words within one letter. */
export function createSearchHandlers({
  library,
  backfill,
}: Needs): Pick<Api, 'letters:search' | 'letter:find'> {
  return {
    'letters:search': async ({ text }) => {
      const query = searchQueryFrom(text)
      const waiting = backfill.waiting()
      if (query.ways.length === 0) return { tooShort: true, hits: [], more: false, waiting }
      return { tooShort: false, ...searchLetters(library, query), waiting }
    },
    'letter:find': async ({ id, text }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      return ok({ places: findInLetter(library, letter, searchQueryFrom(text)) })
    },
  }
}
