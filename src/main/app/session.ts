import type { contentContract } from '../../shared/contract/content.ts'
import type { Api, Call } from '../../shared/contract/contract.ts'
import type { librariesContract } from '../../shared/contract/libraries.ts'
import type { libraryContract } from '../../shared/contract/library.ts'
import { createExhibitsHandlers } from '../appeals/exhibits.handlers.ts'
import { createFormTemplateHandlers } from '../appeals/form-templates.handlers.ts'
import { createPacketsHandlers } from '../appeals/packets.handlers.ts'
import { createPrintHandlers } from '../appeals/print.handlers.ts'
import { createSheetsHandlers } from '../appeals/sheets.handlers.ts'
import { createHistoryHandlers } from '../history/history.handlers.ts'
import { createIntegrations, type Integrations } from '../integrations/integrations.ts'
import { createCopiesHandlers } from '../letters/copies.handlers.ts'
import { createLettersHandlers } from '../letters/letters.handlers.ts'
import { createPeopleHandlers } from '../people/people.handlers.ts'
import { createReadingQueue } from '../scans/reading-queue.ts'
import { createScansHandlers } from '../scans/scans.handlers.ts'
import { createSearchHandlers } from '../search/search.handlers.ts'
import { createSearchBackfill } from '../search/search-backfill.ts'
import { createRedactHandlers } from '../security/redact/redact.handlers.ts'
import { createExportHandlers } from '../storage/export/export.handlers.ts'
import { createFolderWork, type FolderWork } from '../storage/export/folder-work.ts'
import type { Library } from '../storage/open-library.ts'
import { createTrashHandlers } from '../trash/trash.handlers.ts'
import type { SessionContext } from './session-context.ts'

/** Calls that are answered whether or not a library is open; all others need one. */
export type AppCall =
  | keyof typeof libraryContract
  | keyof typeof librariesContract
  | keyof typeof contentContract
  | 'app:start'
  | 'letters:changed'
export type SessionApi = Pick<Api, Exclude<Call, AppCall>>

/** An open library with everything that works on it, from unlocking to locking. */
export type Session = {
  api: SessionApi
  library: Library
  folders: FolderWork
  desk: Integrations
  /** Settles when every kept scan has been read. */
  idle(): Promise<void>
  close(): Promise<void>
}

export function openSession(
  shared: Omit<SessionContext, 'library' | 'queue' | 'searchable'>,
  library: Library,
): Session {
  const queue = createReadingQueue(library, shared.reader, shared.changes.changed)
  const searchable = createSearchBackfill(library, shared.reader, queue.idle)
  const parts: SessionContext = { ...shared, library, queue, searchable }
  const letterCalls = createLettersHandlers(parts)
  const desk = createIntegrations(parts, letterCalls['letter:add'])
  const api: SessionApi = {
    ...letterCalls,
    ...desk.api,
    ...createPeopleHandlers(parts),
    ...createScansHandlers(parts),
    ...createPacketsHandlers(parts),
    ...createPrintHandlers(parts),
    ...createFormTemplateHandlers(parts),
    ...createExhibitsHandlers(parts),
    ...createSheetsHandlers(parts),
    ...createSearchHandlers(parts),
    ...createCopiesHandlers(parts),
    ...createRedactHandlers(parts),
    ...createExportHandlers(parts),
    ...createHistoryHandlers(parts),
    ...createTrashHandlers(parts),
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
