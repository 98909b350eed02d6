import { createHash, randomUUID } from 'node:crypto'
import { noAnswers } from '../../shared/model/appeal.ts'
import { LetterId } from '../../shared/model/letter.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type HistoryTables, recordHistory } from '../storage/record-history.ts'
import { type IndexTables, indexLetter } from '../storage/search-index/index-letter.ts'

/** Where a new scan is written. */
export type StoreTables = HistoryTables & IndexTables & Pick<Library, 'scans' | 'write'>

type StoredScan = { scanId: string; ids: LetterId[]; known: boolean }

/**
 * Stores the file byte for byte and creates a letter for it, in one transaction, before anything reads it.
 * The same bytes twice are one file: the letters of its scan come back, out of the trash if they were there.
 */
export function storeScan(
  library: StoreTables,
  file: { fileName: string; bytes: Uint8Array; keptAt: string },
): Result<StoredScan, WriteFailure> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return library.write(() => {
    const known = library.files.findBySha256(sha256)
    if (known) {
      const ids = library.letters.listOfScan(known.scanId).map((letter) => letter.id)
      recordHistory(
        library,
        () => ids,
        () => {
          for (const id of ids) library.letters.setRemoved(id, null)
        },
      )
      return { scanId: known.scanId, ids, known: true }
    }
    const { fileName, keptAt, bytes } = file
    const scanId = randomUUID()
    const id = LetterId.parse(randomUUID())
    library.scans.insert({ id: scanId, keptAt })
    library.files.insert({ id: scanId, scanId, sha256, fileName, keptAt }, bytes)
    library.letters.insert({ id, scanId, pages: [], reading: null, answers: noAnswers }, 0)
    library.history.insert(id, [{ what: 'kept' }], null)
    indexLetter(library, id)
    return { scanId, ids: [id], known: false }
  })
}
