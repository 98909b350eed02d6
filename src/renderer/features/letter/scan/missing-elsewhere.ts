import type { Letter, LetterId } from '../../../../shared/model/letter.ts'

/** A letter that seems to hold pages that another one lacks. */
export type PagesElsewhere = { id: LetterId; pages: number[] }

/**
 * Where in the library the missing pages of a letter may be: in a letter of the same printed length that has one of them
 * and agrees in notice, date or taxpayer, and contradicts in none.
 */
export function missingElsewhere(letter: Letter, letters: readonly Letter[]): PagesElsewhere[] {
  const own = letter.reading?.structure
  if (!own || own.printedCount === null || own.missingPages.length === 0) return []
  return letters.flatMap((other) => {
    const structure = other.reading?.structure
    if (other.id === letter.id || other.removed || !structure) return []
    // A person parted them; to ask at once whether they belong together would be rude.
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
