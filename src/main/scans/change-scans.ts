import { ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type HistoryTables, recordHistory } from '../storage/record-history.ts'
import type { ReadingQueue } from './reading-queue.ts'

type Needs = {
  library: HistoryTables & Pick<Library, 'write'>
  queue: Pick<ReadingQueue, 'restart'>
  changes: Notifier
}

/** Changes whole scans in one transaction, records it in the history of their letters, and has the scans read again. */
export function changeScans(
  { library, queue, changes }: Needs,
  scanIds: readonly string[],
  work: () => void,
): Result<null, WriteFailure> {
  const ids = () =>
    scanIds.flatMap((scanId) => library.letters.listOfScanWithSuperseded(scanId).map((row) => row.id))
  const written = library.write(() => recordHistory(library, ids, work))
  if (!written.ok) return written
  changes.changed()
  queue.restart(scanIds)
  return ok(null)
}
