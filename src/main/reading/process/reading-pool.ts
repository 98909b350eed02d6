import { assertNever, err } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import type { StartReadingProcess } from './process-link.ts'
import type { ReadingSettings } from './protocol.ts'
import {
  type AskSecondEngine,
  type Loss,
  type ProcessEvents,
  type ProcessLimits,
  type ReadingProcess,
  startReadingProcess,
  type Task,
} from './reading-process.ts'

export type PoolOptions = {
  start: StartReadingProcess
  settings: ReadingSettings
  limits: ProcessLimits
  /** Milliseconds after which a process without work ends. */
  idleLimit: number
  /** Bytes above which a process gets no further job. */
  grownLimit: number
  /** Whether a fresh process takes the place of one that was ended for its size or a stopped task, before it is needed. */
  replacesEnded: boolean
  /** Asked by the readings of the pool. */
  look: AskSecondEngine
}

export type ReadingPool = {
  /** Starts the process that the next task will need, unless it runs. */
  warm(): void
  give(task: Task): void
  /** Answers at once; the process stops before its next page. */
  cancel(task: Task): void
  /** Settles when no process runs any more. */
  close(): Promise<void>
}

type Pool = {
  options: PoolOptions
  /** All that have not been ended. */
  processes: Set<ReadingProcess>
  ending: Set<Promise<void>>
  /** What reads for all. */
  shared: ReadingProcess | null
  idleTimer: NodeJS.Timeout | undefined
  /** Tasks that wait for a process of their own; one at a time has it. */
  suspects: Task[]
  alone: ReadingProcess | null
}

/**
 * One process reads for all, and is replaced when it has grown. When it is lost with work in it, the task that likely
 * ended it is tried once more in a process of its own, one page at a time, before anybody hears of it: the cause may have
 * been the file before, or no file at all. The other tasks go on in a fresh process.
 */
export function createReadingPool(options: PoolOptions): ReadingPool {
  const pool: Pool = {
    options,
    processes: new Set(),
    ending: new Set(),
    shared: null,
    idleTimer: undefined,
    suspects: [],
    alone: null,
  }
  return {
    warm: () => warm(pool),
    give: (task) => give(pool, task),
    cancel: (task) => cancel(pool, task),
    close: () => close(pool),
  }
}

function give(pool: Pool, task: Task): void {
  clearTimeout(pool.idleTimer)
  if (pool.shared && hasGrown(pool, pool.shared)) retireShared(pool)
  pool.shared ??= startShared(pool)
  pool.shared.give(task)
}

const hasGrown = ({ options }: Pool, process: ReadingProcess) => process.memory() > options.grownLimit

function startShared(pool: Pool): ReadingProcess {
  const started: ReadingProcess = start(pool, pool.options.settings, {
    lost(why, suspect, others) {
      end(pool, started)
      if (suspect) pool.suspects.push(suspect)
      tryNextAlone(pool)
      for (const task of others) give(pool, task)
      // What a person stopped is no fault of the process, so that the next one may start before it is needed.
      if (!suspect && why === 'time' && pool.options.replacesEnded) warm(pool)
    },
    finished: () => rest(pool, started),
    look: pool.options.look,
  })
  return started
}

/** It finishes what it has; what comes from now on goes to a fresh one. */
function retireShared(pool: Pool): void {
  const grown = pool.shared
  pool.shared = null
  if (grown) rest(pool, grown)
}

/** A process without work stays for a while, unless it has grown or been replaced. */
function rest(pool: Pool, process: ReadingProcess): void {
  if (process.tasks().length > 0) return
  const isShared = process === pool.shared
  if (isShared && !hasGrown(pool, process)) endWhenIdle(pool)
  else end(pool, process)
  if (isShared && pool.options.replacesEnded) warm(pool)
}

function warm(pool: Pool): void {
  pool.shared ??= startShared(pool)
  if (pool.shared.tasks().length === 0) endWhenIdle(pool)
}

function endWhenIdle(pool: Pool): void {
  clearTimeout(pool.idleTimer)
  pool.idleTimer = setTimeout(() => retireShared(pool), pool.options.idleLimit).unref()
}

function tryNextAlone(pool: Pool): void {
  const task = pool.alone ? undefined : pool.suspects.shift()
  if (!task) return
  const leave = () => {
    end(pool, own)
    tryNextAlone(pool)
  }
  const own: ReadingProcess = start(
    pool,
    { ...pool.options.settings, atOnce: 1 },
    {
      lost(why) {
        leave()
        task.settle(err(failureOf(why)))
      },
      finished: leave,
      look: pool.options.look,
    },
  )
  pool.alone = own
  own.give(task)
}

/** What a person hears who has waited for it twice. */
function failureOf(why: Loss): ReadFailure {
  switch (why) {
    case 'memory':
      return { code: 'scan.too-large' }
    case 'time':
      return { code: 'read.timed-out' }
    case 'process':
      return { code: 'read.process-lost' }
    default:
      return assertNever(why, 'a way to lose a process')
  }
}

function start(pool: Pool, settings: ReadingSettings, events: ProcessEvents): ReadingProcess {
  const { options } = pool
  const started = startReadingProcess(options.start(), settings, options.limits, events)
  pool.processes.add(started)
  return started
}

function end(pool: Pool, process: ReadingProcess): void {
  pool.processes.delete(process)
  if (pool.shared === process) pool.shared = null
  if (pool.alone === process) pool.alone = null
  const gone = process.kill().finally(() => pool.ending.delete(gone))
  pool.ending.add(gone)
}

function cancel(pool: Pool, task: Task): void {
  task.settle(canceled)
  pool.suspects = pool.suspects.filter((each) => each !== task)
  const owner = [...pool.processes].find((each) => each.tasks().includes(task))
  if (!owner) return
  owner.cancel(task)
  rest(pool, owner)
  tryNextAlone(pool)
}

async function close(pool: Pool): Promise<void> {
  clearTimeout(pool.idleTimer)
  const waiting = [...pool.suspects.splice(0), ...[...pool.processes].flatMap((each) => each.tasks())]
  for (const process of pool.processes) end(pool, process)
  for (const task of waiting) task.settle(canceled)
  await Promise.all(pool.ending)
}

const canceled = err({ code: 'read.cancelled' } as const)
