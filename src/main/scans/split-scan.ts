import { randomUUID } from 'node:crypto'
import { noAnswers } from '../../shared/model/appeal.ts'
import { LetterId } from '../../shared/model/letter.ts'
import type { PageLayoutOverride } from '../../shared/model/page-layout-override.ts'
import type { Library } from '../storage/open-library.ts'
import { type IndexTables, indexScan } from '../storage/search-index/index-letter.ts'
import type { FileRow } from '../storage/tables/files-table.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { pageCountOf } from './scan-layout.ts'

export type SplitTables = IndexTables & Pick<Library, 'scans' | 'pageTexts'>

type Piece = { file: FileRow; scanId: string; from: number; to: number }

/**
 * Makes each file of a scan a scan of its own again, inside the caller's transaction; the first file keeps
 * the scan. A letter goes with its first page and is read again; a superseded one comes back with its file.
 */
export function splitScan(library: SplitTables, scanId: string): void {
  const { layoutOverride, rotations, keptAt } = library.scans.get(scanId)
  const rows = library.letters.listOfScanWithSuperseded(scanId)
  for (const piece of piecesOf(library, scanId)) {
    if (piece.scanId !== scanId) {
      library.scans.insert({ id: piece.scanId, keptAt })
      library.files.place(piece.file.id, piece.scanId, 0)
      library.pageTexts.move(scanId, [piece.from, piece.to], piece.scanId, 1 - piece.from)
    }
    library.scans.setRotations(piece.scanId, rotations.slice(piece.from - 1, piece.to))
    library.scans.setLayoutOverride(piece.scanId, layoutOverrideOf(layoutOverride, piece))
    library.scans.setWaiting(piece.scanId)
    moveLetters(library, rows, piece)
    indexScan(library, piece.scanId)
  }
}

function piecesOf(library: Pick<Library, 'files'>, scanId: string): Piece[] {
  let before = 0
  return library.files.listOfScan(scanId).map((file, at) => {
    const from = before + 1
    before += pageCountOf([file]) ?? 0
    return { file, scanId: at === 0 ? scanId : randomUUID(), from, to: before }
  })
}

const pagesIn = (pages: readonly number[], { from, to }: Piece): number[] =>
  pages.filter((page) => page >= from && page <= to).map((page) => page - from + 1)

function moveLetters(library: Pick<Library, 'letters'>, rows: readonly LetterRow[], piece: Piece): void {
  const own = rows.filter(({ pages: [first = 1] }) => first >= piece.from && first <= piece.to)
  const shown = own.filter((row) => !row.superseded)
  for (const row of own) {
    library.letters.clearReading(row.id, pagesIn(row.pages, piece))
    library.letters.setPlace(row.id, piece.scanId, 0)
    if (shown.length === 0) library.letters.setSuperseded(row.id, false)
  }
  if (own.length > 0) return
  const id = LetterId.parse(randomUUID())
  library.letters.insert({ id, scanId: piece.scanId, pages: [], reading: null, answers: noAnswers }, 0)
}

/** What a person said about the pages of one file; splits inside it stay. */
function layoutOverrideOf(
  layoutOverride: PageLayoutOverride | null,
  piece: Piece,
): PageLayoutOverride | null {
  if (!layoutOverride) return null
  const turns = layoutOverride.turns.flatMap(({ page, rotation }) =>
    pagesIn([page], piece).map((own) => ({ page: own, rotation })),
  )
  const letters = (layoutOverride.letters ?? []).flatMap((letter) => {
    const pages = pagesIn(letter.pages, piece)
    return pages.length > 0 ? [{ ...letter, pages }] : []
  })
  const excludedPages = pagesIn(layoutOverride.excludedPages, piece)
  if (letters.length + excludedPages.length > 1 && letters.length > 0)
    return { turns, letters, excludedPages }
  return turns.length > 0 ? { turns, letters: null, excludedPages: [] } : null
}
