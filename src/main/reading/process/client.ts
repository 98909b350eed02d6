import { availableParallelism } from 'node:os'
import type { Law } from '../../../shared/law/law.ts'
import type { ScanReading } from '../../../shared/model/letter.ts'
import { err, type Result } from '../../../shared/model/result.ts'
import type { ScanSource } from '../files/scan.ts'
import type { SeenCharacter } from '../ocr/witness.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'
import type { Reader, ReadOptions } from '../reader.ts'
import { keyedFiles, refsOf } from './keyed-files.ts'
import type { StartReadingProcess } from './process-link.ts'
import type { Answer, FileRef, Job } from './protocol.ts'
import { createReadingPool, type PoolOptions, type ReadingPool } from './reading-pool.ts'
import type { AskSecondEngine, Task } from './reading-process.ts'

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
  /** The second engine is ended when one strip takes it so long; milliseconds. */
  stripLimit?: number
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

/** Papers hold the files that go into them and the file that is made of them. */
const paperMemoryLimit = 3000 * megabyte
const paperIdleLimit = 30_000

/** A strip takes a tenth of a second, and the start of its engine one; on a busy machine many times that. */
const stripLimit = 20_000
const secondEngineIdleLimit = 30_000

/** Nothing runs before the first job. See reading-pool.ts for what happens when a process is lost. */
export function createReader(options: ReaderOptions): Reader {
  const reading = poolOptions(options)
  const { limits, idleLimit } = reading
  const run = createRunner()
  const secondEngine = createSecondEngine(reading, options, run)
  const pool = createReadingPool({ ...reading, look: secondEngine.look })
  const papers = createReadingPool({
    ...reading,
    limits: { ...limits, memory: options.memoryLimit ?? paperMemoryLimit },
    idleLimit: Math.min(idleLimit, paperIdleLimit),
    replacesEnded: false,
  })
  const read = <Value>(scan: ScanSource, jobOf: (files: FileRef[]) => Job, how?: ReadOptions) =>
    run<Value>(pool, scan, jobOf, how)

  return {
    read(scan, how) {
      const since = performance.timeOrigin + performance.now()
      const { layoutOverride = null, storedPages = [] } = how ?? {}
      return read<ScanReading>(
        scan,
        (files) => ({ call: 'read', files, since, layoutOverride, storedPages }),
        how,
      )
    },
    pageImage: (scan, page, width, rotation = 0) =>
      read<PageImage>(scan, (files) => ({ call: 'pageImage', files, page, width, rotation })),
    documentImage: (scan, page, rotation = 0) =>
      read<PageImage | null>(scan, (files) => ({ call: 'documentImage', files, page, rotation })),
    pageCount: (scan) => read<number>(scan, (files) => ({ call: 'pageCount', files })),
    work: (name, input, scan) => run(papers, scan, (files) => ({ call: 'work', files, name, input })),
    warm: pool.warm,
    async close() {
      await Promise.all([pool.close(), papers.close(), secondEngine.close()])
    },
  }
}

/**
 * The second engine has a process of its own, started with the first strip: its memory does not count with a file's, and
 * one that is lost or hangs costs a reading nothing but the second look.
 */
function createSecondEngine(reading: PoolOptions, options: ReaderOptions, run: RunJob) {
  const pool = createReadingPool({
    ...reading,
    limits: { ...reading.limits, silence: options.stripLimit ?? stripLimit },
    idleLimit: Math.min(reading.idleLimit, secondEngineIdleLimit),
    replacesEnded: false,
  })
  const look: AskSecondEngine = async (strip) => {
    const seen = await run<SeenCharacter[] | null>(pool, [], () => ({ call: 'strip', strip }))
    return seen.ok ? seen.value : null
  }
  return { look, close: pool.close }
}

function poolOptions(options: ReaderOptions): PoolOptions {
  return {
    start: options.startReadingProcess,
    settings: {
      tessdata: options.tessdata,
      numbers: { notices: options.law.notices, named: options.law.named },
      atOnce: options.atOnce ?? Math.min(2, availableParallelism()),
    },
    limits: {
      silence: options.silenceLimit ?? 60_000,
      whole: options.wholeLimit ?? 600_000,
      page: options.pageLimit ?? 10_000,
      memory: options.memoryLimit ?? 1500 * megabyte,
    },
    idleLimit: options.idleLimit ?? 180_000,
    grownLimit: options.grownLimit ?? 600 * megabyte,
    replacesEnded: true,
    look: () => Promise.resolve(null),
  }
}

type RunJob = ReturnType<typeof createRunner>

/** Gives jobs to a pool; each has a number of its own. */
function createRunner() {
  let lastId = 0
  return <Value>(
    pool: ReadingPool,
    scan: ScanSource,
    jobOf: (files: FileRef[]) => Job,
    { onPage, onFirstNumber, signal }: ReadOptions = {},
  ): Promise<Result<Value, ReadFailure>> => {
    if (signal?.aborted) return Promise.resolve(canceled)
    const files = keyedFiles(scan)
    return new Promise((resolve, reject) => {
      const task: Task = {
        id: ++lastId,
        job: jobOf(refsOf(files)),
        files: new Map(files.map(({ key, bytes }) => [key, bytes])),
        onPage,
        onFirstNumber,
        // What a job gives is known by its call.
        settle: (answer: Answer) => resolve(answer as Result<Value, ReadFailure>),
        fail: reject,
      }
      signal?.addEventListener('abort', () => pool.cancel(task), { once: true })
      pool.give(task)
    })
  }
}

const canceled = err({ code: 'read.cancelled' } as const)
