import { createChangeFeed } from '../../src/main/app/change-feed.ts'
import { builtInContent } from '../../src/main/content/content.ts'
import { createHistoryHandlers } from '../../src/main/history/history.handlers.ts'
import { createClockWatch } from '../../src/main/letters/clock-watch.ts'
import { createLettersHandlers } from '../../src/main/letters/letters.handlers.ts'
import type { Reader } from '../../src/main/reading/process/client.ts'
import { createReadingQueue } from '../../src/main/scans/reading-queue.ts'
import { createScansHandlers } from '../../src/main/scans/scans.handlers.ts'
import { createSearchHandlers } from '../../src/main/search/search.handlers.ts'
import { createSearchBackfill } from '../../src/main/search/search-backfill.ts'
import { openLibrary } from '../../src/main/storage/open-library.ts'
import { createTrashHandlers } from '../../src/main/trash/trash.handlers.ts'
import { createWiper } from '../../src/main/trash/wiper.ts'
import { Day } from '../../src/shared/model/day.ts'
import { libraryWorker, resources, startReadingProcess } from '../support.ts'
import { law } from './reading/reading-support.ts'

/** The calls for letters and scans on a library file of its own, with a reader that tests share. */
export function letterAndScanCalls(libraryFile: string, reader: Reader) {
  const opened = openLibrary(libraryFile)
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  const changes = createChangeFeed()
  const queue = createReadingQueue(library, reader, changes.changed)
  const clock = { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' }
  const options = {
    libraryFile,
    resources,
    startReadingProcess,
    libraryWorker,
    clock,
    version: '0.0.0',
    shell: 'cli' as const,
  }
  const backfill = createSearchBackfill(library, reader, queue.idle)
  const wiper = createWiper(library, () => undefined)
  const appRevision = () => ({ content: law.version, place: 0, name: null })
  const content = { ...builtInContent(resources), law }
  const clockWatch = createClockWatch({ library, changes, clock })
  const needs = {
    ...{ ...options, clockWatch, ...content, appRevision },
    ...{ library, reader, queue, backfill, changes, wiper },
  }
  return {
    api: {
      ...createLettersHandlers(needs),
      ...createScansHandlers(needs),
      ...createSearchHandlers(needs),
      ...createTrashHandlers(needs),
      ...createHistoryHandlers(needs),
    },
    idle: queue.idle,
    async close() {
      await queue.close()
      await wiper.close()
      library.close()
    },
  }
}
