import type { Letter, LetterId } from '../../../../shared/model/letter.ts'

/** A letter that seems to hold pages that another one lacks. */
type PagesElsewhere = { id: LetterId; pages: number[] }

/**
 * Other letters that may contain the missing pages: same printed page count, at least one missing page, and matching
 * notice, date or taxpayer with no contradiction.
 */
export function missingElsewhere(letter: Letter, letters: readonly Letter[]): PagesElsewhere[] {
  const own = letter.reading?.structure
  if (!own || own.printedCount === null || own.missingPages.length === 0) return []
  return letters.flatMap((other) => {
    const structure = other.reading?.structure
    if (other.id === letter.id || other.removed || !structure) return []
    // The person has just split them, so do not suggest merging them again.
    const byPerson = [...own.cutBecause, ...structure.cutBecause].includes('person')
    if (byPerson && isOfOneScan(letter, other)) return []
    if (structure.printedCount !== own.printedCount || !mayBeOne(letter, other)) return []
    const pages = own.missingPages.filter((page) => structure.printedPages.includes(page))
    // Two whole letters of one kind hold the same pages; a part of this one holds only what it lacks.
    const doubled = structure.printedPages.some((page) => page !== null && own.printedPages.includes(page))
    return pages.length > 0 && !doubled ? [{ id: other.id, pages }] : []
  })
}

/** A letter does not say which scan it is in; the name and the instant of keeping do. */
const isOfOneScan = (letter: Letter, other: Letter) =>
  letter.fileName === other.fileName && letter.keptAt === other.keptAt

const shared = ['noticeCode', 'noticeDate', 'tinLast4'] as const

function mayBeOne(letter: Letter, other: Letter): boolean {
  const pairs = shared.flatMap((name) => {
    const [one, two] = [letter.reading?.facts[name], other.reading?.facts[name]]
    return one && two ? [one === two] : []
  })
  return pairs.length > 0 && pairs.every(Boolean)
}
