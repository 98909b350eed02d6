import type { contentContract } from '../../shared/contract/content.ts'
import type { Api, Call } from '../../shared/contract/contract.ts'
import type { librariesContract } from '../../shared/contract/libraries.ts'
import type { libraryContract } from '../../shared/contract/library.ts'
import { createExhibitCalls } from '../appeals/exhibits.handlers.ts'
import { createBlankCalls } from '../appeals/form-templates.handlers.ts'
import { createPaperCalls } from '../appeals/packets.handlers.ts'
import { createPrintCalls } from '../appeals/print.handlers.ts'
import { createSheetCalls } from '../appeals/sheets.handlers.ts'
import { createHistoryCalls } from '../history/history.handlers.ts'
import { createDesk, type Desk } from '../integrations/integrations.ts'
import { createCopyCalls } from '../letters/copies.handlers.ts'
import { createLetterCalls } from '../letters/letters.handlers.ts'
import { createPeopleCalls } from '../people/people.handlers.ts'
import { createReadingQueue } from '../scans/reading-queue.ts'
import { createScanCalls } from '../scans/scans.handlers.ts'
import { createSearchCalls } from '../search/search.handlers.ts'
import { createSearchable } from '../search/search-backfill.ts'
import { createRedactCalls } from '../security/redact/redact.handlers.ts'
import { createExportCalls } from '../storage/export/export.handlers.ts'
import { createFolderWork, type FolderWork } from '../storage/export/folder-work.ts'
import type { Library } from '../storage/open-library.ts'
import { createTrashCalls } from '../trash/trash.handlers.ts'
import type { Parts } from './session-context.ts'

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
