import type { LetterId, ReadingStatus } from '../../shared/model/letter.ts'
import type { Reader } from '../reading/process/client.ts'
import type { ReadOptions } from '../reading/reader.ts'
import { untilDiskFails } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { type ReadingTables, storeReading } from './store-reading.ts'

export type ReadingQueue = ReturnType<typeof createReadingQueue>

/** Reads the waiting scans one after another. A scan that was not finished when the app closed is read again. */
export function createReadingQueue(
  library: ReadingTables,
  reader: Reader,
  changed: (ids?: readonly LetterId[]) => void,
) {
  const tell = (scanId: string) =>
    changed(library.letters.listOfScanWithSuperseded(scanId).map(({ id }) => id))
  const scans = createScanReader(library, reader, tell)
  let running: Promise<void> | null = null
  let wanted = false

  /** Ends in the same tick in which it sees that nothing more is wanted, so that no `wake` gets lost in between. */
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
    // One at a time: where thousands wait, a list of all after each would cost more than the reading.
    const next = () => library.scans.waiting(1)[0]
    for (let scanId = next(); scanId; scanId = next()) if (!(await scans.read(scanId))) return
  }
  /** Starts reading unless it is already under way. Returns at once. */
  function wake(): void {
    wanted = true
    running ??= run()
  }

  return {
    wake,
    /** These scans changed: a reading under way is abandoned, and they are read from the start if they still exist. */
    restart(scanIds: readonly string[]): void {
      scans.abandon(scanIds)
      wake()
    },
    /** A person does not want this scan to be read now. It stays, and can be read again. */
    cancel(scanId: string): void {
      const isWaiting = !scans.cancel(scanId) && library.scans.get(scanId).status === 'waiting'
      if (isWaiting) storeFailure(library, scanId, 'read.cancelled')
      tell(scanId)
    },
    /** Resolves when no scan is waiting. */
    idle: async (): Promise<void> => {
      while (running) await running
    },
    statusOf: scans.statusOf,
    async close(): Promise<void> {
      scans.close()
      await running
    },
  }
}

type ReadingProgress = Extract<ReadingStatus, { kind: 'reading' }>

/** Reads one scan at a time, knows how far it is, and stops when told to. */
function createScanReader(library: ReadingTables, reader: Reader, tell: (scanId: string) => void) {
  const closing = new AbortController()
  const progress = new Map<string, ReadingStatus>()
  let current: { scanId: string; stop: AbortController; byPerson: boolean } | null = null

  async function readCurrent(scanId: string): Promise<boolean> {
    const mine = { scanId, stop: new AbortController(), byPerson: false }
    current = mine
    let now: ReadingProgress = { kind: 'reading', page: 0, of: null }
    progress.set(scanId, now)
    const note = (part: Partial<ReadingProgress>) => {
      now = { ...now, ...part }
      progress.set(scanId, now)
      tell(scanId)
    }
    const onPage = (page: number, of: number) => note({ page, of })
    const onFirstNumber = (number: string) => note({ number })
    const signal = AbortSignal.any([closing.signal, mine.stop.signal])
    const result = await readScan(library, reader, scanId, { onPage, onFirstNumber, signal })
    current = null
    if (closing.signal.aborted) return false
    if (mine.stop.signal.aborted)
      return mine.byPerson ? storeFailure(library, scanId, 'read.cancelled') : true
    return result.ok
      ? storeReading(library, scanId, result.value).ok
      : storeFailure(library, scanId, result.error.code)
  }

  return {
    /**
     * False: the scan keeps waiting (the app is closing, or the disk takes nothing), and nothing more is read now. A scan
     * that a person changed meanwhile is still waiting, too, and is read again.
     */
    async read(scanId: string): Promise<boolean> {
      const finished = await readCurrent(scanId)
      progress.delete(scanId)
      tell(scanId)
      return finished
    },
    abandon(scanIds: readonly string[]): void {
      if (current && scanIds.includes(current.scanId)) current.stop.abort()
    },
    /** False: this scan is not being read. */
    cancel(scanId: string): boolean {
      if (current?.scanId !== scanId) return false
      current.byPerson = true
      current.stop.abort()
      return true
    },
    statusOf: (scanId: string): ReadingStatus => progress.get(scanId) ?? { kind: 'waiting' },
    close: () => closing.abort(),
  }
}

/** Reads a scan as a person laid out its pages; pages that were read before and have not changed are not read again. */
const readScan = (
  library: Pick<Library, 'files' | 'scans' | 'pageTexts'>,
  reader: Reader,
  scanId: string,
  options: Pick<ReadOptions, 'onPage' | 'onFirstNumber' | 'signal'>,
) =>
  reader.read(contentsOf(library, library.files.listOfScan(scanId)), {
    ...options,
    layoutOverride: library.scans.get(scanId).layoutOverride,
    storedPages: library.pageTexts.list(scanId),
  })

/**
 * Records that the reading failed, or that a person stopped it. What an earlier reading found on the same pages still holds;
 * otherwise the scan is marked as not read. Returns false if the disk takes nothing.
 */
function storeFailure(
  library: Pick<Library, 'scans' | 'letters' | 'write'>,
  scanId: string,
  code: string,
): boolean {
  const { isIrs, rotations } = library.scans.get(scanId)
  const isRead = library.letters
    .listOfScan(scanId)
    .every(({ pages, reading }) => reading?.pages.join() === pages.join())
  return library.write(() => {
    if (isRead) library.scans.setRead(scanId, isIrs, rotations)
    else library.scans.setFailed(scanId, code)
  }).ok
}
