import type { Reader } from '../reading/process/client.ts'
import { untilDiskFails } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import { type IndexTables, indexLetter } from '../storage/search-index/index-letter.ts'
import { contentsOf } from '../storage/tables/files-table.ts'

type BackfillTables = IndexTables & Pick<Library, 'pageTexts' | 'scans' | 'write'>

export type SearchBackfill = ReturnType<typeof createSearchBackfill>

/**
 * Adds letters that an older version read to the search index: what is known about them at once, and the
 * words of their pages by reading the scans again in the background. Nothing else about them changes.
 */
export function createSearchBackfill(
  library: BackfillTables,
  reader: Reader,
  readingDone: () => Promise<void>,
) {
  const stop = new AbortController()
  /** Every scan read from now on brings its words along, so one look at the library is enough. */
  const left = new Set(library.pageTexts.scansWithout())
  /** A person may have merged or split it meanwhile. */
  const isWithout = (scanId: string) => library.pageTexts.scansWithout().includes(scanId)
  let running: Promise<void> | null = null

  async function run(): Promise<void> {
    library.write(() => {
      for (const id of library.letterTexts.lettersWithout()) indexLetter(library, id)
    })
    for (const scanId of left) {
      // New letters come first.
      await readingDone()
      if (stop.signal.aborted) return
      if (!isWithout(scanId)) {
        left.delete(scanId)
        continue
      }
      const read = await reader.read(contentsOf(library, library.files.listOfScan(scanId)), {
        signal: stop.signal,
        layoutOverride: library.scans.get(scanId).layoutOverride,
      })
      if (stop.signal.aborted) return
      if (read.ok && isWithout(scanId)) library.write(() => library.pageTexts.store(scanId, read.value.texts))
      left.delete(scanId)
    }
  }

  return {
    start(): void {
      running ??= untilDiskFails(run)
    },
    /** The number of scans whose words cannot be found yet. */
    waiting: (): number => left.size,
    async close(): Promise<void> {
      stop.abort()
      await running
    },
  }
}
