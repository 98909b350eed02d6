import type { LetterId, ReadingStatus } from '../../shared/model/letter.ts'
import type { Reader } from '../reading/process/client.ts'
import { untilDiskFails } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { storeReading } from './store-reading.ts'

export type ReadingQueue = ReturnType<typeof createReadingQueue>

/** Reads the waiting scans one after the other; what was not finished at the last stop is read again. */
export function createReadingQueue(
  library: Library,
  reader: Reader,
  changed: (ids?: readonly LetterId[]) => void,
) {
  const stop = new AbortController()
  const progress = new Map<string, ReadingStatus>()
  let running: Promise<void> | null = null
  let wanted = false
  /** What is being read now, and how to stop it. */
  let current: { scanId: string; stop: AbortController; byPerson: boolean } | null = null

  /** Ends in the same step in which nothing more is wanted, so that no wake falls between. */
  async function run(): Promise<void> {
    try {
      while (wanted) {
        wanted = false
        await untilDiskFails(readAll)
      }
    } finally {
      running = null
    }
  }

  async function readAll(): Promise<void> {
    for (let scanId = library.scans.waiting()[0]; scanId; scanId = library.scans.waiting()[0]) {
      const finished = await readOne(scanId)
      progress.delete(scanId)
      tell(scanId)
      if (!finished) return
    }
  }

  const tell = (scanId: string) =>
    changed(library.letters.listOfScanWithSuperseded(scanId).map(({ id }) => id))

  /**
   * False: the scan stays waiting (the app is closing, or the disk takes nothing), and nothing more is read now. A scan
   * that a person changed meanwhile still waits, and is read anew.
   */
  async function readOne(scanId: string): Promise<boolean> {
    const mine = { scanId, stop: new AbortController(), byPerson: false }
    current = mine
    progress.set(scanId, { kind: 'reading', page: 0, of: null })
    const onPage = (page: number, of: number) => {
      progress.set(scanId, { kind: 'reading', page, of })
      tell(scanId)
    }
    const { arrangement } = library.scans.get(scanId)
    const signal = AbortSignal.any([stop.signal, mine.stop.signal])
    const files = contentsOf(library, library.files.listOfScan(scanId))
    const before = library.pageTexts.list(scanId)
    const result = await reader.read(files, { onPage, signal, arrangement, kept: before })
    current = null
    if (stop.signal.aborted) return false
    if (mine.stop.signal.aborted) return mine.byPerson ? keepStopped(scanId) : true
    const kept = result.ok
      ? storeReading(library, scanId, result.value)
      : library.write(() => library.scans.setFailed(scanId, result.error.code))
    return kept.ok
  }

  /** What an earlier reading found of the same pages still holds; else it is said that nothing was read. */
  function keepStopped(scanId: string): boolean {
    const { isIrs, rotations } = library.scans.get(scanId)
    const isRead = library.letters
      .listOfScan(scanId)
      .every(({ pages, reading }) => reading?.pages.join() === pages.join())
    return library.write(() => {
      if (isRead) library.scans.setRead(scanId, isIrs, rotations)
      else library.scans.setFailed(scanId, 'read.cancelled')
    }).ok
  }

  /** Starts reading unless it is under way; returns at once. */
  function wake(): void {
    wanted = true
    running ??= run()
  }

  return {
    wake,
    /** What is read of these scans now is out of date: they are read from the start, if they are still there. */
    restart(scanIds: readonly string[]): void {
      if (current && scanIds.includes(current.scanId)) current.stop.abort()
      wake()
    },
    /** A person does not want this scan to be read now: it is kept, and can be read again. */
    cancel(scanId: string): void {
      if (current?.scanId === scanId) {
        current.byPerson = true
        current.stop.abort()
      } else if (library.scans.get(scanId).status === 'waiting') keepStopped(scanId)
      tell(scanId)
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
