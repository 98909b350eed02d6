import type { contentContract } from '../../shared/contract/content.ts'
import type { Api, Call } from '../../shared/contract/contract.ts'
import type { helperContract } from '../../shared/contract/helper.ts'
import type { librariesContract } from '../../shared/contract/libraries.ts'
import type { libraryContract } from '../../shared/contract/library.ts'
import type { passphraseContract } from '../../shared/contract/passphrase.ts'
import { createClinicsHandlers } from '../appeals/clinics.handlers.ts'
import { createExhibitsHandlers } from '../appeals/exhibits.handlers.ts'
import { createFormTemplatesHandlers } from '../appeals/form-templates.handlers.ts'
import { createPacketsHandlers } from '../appeals/packets.handlers.ts'
import { createPrintHandlers } from '../appeals/print.handlers.ts'
import { createSheetsHandlers } from '../appeals/sheets.handlers.ts'
import { createExportHandlers } from '../export/export.handlers.ts'
import { createFolderWork, type FolderWork } from '../export/folder-work.ts'
import { createHistoryHandlers } from '../history/history.handlers.ts'
import { createIntegrations, type Integrations } from '../integrations/integrations.ts'
import { type ClockWatch, createClockWatch } from '../letters/clock-watch.ts'
import { createLetterPdfHandlers } from '../letters/letter-pdf.handlers.ts'
import { createLettersHandlers } from '../letters/letters.handlers.ts'
import { createPeopleHandlers } from '../people/people.handlers.ts'
import { createReadingQueue, type ReadingQueue } from '../scans/reading-queue.ts'
import { createScansHandlers } from '../scans/scans.handlers.ts'
import { createSearchHandlers } from '../search/search.handlers.ts'
import { createSearchBackfill, type SearchBackfill } from '../search/search-backfill.ts'
import type { Library } from '../storage/open-library.ts'
import { createTrashHandlers } from '../trash/trash.handlers.ts'
import { createWiper, type Wiper } from '../trash/wiper.ts'
import type { SessionContext } from './session-context.ts'

/** Calls that work whether or not a library is open; all others need one. */
export type AppCall =
  | keyof typeof libraryContract
  | keyof typeof librariesContract
  | keyof typeof contentContract
  | keyof typeof helperContract
  | keyof typeof passphraseContract
  | 'app:start'
  | 'app:log'
  | 'letters:changed'
export type SessionApi = Pick<Api, Exclude<Call, AppCall>>

/** An open library and everything that works on it, from unlocking to locking. */
export type Session = {
  api: SessionApi
  library: Library
  folders: FolderWork
  integrations: Integrations
  /** What speaks against today's date. */
  clockDoubt: ClockWatch['doubt']
  /** Resolves when every stored scan has been read and everything deleted is wiped. */
  idle(): Promise<void>
  /** Resolves when everything deleted is wiped. */
  wiped(): Promise<void>
  close(): Promise<void>
}

export function openSession(context: SessionContext, library: Library): Session {
  const { reader, changes, clock, appRevision, law, forms, resources, version, shell } = context
  library.history.dateBy(clock.now)
  const clockWatch = createClockWatch({ ...context, library })
  const clockDoubt = clockWatch.doubt
  const queue = createReadingQueue(library, reader, changes.changed)
  const backfill = createSearchBackfill(library, reader, queue.idle)
  const wiper = createWiper(library, context.rewrite)
  const letters = createLettersHandlers({
    ...{ library, queue, changes, clock, clockWatch, appRevision, resources },
  })
  const exports = { library, reader, queue, changes, clock, clockDoubt, law, forms, resources, version }
  const others = otherHandlers(context, { library, queue, clockDoubt, backfill, wiper })
  // From here on work goes on by itself: nothing that may show a damaged file comes after it.
  const integrations = createIntegrations({
    ...{ library, queue, changes, clock, clockDoubt, law, shell },
    add: letters['letter:add'],
    chooseFolder: context.chooseFolder,
    keepsCalendar: context.keepsCalendar,
  })
  const api: SessionApi = { ...letters, ...others, ...integrations.api }
  queue.wake()
  // A command ends before the backfill would be worth anything. What a killed deletion left, it finishes.
  if (shell === 'cli') wiper.start(1)
  else {
    backfill.start()
    wiper.start()
  }
  return {
    api,
    library,
    folders: createFolderWork(exports),
    integrations,
    clockDoubt,
    async idle() {
      await queue.idle()
      await wiper.idle()
    },
    wiped: wiper.idle,
    async close() {
      try {
        await integrations.close()
        await queue.close()
        await backfill.close()
        await wiper.close()
        // What was kept in this session is the newest thing that is known of.
        clockWatch.doubt()
      } finally {
        library.close()
      }
    },
  }
}

type Parts = {
  library: Library
  queue: ReadingQueue
  clockDoubt: ClockWatch['doubt']
  backfill: SearchBackfill
  wiper: Wiper
}

/** Each group of calls gets what it names. */
function otherHandlers(context: SessionContext, { library, queue, clockDoubt, backfill, wiper }: Parts) {
  const { reader, changes, clock, law, forms, fieldMappings, resources, version } = context
  return {
    ...createPeopleHandlers({ library, changes }),
    ...createScansHandlers({ library, reader, queue, changes }),
    ...createPacketsHandlers({ library, reader, queue, clock, clockDoubt, law, forms, resources }),
    ...createPrintHandlers({ reader, resources, viewPdf: context.viewPdf }),
    ...createFormTemplatesHandlers({
      ...{ library, reader, queue, changes, clock, clockDoubt },
      ...{ law, forms, fieldMappings, resources },
    }),
    ...createExhibitsHandlers({ library, changes, clock, reader }),
    ...createClinicsHandlers({ library, reader, changes, clock }),
    ...createSheetsHandlers({ library, queue, clock, clockDoubt, law, forms, resources }),
    ...createSearchHandlers({ library, backfill }),
    ...createLetterPdfHandlers({ library, reader, queue, resources }),
    ...createExportHandlers({
      ...{ library, reader, queue, changes, clock, clockDoubt },
      ...{ law, forms, resources, version },
    }),
    ...createHistoryHandlers({ library, queue, changes, clock }),
    ...createTrashHandlers({ library, queue, changes, law, clock, wiper }),
  }
}
