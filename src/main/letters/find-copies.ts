import {
  type Compared,
  type Copy,
  compareLetters,
  factsToCompare,
} from '../../shared/letters/compare-letters.ts'
import { factsOf, type LetterId } from '../../shared/model/letter.ts'
import type { Library } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'

/** Letters that look like this one but came in another scan. Nothing is merged; the person decides. */
export function findCopies(
  library: Pick<Library, 'letters' | 'pageTexts'>,
  letter: LetterRow,
): ({ id: LetterId } & Copy)[] {
  const { noticeCode, noticeDate } = factsOf(letter)
  if (!noticeCode || !noticeDate) return []
  const own = comparedFrom(library, letter)
  return library.letters
    .listOfNotice(noticeCode, noticeDate)
    .filter((other) => other.id !== letter.id && other.removedAt === null)
    .flatMap((other) => {
      const copy = compareLetters(own, comparedFrom(library, other))
      return copy ? [{ id: other.id, ...copy }] : []
    })
}

function comparedFrom(library: Pick<Library, 'pageTexts'>, letter: LetterRow): Compared {
  const pages = letter.pages.map((page) => library.pageTexts.find(letter.scanId, page))
  const lines = pages.flatMap((page) => page?.lines.map(({ text }) => text) ?? [])
  return { facts: factsToCompare(letter), lines: pages.includes(undefined) ? null : lines }
}
