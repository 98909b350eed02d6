import type { contentContract } from '../shared/content/content-contract.ts'
import type { Api, Call } from '../shared/contract.ts'
import type { librariesContract } from '../shared/libraries-contract.ts'
import type { libraryContract } from '../shared/library-contract.ts'
import { createBlankCalls } from './blank-calls.ts'
import { createCopyCalls } from './copy-calls.ts'
import { createDesk, type Desk } from './desk/desk.ts'
import { createExhibitCalls } from './exhibit-calls.ts'
import { createFolderWork, type FolderWork } from './export/folder-work.ts'
import { createExportCalls } from './export-calls.ts'
import { createHistoryCalls } from './history-calls.ts'
import { createLetterCalls } from './letter-calls.ts'
import type { Library } from './library/open-library.ts'
import { createPaperCalls } from './paper-calls.ts'
import type { Parts } from './parts.ts'
import { createPeopleCalls } from './people-calls.ts'
import { createPrintCalls } from './print-calls.ts'
import { createReadingQueue } from './reading-queue.ts'
import { createRedactCalls } from './redact-calls.ts'
import { createScanCalls } from './scan-calls.ts'
import { createSearchCalls } from './search-calls.ts'
import { createSearchable } from './searchable.ts'
import { createSheetCalls } from './sheet-calls.ts'
import { createTrashCalls } from './trash-calls.ts'

/** Calls that are answered whether or not a library is open; all others need one. */
export type DoorCall =
  | keyof typeof libraryContract
  | keyof typeof librariesContract
  | keyof typeof contentContract
  | 'app:start'
  | 'letters:changed'
export type SessionApi = Pick<Api, Exclude<Call, DoorCall>>

/** An open library with everything that works on it, from unlocking to locking. */
export type Session = {
  api: SessionApi
  library: Library
  folders: FolderWork
  desk: Desk
  /** Settles when every kept scan has been read. */
  idle(): Promise<void>
  close(): Promise<void>
}

export function openSession(
  shared: Omit<Parts, 'library' | 'queue' | 'searchable'>,
  library: Library,
): Session {
  const queue = createReadingQueue(library, shared.reader, shared.changes.changed)
  const searchable = createSearchable(library, shared.reader, queue.idle)
  const parts: Parts = { ...shared, library, queue, searchable }
  const letterCalls = createLetterCalls(parts)
  const desk = createDesk(parts, letterCalls['letter:add'])
  const api: SessionApi = {
    ...letterCalls,
    ...desk.api,
    ...createPeopleCalls(parts),
    ...createScanCalls(parts),
    ...createPaperCalls(parts),
    ...createPrintCalls(parts),
    ...createBlankCalls(parts),
    ...createExhibitCalls(parts),
    ...createSheetCalls(parts),
    ...createSearchCalls(parts),
    ...createCopyCalls(parts),
    ...createRedactCalls(parts),
    ...createExportCalls(parts),
    ...createHistoryCalls(parts),
    ...createTrashCalls(parts),
  }
  queue.wake()
  // A command is over before this would be worth anything.
  if (shared.shell !== 'cli') searchable.start()
  return {
    api,
    library,
    folders: createFolderWork(parts),
    desk,
    idle: queue.idle,
    async close() {
      await desk.close()
      await queue.close()
      await searchable.close()
      library.close()
    },
  }
}
