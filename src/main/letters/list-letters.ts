import type { Letter, LetterId, ReadingStatus } from '../../shared/model/letter.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Library } from '../storage/open-library.ts'
import type { FileRow } from '../storage/tables/files-table.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import type { ScanRow } from '../storage/tables/scans-table.ts'
import { specialFor } from './special-answers.ts'

/** Where a listed letter comes from: the library, and the queue for how far its reading has come. */
export type LetterSources = {
  library: Pick<Library, 'scans' | 'files' | 'letters' | 'events' | 'exhibits' | 'mailings'>
  queue: { statusOf(scanId: string): ReadingStatus }
}

/** All letters as the contract shows them, newest scan first. */
export function listLetters({ library, queue }: LetterSources): Letter[] {
  const scans = new Map(library.scans.list().map((scan) => [scan.id, scan]))
  const files = library.files.list()
  const said = {
    events: library.events.list(),
    exhibits: library.exhibits.list(),
    mailings: library.mailings.list(),
  }
  const special = specialFor(library)
  return library.letters
    .list()
    .map((row) => ({ row, scan: getScan(scans, row.scanId) }))
    .sort((a, b) => b.scan.keptAt.localeCompare(a.scan.keptAt))
    .map(({ row, scan }) => {
      const { id } = row
      const of = <T>(byLetter: Map<string, T[]>): T[] => byLetter.get(id) ?? []
      const own = {
        ...{ events: of(said.events), exhibits: of(said.exhibits), mailings: of(said.mailings) },
        ...special(row),
      }
      return letterFrom(row, { ...scan, files: files.get(scan.id) ?? [] }, own, queue.statusOf)
    })
}

/**
 * What changed after a revision. `all`: the feed does not reach back that far, and `letters` is the whole list; otherwise
 * `letters` replace those with the same id, and the letters in `gone` are no longer listed.
 */
export function lettersSince(
  sources: LetterSources & { changes: Pick<ChangeFeed, 'lettersAfter'> },
  revision: number,
): { all: boolean; letters: Letter[]; gone: LetterId[] } {
  const ids = sources.changes.lettersAfter(revision)
  if (!ids) return { all: true, letters: listLetters(sources), gone: [] }
  const special = specialFor(sources.library)
  const found = ids.map((id) => {
    const isListed = sources.library.letters.find(id)?.superseded === false
    return { id, letter: isListed ? findScan(sources, id, special)?.letter : undefined }
  })
  const letters = found.flatMap(({ letter }) => (letter ? [letter] : []))
  return { all: false, letters, gone: found.filter((each) => !each.letter).map(({ id }) => id) }
}

/** One letter with its scan; undefined if the library has no such letter. */
export function findScan(
  { library, queue }: LetterSources,
  id: LetterId,
  special = specialFor(library),
): { letter: Letter; scan: FiledScan } | undefined {
  const row = library.letters.find(id)
  if (!row) return undefined
  const scan = { ...library.scans.get(row.scanId), files: library.files.listOfScan(row.scanId) }
  const own = {
    events: library.events.listOfLetter(id),
    exhibits: library.exhibits.listOfLetter(id),
    mailings: library.mailings.listOfLetter(id),
    ...special(row),
  }
  return { letter: letterFrom(row, scan, own, queue.statusOf), scan }
}

type FiledScan = ScanRow & { files: FileRow[] }

function letterFrom(
  row: LetterRow,
  scan: FiledScan,
  own: Pick<Letter, 'events' | 'exhibits' | 'mailings' | 'special' | 'specialBefore'>,
  statusOf: (scanId: string) => ReadingStatus,
): Letter {
  return {
    id: row.id,
    fileName: scan.files[0]?.fileName ?? '',
    keptAt: scan.keptAt,
    pages: row.pages,
    status: statusFrom(scan, statusOf),
    isIrs: scan.isIrs,
    reading: row.reading,
    confirmed: row.confirmed,
    ...own,
    answers: row.answers,
    removed: row.removedAt !== null,
  }
}

function statusFrom(scan: ScanRow, statusOf: (scanId: string) => ReadingStatus): ReadingStatus {
  switch (scan.status) {
    case 'waiting':
      return statusOf(scan.id)
    case 'read':
      return { kind: 'read' }
    case 'failed':
      return { kind: 'failed', code: scan.failure ?? 'scan.damaged' }
  }
}

function getScan(scans: Map<string, ScanRow>, id: string): ScanRow {
  const scan = scans.get(id)
  if (!scan) throw new Error('library: a letter without its scan')
  return scan
}
