import { availableParallelism } from 'node:os'
import type { Law } from '../../../shared/law/law.ts'
import type { PageLayoutOverride } from '../../../shared/model/arrangement.ts'
import type { PageText, ScanReading } from '../../../shared/model/letter.ts'
import { err, type Result } from '../../../shared/model/result.ts'
import type { ScanFile, ScanSource } from '../files/scan.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'
import type { ProcessLink, StartReadingProcess } from './process-link.ts'
import { watchMemory } from './process-memory.ts'
import type { FromReadingProcess, Job, Rotation } from './protocol.ts'

export type ReadOptions = {
  /** What a person said about the pages. */
  arrangement?: PageLayoutOverride | null
  /** What was read on its pages before; a page that lies as it did then is not read again. */
  kept?: readonly PageText[]
  onPage?: (page: number, of: number) => void
  signal?: AbortSignal
}

/** Reads scans in a process of its own, so that a hostile or huge file cannot stop the app. */
export type Reader = {
  read(scan: ScanSource, options?: ReadOptions): Promise<Result<ScanReading, ReadFailure>>
  /** One page, upright, `width` pixels wide; `rotation` is the page's `PageText.rotation` where it is known. */
  pageImage(
    scan: ScanSource,
    page: number,
    width: number,
    rotation?: Rotation,
  ): Promise<Result<PageImage, ReadFailure>>
  /** A photographed sheet cut out along its edges and made flat; null where the page shows no sheet on a table. */
  sheetImage(
    scan: ScanSource,
    page: number,
    rotation?: Rotation,
  ): Promise<Result<PageImage | null, ReadFailure>>
  pageCount(scan: ScanSource): Promise<Result<number, ReadFailure>>
  /** Whether a PDF may be opened outside of the reading process, see tame-pdf.ts. False for one that ends that process, too. */
  isTame(file: ScanFile): Promise<boolean>
  close(): Promise<void>
}
export type CreateReader = (options: ReaderOptions) => Reader
export type ReaderOptions = {
  startReadingProcess: StartReadingProcess
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
  /** A job for which the process takes more than so many bytes is ended. */
  memoryLimit?: number
}

const megabyte = 1024 * 1024

/** The process starts with the first job, ends when idle, and is replaced after a crash or a hang. */
export const createReader: CreateReader = (options) => {
  const { silenceLimit = 60_000, idleLimit = 60_000, memoryLimit = 1500 * megabyte } = options
  const { wholeLimit = 600_000, pageLimit = 10_000 } = options
  const pending = new Map<number, Pending>()
  let worker: ProcessLink | null = null
  let idleTimer: NodeJS.Timeout | undefined
  let lastId = 0
  const memory = watchMemory(memoryLimit, () => dropOldest('scan.too-large'))

  function start(): ProcessLink {
    const { tessdata, law, atOnce = Math.min(2, availableParallelism()) } = options
    const started = options.startReadingProcess()
    started.onMessage(hear)
    started.onExit(() => {
      if (worker === started) afterLoss('scan.damaged')
    })
    started.send({ kind: 'start', settings: { tessdata, notices: law.notices, atOnce } })
    return started
  }

  function hear(message: FromReadingProcess): void {
    if (message.kind === 'memory') {
      memory.reported(message.bytes)
      return
    }
    const job = pending.get(message.id)
    if (!job) return
    if (message.kind === 'page') {
      watch(job)
      job.onPage?.(message.page, message.of)
      if (performance.now() - job.began > wholeLimit + message.of * pageLimit) end(job)
    } else if (message.kind === 'done') settle(job, message.answer)
    else settle(job, err({ code: 'scan.damaged' }))
  }

  function send(job: Pending): void {
    clearTimeout(idleTimer)
    worker ??= start()
    worker.hold(true)
    memory.start(worker)
    worker.send({ kind: 'job', id: job.id, job: job.job })
    watch(job)
  }

  function watch(job: Pending): void {
    clearTimeout(job.timer)
    job.timer = setTimeout(() => end(job), silenceLimit)
    job.timer.unref()
  }

  /** The process goes with it: what it is doing cannot be stopped from outside. The other jobs begin anew. */
  function end(job: Pending): void {
    settle(job, err({ code: 'read.timed-out' }))
    replace()
  }

  function settle(job: Pending, answer: Answer): void {
    clearTimeout(job.timer)
    if (!pending.delete(job.id)) return
    job.resolve(answer)
    if (pending.size > 0) return
    memory.stop()
    worker?.hold(false)
    idleTimer = setTimeout(replace, idleLimit)
    idleTimer.unref()
  }

  function replace(): void {
    drop()
    resend()
  }

  function drop(): void {
    const old = worker
    worker = null
    memory.stop()
    old?.kill()
  }

  /** The process ended by itself: of the jobs that it had, the longest running is the likely cause. */
  function afterLoss(code: ReadFailure['code']): void {
    worker = null
    const [oldest] = pending.values()
    if (oldest) settle(oldest, err({ code }))
    resend()
  }

  function dropOldest(code: ReadFailure['code']): void {
    drop()
    const [oldest] = pending.values()
    if (oldest) settle(oldest, err({ code }))
    resend()
  }

  function resend(): void {
    for (const job of [...pending.values()]) send(job)
  }

  function run(job: Job, { onPage, signal }: ReadOptions = {}): Promise<Answer> {
    if (signal?.aborted) return Promise.resolve(err({ code: 'read.cancelled' }))
    return new Promise((resolve) => {
      const began = performance.now()
      const entry: Pending = { id: ++lastId, job, resolve, onPage, timer: undefined, began }
      pending.set(entry.id, entry)
      signal?.addEventListener('abort', () => cancel(entry), { once: true })
      send(entry)
    })
  }

  /** Answers at once; the process stops before its next page. */
  function cancel(job: Pending): void {
    if (!pending.has(job.id)) return
    worker?.send({ kind: 'cancel', id: job.id })
    settle(job, err({ code: 'read.cancelled' }))
  }

  return {
    read: (scan, how) => {
      const since = performance.timeOrigin + performance.now()
      const job: Job = {
        call: 'read',
        scan,
        since,
        arrangement: how?.arrangement ?? null,
        kept: how?.kept ?? [],
      }
      return run(job, how) as Promise<Result<ScanReading, ReadFailure>>
    },
    pageImage: (scan, page, width, rotation = 0) =>
      run({ call: 'pageImage', scan, page, width, rotation }) as Promise<Result<PageImage, ReadFailure>>,
    sheetImage: (scan, page, rotation = 0) =>
      run({ call: 'sheetImage', scan, page, rotation }) as Promise<Result<PageImage | null, ReadFailure>>,
    pageCount: (scan) => run({ call: 'pageCount', scan }) as Promise<Result<number, ReadFailure>>,
    async isTame(file) {
      const answer = await run({ call: 'isTame', file })
      return answer.ok && answer.value === true
    },
    async close() {
      clearTimeout(idleTimer)
      for (const job of [...pending.values()]) settle(job, err({ code: 'read.cancelled' }))
      clearTimeout(idleTimer)
      drop()
    },
  }
}

type Answer = Extract<FromReadingProcess, { kind: 'done' }>['answer']
type Pending = {
  id: number
  job: Job
  resolve: (answer: Answer) => void
  onPage: ReadOptions['onPage']
  timer: NodeJS.Timeout | undefined
  /** Milliseconds of the running time. */
  began: number
}
