import type { LetterId } from '../../shared/model/letter.ts'
import type { PageLayout } from '../../shared/model/page-layout.ts'
import type { Rotation } from '../../shared/model/page-layout-override.ts'
import type { Library } from '../storage/open-library.ts'
import type { FileRow } from '../storage/tables/files-table.ts'

export type LayoutTables = Pick<Library, 'scans' | 'files' | 'letters'>

/** The number of pages in all files; null if a file was never opened. */
export function pageCountOf(files: readonly Pick<FileRow, 'pageCount'>[]): number | null {
  let sum = 0
  for (const { pageCount } of files) {
    if (pageCount === null) return null
    sum += pageCount
  }
  return sum
}

/**
 * How the pages of a scan make up letters now: as a person laid them out, otherwise as they were read. Each
 * page appears once.
 */
export function layoutOf(library: LayoutTables, scanId: string): PageLayout {
  const { layoutOverride } = library.scans.get(scanId)
  if (layoutOverride?.letters)
    return { letters: layoutOverride.letters, excludedPages: layoutOverride.excludedPages }
  const count = pageCountOf(library.files.listOfScan(scanId)) ?? 0
  const free = new Set(Array.from({ length: count }, (_, at) => at + 1))
  const letters = library.letters.listOfScan(scanId).flatMap((row) => {
    const pages = row.pages.filter((page) => free.delete(page))
    return pages.length > 0 ? [{ pages, inThisOrder: false }] : []
  })
  const rest = [...free]
  if (letters.length === 0 && rest.length > 0)
    return { letters: [{ pages: rest, inThisOrder: false }], excludedPages: [] }
  return { letters, excludedPages: rest }
}

/** Clockwise degrees for each page. What a person said takes precedence over the reading. */
export function rotationsOf(library: Pick<Library, 'scans'>, scanId: string): (page: number) => Rotation {
  const { layoutOverride, rotations } = library.scans.get(scanId)
  const rotationOf = new Map(layoutOverride?.turns.map(({ page, rotation }) => [page, rotation]))
  return (page) => rotationOf.get(page) ?? rotations[page - 1] ?? 0
}

/**
 * Takes the pages of a letter out of all letters, so that reading again does not bring back a letter that a
 * person deleted. Part of the caller's transaction; a scan's only letter stays as it is.
 */
export function excludePagesOf(library: LayoutTables, id: LetterId): void {
  const row = library.letters.find(id)
  if (!row || row.pages.length === 0) return
  const { letters, excludedPages } = layoutOf(library, row.scanId)
  const left = letters.flatMap((letter) => {
    const pages = letter.pages.filter((page) => !row.pages.includes(page))
    return pages.length > 0 ? [{ ...letter, pages }] : []
  })
  if (left.length === 0) return
  const gone = letters.flatMap((letter) => letter.pages.filter((page) => row.pages.includes(page)))
  const turns = library.scans.get(row.scanId).layoutOverride?.turns ?? []
  library.scans.setLayoutOverride(row.scanId, {
    turns,
    letters: left,
    excludedPages: [...excludedPages, ...gone],
  })
}
