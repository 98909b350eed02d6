import type { Api } from '../../shared/contract/contract.ts'
import { type Compared, compareLetters } from '../../shared/letters/compare-letters.ts'
import { factsOf } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import type { Library } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'

/** Letters that look like this one in another scan. Nothing is merged; the person decides. */
export function createCopiesHandlers({ library }: SessionContext): Pick<Api, 'letter:copies'> {
  return {
    'letter:copies': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const { noticeCode, noticeDate } = factsOf(letter)
      if (!noticeCode || !noticeDate) return ok({ copies: [] })
      const own = comparedFrom(library, letter)
      const copies = library.letters
        .listOfNotice(noticeCode, noticeDate)
        .filter((other) => other.id !== id && other.removedAt === null)
        .flatMap((other) => {
          const copy = compareLetters(own, comparedFrom(library, other))
          return copy ? [{ id: other.id, ...copy }] : []
        })
      return ok({ copies })
    },
  }
}

function comparedFrom(library: Library, letter: LetterRow): Compared {
  const pages = letter.pages.map((page) => library.pageTexts.find(letter.scanId, page))
  const lines = pages.flatMap((page) => page?.lines.map(({ text }) => text) ?? [])
  return { facts: factsOf(letter), lines: pages.includes(undefined) ? null : lines }
}
