import { contentsOf } from './library/files-table.ts'
import { indexLetter } from './library/index-letter.ts'
import type { Library } from './library/open-library.ts'
import type { Reader } from './ocr/reader.ts'

/**
 * Brings letters that an older Waymark read into the search: what is known of them at once, the words of their pages by
 * reading the scans once more in the background. Nothing else of them changes.
 */
export function createSearchable(library: Library, reader: Reader, readingDone: () => Promise<void>) {
  const stop = new AbortController()
  const given = new Set<string>()
  let running: Promise<void> | null = null

  const next = (): string | undefined => library.pageTexts.scansWithout().find((id) => !given.has(id))

  async function run(): Promise<void> {
    library.write(() => {
      for (const id of library.letterTexts.lettersWithout()) indexLetter(library, id)
    })
    for (let scanId = next(); scanId && !stop.signal.aborted; scanId = next()) {
      // New letters come first.
      await readingDone()
      given.add(scanId)
      const id = scanId
      const read = await reader.read(contentsOf(library, library.files.listOfScan(id)), {
        signal: stop.signal,
        arrangement: library.scans.get(id).arrangement,
      })
      if (read.ok && !stop.signal.aborted) library.write(() => library.pageTexts.keep(id, read.value.texts))
    }
  }

  return {
    start(): void {
      running ??= run()
    },
    /** Scans whose words cannot be found yet. */
    waiting: (): number => library.pageTexts.scansWithout().length,
    async close(): Promise<void> {
      stop.abort()
      await running
    },
  }
}
