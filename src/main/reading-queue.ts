import type { ReadingStatus } from '../shared/model/letter.ts'
import { keepReading } from './library/keep-scan.ts'
import type { Library } from './library/open-library.ts'
import type { Reader } from './ocr/reader.ts'

/** Reads the waiting scans one after the other; what was not finished at the last stop is read again. */
export function createReadingQueue(library: Library, reader: Reader, changed: () => void) {
  const stop = new AbortController()
  const progress = new Map<string, ReadingStatus>()
  let running: Promise<void> | null = null
  let wanted = false

  /** Ends in the same step in which nothing more is wanted, so that no wake falls between. */
  async function run(): Promise<void> {
    try {
      while (wanted) {
        wanted = false
        await readAll()
      }
    } finally {
      running = null
    }
  }

  async function readAll(): Promise<void> {
    for (let scanId = library.scans.waiting()[0]; scanId; scanId = library.scans.waiting()[0]) {
      const finished = await readOne(scanId)
      progress.delete(scanId)
      changed()
      if (!finished) return
    }
  }

  /** False: the scan stays waiting (the app is closing, or the disk takes nothing), and nothing more is read now. */
  async function readOne(scanId: string): Promise<boolean> {
    progress.set(scanId, { kind: 'reading', page: 0, of: null })
    const onPage = (page: number, of: number) => {
      progress.set(scanId, { kind: 'reading', page, of })
      changed()
    }
    const result = await reader.read(library.scans.getBytes(scanId), { onPage, signal: stop.signal })
    if (stop.signal.aborted) return false
    const kept = result.ok
      ? keepReading(library, scanId, result.value)
      : library.write(() => library.scans.setFailed(scanId, result.error.code))
    return kept.ok
  }

  return {
    /** Starts reading unless it is under way; returns at once. */
    wake(): void {
      wanted = true
      running ??= run()
    },
    /** Settles when no scan waits. */
    idle: async (): Promise<void> => {
      while (running) await running
    },
    statusOf: (scanId: string): ReadingStatus => progress.get(scanId) ?? { kind: 'waiting' },
    async close(): Promise<void> {
      stop.abort()
      await running
    },
  }
}
