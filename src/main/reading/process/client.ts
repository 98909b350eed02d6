import { availableParallelism } from 'node:os'
import type { Law } from '../../../shared/law/law.ts'
import type { ScanReading } from '../../../shared/model/letter.ts'
import { err, type Result } from '../../../shared/model/result.ts'
import { bytesOf, type ScanFile, type ScanSource } from '../files/scan.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import type { StartReadingProcess } from './process-link.ts'
import type { Answer, FileRef, Job } from './protocol.ts'
import { createReadingPool } from './reading-pool.ts'
import type { Task } from './reading-process.ts'

export type { Reader, ReadOptions } from '../reader.ts'

export type ReaderOptions = {
  startReadingProcess: StartReadingProcess
  /** The folder with the language data. */
  tessdata: string
  law: Law
  /** How many engines and pages at the same time; as a rule two, where the computer has as many processors. */
  atOnce?: number
  /** A job that gives no sign of life for so long is ended; milliseconds. */
  silenceLimit?: number
  /** A job that takes longer than this in all, and `pageLimit` more for each of its pages, is ended; milliseconds. */
  wholeLimit?: number
  pageLimit?: number
  /** The process ends when it had nothing to do for so long; milliseconds. */
  idleLimit?: number
  /** A process that has more than so many bytes in memory is ended. */
  memoryLimit?: number
  /** A process that has grown to more than so many bytes gets no further job: a fresh one takes its place. */
  grownLimit?: number
}

const megabyte = 1024 * 1024

/** Nothing runs before the first job. See reading-pool.ts for what happens when a process is lost. */
export function createReader(options: ReaderOptions): Reader {
  const pool = createReadingPool({
    start: options.startReadingProcess,
    settings: {
      tessdata: options.tessdata,
      notices: options.law.notices,
      atOnce: options.atOnce ?? Math.min(2, availableParallelism()),
    },
    limits: {
      silence: options.silenceLimit ?? 60_000,
      whole: options.wholeLimit ?? 600_000,
      page: options.pageLimit ?? 10_000,
      memory: options.memoryLimit ?? 1500 * megabyte,
    },
    idleLimit: options.idleLimit ?? 180_000,
    grownLimit: options.grownLimit ?? 700 * megabyte,
  })
  let lastId = 0

  function run<Value>(scan: ScanSource, jobOf: (files: FileRef[]) => Job, how: ReadOptions = {}) {
    const { onPage, signal } = how
    if (signal?.aborted) return Promise.resolve(cancelled)
    const files = filesOf(scan)
    return new Promise<Result<Value, ReadFailure>>((resolve, reject) => {
      const task: Task = {
        id: ++lastId,
        job: jobOf(files.map(({ key, password }) => ({ key, password }))),
        files: new Map(files.map(({ key, bytes }) => [key, bytes])),
        onPage,
        // What a job gives is known by its call.
        settle: (answer: Answer) => resolve(answer as Result<Value, ReadFailure>),
        fail: reject,
      }
      signal?.addEventListener('abort', () => pool.cancel(task), { once: true })
      pool.give(task)
    })
  }

  return {
    read(scan, how) {
      const since = performance.timeOrigin + performance.now()
      const { layoutOverride = null, kept = [] } = how ?? {}
      return run<ScanReading>(scan, (files) => ({ call: 'read', files, since, layoutOverride, kept }), how)
    },
    pageImage: (scan, page, width, rotation = 0) =>
      run<PageImage>(scan, (files) => ({ call: 'pageImage', files, page, width, rotation })),
    sheetImage: (scan, page, rotation = 0) =>
      run<PageImage | null>(scan, (files) => ({ call: 'sheetImage', files, page, rotation })),
    pageCount: (scan) => run<number>(scan, (files) => ({ call: 'pageCount', files })),
    async isTame(file) {
      const tame = await run<boolean>([file], (files) => ({ call: 'isTame', files }))
      return tame.ok && tame.value
    },
    close: pool.close,
  }
}

const cancelled = err({ code: 'read.cancelled' } as const)

type KeyedFile = FileRef & { bytes: () => Uint8Array }

const filesOf = (scan: ScanSource): KeyedFile[] =>
  (scan instanceof Uint8Array ? [{ bytes: scan }] : scan).map((file) => ({
    key: file.key ?? keyOf(file),
    password: file.password ?? null,
    bytes: () => bytesOf(file),
  }))

const keys = new WeakMap<object, string>()
let lastKey = 0

/** Bytes without a name get one as long as they are around: the same array again is the same file. */
function keyOf({ bytes }: ScanFile): string {
  const known = keys.get(bytes) ?? `unnamed ${++lastKey}`
  keys.set(bytes, known)
  return known
}
