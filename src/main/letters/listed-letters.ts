import type { Letter, LetterId, ReadingStatus } from '../../shared/model/letter.ts'
import type { SessionContext } from '../app/session-context.ts'
import type { FileRow } from '../storage/tables/files-table.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import type { ScanRow } from '../storage/tables/scans-table.ts'

/** All letters as the contract shows them, newest scan first. */
export function listLetters({ library, queue }: Pick<SessionContext, 'library' | 'queue'>): Letter[] {
  const scans = new Map(library.scans.list().map((scan) => [scan.id, scan]))
  const files = library.files.list()
  const said = {
    events: library.events.list(),
    exhibits: library.exhibits.list(),
    mailings: library.mailings.list(),
  }
  return library.letters
    .list()
    .map((row) => ({ row, scan: getScan(scans, row.scanId) }))
    .sort((a, b) => b.scan.keptAt.localeCompare(a.scan.keptAt))
    .map(({ row, scan }) => {
      const { id } = row
      const of = <T>(byLetter: Map<string, T[]>): T[] => byLetter.get(id) ?? []
      const own = { events: of(said.events), exhibits: of(said.exhibits), mailings: of(said.mailings) }
      return letterFrom(row, { ...scan, files: files.get(scan.id) ?? [] }, own, queue.statusOf)
    })
}

/** One letter with its scan; undefined when the library holds no such letter. */
export function findScan(
  { library, queue }: Pick<SessionContext, 'library' | 'queue'>,
  id: LetterId,
): { letter: Letter; scan: FiledScan } | undefined {
  const row = library.letters.find(id)
  if (!row) return undefined
  const scan = { ...library.scans.get(row.scanId), files: library.files.listOfScan(row.scanId) }
  const own = {
    events: library.events.listOfLetter(id),
    exhibits: library.exhibits.listOfLetter(id),
    mailings: library.mailings.listOfLetter(id),
  }
  return { letter: letterFrom(row, scan, own, queue.statusOf), scan }
}

type FiledScan = ScanRow & { files: FileRow[] }

function letterFrom(
  row: LetterRow,
  scan: FiledScan,
  own: Pick<Letter, 'events' | 'exhibits' | 'mailings'>,
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
