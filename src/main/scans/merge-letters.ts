import type { LetterId } from '../../shared/model/letter.ts'
import type { LetterPagesOverride, PageLayoutOverride } from '../../shared/model/page-layout-override.ts'
import type { Library } from '../storage/open-library.ts'
import { type IndexTables, indexScan } from '../storage/search-index/index-letter.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { type LayoutTables, layoutOf, pageCountOf, rotationsOf } from './scan-layout.ts'
import { placeLetters } from './store-reading.ts'

export type MergeTables = LayoutTables & IndexTables & Pick<Library, 'pageTexts'>

/**
 * Merges several letters into one, inside the caller's transaction. Their scans become one scan of all files,
 * in the order of the letters; other letters of these scans stay letters. Pages follow the numbers printed on
 * them. The page counts of all files must be known. Returns the scan that has them all now.
 */
export function mergeLetters(library: MergeTables, ids: readonly LetterId[]): string {
  const rows = ids.map((id) => getLetter(library, id))
  const scanIds = [...new Set(rows.map((row) => row.scanId))]
  const [scanId = '', ...others] = scanIds
  const parts = scanIds.map((each) => partOf(library, each))
  const starts = startsOf(parts)
  const merged = new Set(
    rows.flatMap((row) => {
      const start = starts[scanIds.indexOf(row.scanId)] ?? 0
      return pagesOf(library, row).map((page) => page + start)
    }),
  )
  const layoutOverride = mergedLayout(parts, starts, merged)
  const rotations = parts.flatMap((part) => part.rotations)
  others.forEach((other, at) => {
    moveScan(library, other, scanId, starts[at + 1] ?? 0)
  })
  library.scans.setRotations(scanId, rotations)
  library.scans.setLayoutOverride(scanId, layoutOverride)
  placeLetters(library, scanId, layoutOverride.letters ?? [], true)
  library.scans.setWaiting(scanId)
  indexScan(library, scanId)
  return scanId
}

function getLetter(library: Pick<Library, 'letters'>, id: LetterId): LetterRow {
  const row = library.letters.find(id)
  if (!row) throw new Error('library: no such letter')
  return row
}

type Part = ReturnType<typeof partOf>
function partOf(library: LayoutTables, scanId: string) {
  const count = getPageCount(library, scanId)
  const rotation = rotationsOf(library, scanId)
  return {
    count,
    layout: layoutOf(library, scanId),
    turns: library.scans.get(scanId).layoutOverride?.turns ?? [],
    rotations: Array.from({ length: count }, (_, at) => rotation(at + 1)),
  }
}

function getPageCount(library: Pick<Library, 'files'>, scanId: string): number {
  const count = pageCountOf(library.files.listOfScan(scanId))
  if (count === null) throw new Error('library: a scan whose pages were not counted')
  return count
}

/** The number of pages before each part. */
function startsOf(parts: readonly Part[]): number[] {
  let before = 0
  return parts.map(({ count }) => {
    const start = before
    before += count
    return start
  })
}

function mergedLayout(
  parts: readonly Part[],
  starts: readonly number[],
  merged: ReadonlySet<number>,
): PageLayoutOverride {
  const letters: LetterPagesOverride[] = []
  let home: LetterPagesOverride | null = null
  parts.forEach(({ layout }, at) => {
    const shift = (page: number) => page + (starts[at] ?? 0)
    for (const letter of layout.letters) {
      const pages = letter.pages.map(shift)
      if (!pages.some((page) => merged.has(page))) letters.push({ ...letter, pages })
      else if (home) home.pages.push(...pages)
      else {
        home = { pages, inThisOrder: false }
        letters.push(home)
      }
    }
  })
  const own = new Set(letters.flatMap((letter) => letter.pages))
  return {
    letters,
    excludedPages: parts
      .flatMap(({ layout }, at) => layout.excludedPages.map((page) => page + (starts[at] ?? 0)))
      .filter((page) => !own.has(page)),
    turns: parts.flatMap(({ turns }, at) =>
      turns.map(({ page, rotation }) => ({ page: page + (starts[at] ?? 0), rotation })),
    ),
  }
}

function moveScan(library: MergeTables, from: string, to: string, start: number): void {
  for (const row of library.letters.listOfScanWithSuperseded(from)) {
    const pages = pagesOf(library, row).map((page) => page + start)
    library.letters.setPages(row.id, pages)
    library.letters.setPlace(row.id, to, 0)
  }
  library.pageTexts.move(from, [1, getPageCount(library, from)], to, start)
  const before = library.files.listOfScan(to).length
  library.files.listOfScan(from).forEach((file, at) => {
    library.files.place(file.id, to, before + at)
  })
  library.scans.remove(from)
}

/** A letter that has not been read yet is its whole scan. */
const pagesOf = (library: Pick<Library, 'files'>, { pages, scanId }: LetterRow): number[] =>
  pages.length > 0 ? pages : Array.from({ length: getPageCount(library, scanId) }, (_, at) => at + 1)
