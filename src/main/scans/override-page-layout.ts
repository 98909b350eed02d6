import type { LetterId } from '../../shared/model/letter.ts'
import type { PageLayoutOverride } from '../../shared/model/page-layout-override.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type HistoryTables, recordHistory } from '../storage/record-history.ts'
import { type IndexTables, indexScan } from '../storage/search-index/index-letter.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import type { ReadingQueue } from './reading-queue.ts'
import { placeLetters } from './store-reading.ts'

/** What an arrangement of pages changes. */
export type ArrangeTables = HistoryTables & IndexTables & Pick<Library, 'scans' | 'write'>

type Needs = { library: ArrangeTables; queue: Pick<ReadingQueue, 'restart'>; changes: Notifier }

/**
 * Sets how the pages of a letter's scan are laid out, and has it read again. One letter remembers that, so
 * that it can be undone: this one, or the one that has its pages now. Returns that letter.
 *
 * @param undoes the step of this letter that is undone
 */
export function overridePageLayout(
  { library, changes, queue }: Needs,
  letter: LetterRow,
  layoutOverride: PageLayoutOverride | null,
  undoes: number | null = null,
): Result<{ id: LetterId }, WriteFailure> {
  const { scanId } = letter
  const before = library.scans.get(scanId).layoutOverride
  let home = letter.id
  const work = () => {
    library.scans.setLayoutOverride(scanId, layoutOverride)
    if (layoutOverride?.letters) placeLetters(library, scanId, layoutOverride.letters, true)
    library.scans.setWaiting(scanId)
    indexScan(library, scanId)
    if (undoes === null) home = homeOf(library, letter)
  }
  const arranged = () => ({
    id: home,
    change: { what: 'arranged', scanId, before, after: layoutOverride } as const,
  })
  const ids = () => library.letters.listOfScanWithSuperseded(scanId).map(({ id }) => id)
  const written = library.write(() => recordHistory(library, ids, work, { undoes, besides: arranged }))
  if (!written.ok) return written
  changes.changed()
  queue.restart([scanId])
  return ok({ id: home })
}

function homeOf(library: Pick<Library, 'letters'>, { id, scanId, pages }: LetterRow): LetterId {
  const shown = library.letters.listOfScan(scanId)
  const holder = shown.find((row) => row.pages.some((page) => pages.includes(page)))
  return (shown.find((row) => row.id === id) ?? holder)?.id ?? id
}
