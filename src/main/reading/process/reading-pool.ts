import { assertNever, err } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import type { StartReadingProcess } from './process-link.ts'
import type { ReadingSettings } from './protocol.ts'
import {
  type Loss,
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
}

export type ReadingPool = {
  give(task: Task): void
  /** Answers at once; the process stops before its next page. */
  cancel(task: Task): void
  close(): Promise<void>
}

/**
 * One process reads for all, and is replaced when it has grown. When it is lost with work in it, the task that likely
 * ended it is tried once more in a process of its own, one page at a time, before anybody hears of it: the cause may have
 * been the file before, or no file at all. The other tasks go on in a fresh process.
 */
export function createReadingPool(options: PoolOptions): ReadingPool {
  const processes = new Set<ReadingProcess>()
  const ending = new Set<Promise<void>>()
  /** Tasks that wait for a process of their own; one at a time has it. */
  const suspects: Task[] = []
  let alone: ReadingProcess | null = null
  let shared: ReadingProcess | null = null
  let idleTimer: NodeJS.Timeout | undefined

  function give(task: Task): void {
    clearTimeout(idleTimer)
    if (shared && shared.memory() > options.grownLimit) retireShared()
    shared ??= startShared()
    shared.give(task)
  }

  function startShared(): ReadingProcess {
    const started: ReadingProcess = start(options.settings, {
      lost(_why, suspect, others) {
        forget(started)
        if (suspect) suspects.push(suspect)
        tryNextAlone()
        others.forEach(give)
      },
      answered: () => rest(started),
    })
    return started
  }

  /** It finishes what it has; what comes from now on goes to a fresh one. */
  function retireShared(): void {
    const grown = shared
    shared = null
    if (grown) rest(grown)
  }

  /** A process without work stays for a while, unless it has been replaced. */
  function rest(idle: ReadingProcess): void {
    if (idle.tasks().length > 0) return
    if (idle !== shared) end(idle)
    else if (idle.memory() > options.grownLimit) retireShared()
    else idleTimer = setTimeout(retireShared, options.idleLimit).unref()
  }

  function tryNextAlone(): void {
    const task = alone ? undefined : suspects.shift()
    if (!task) return
    const own: ReadingProcess = start(
      { ...options.settings, atOnce: 1 },
      {
        lost(why, suspect) {
          forget(own)
          leaveAlone()
          suspect?.settle(err(failureOf(why)))
        },
        answered() {
          end(own)
          leaveAlone()
        },
      },
    )
    alone = own
    own.give(task)
  }

  function leaveAlone(): void {
    alone = null
    tryNextAlone()
  }

  function start(
    settings: ReadingSettings,
    heard: Parameters<typeof startReadingProcess>[3],
  ): ReadingProcess {
    const started = startReadingProcess(options.start(), settings, options.limits, heard)
    processes.add(started)
    return started
  }

  function forget(lost: ReadingProcess): void {
    if (shared === lost) shared = null
    end(lost)
  }

  function end(ended: ReadingProcess): void {
    processes.delete(ended)
    const gone = ended.kill().finally(() => ending.delete(gone))
    ending.add(gone)
  }

  function cancel(task: Task): void {
    task.settle(err({ code: 'read.cancelled' }))
    const at = suspects.indexOf(task)
    if (at >= 0) suspects.splice(at, 1)
    const owner = [...processes].find((each) => each.tasks().includes(task))
    if (!owner) return
    owner.cancel(task)
    rest(owner)
    if (owner === alone) leaveAlone()
  }

  return {
    give,
    cancel,
    async close() {
      clearTimeout(idleTimer)
      const waiting = [...suspects.splice(0), ...[...processes].flatMap((each) => each.tasks())]
      shared = null
      alone = null
      for (const each of processes) end(each)
      for (const task of waiting) task.settle(err({ code: 'read.cancelled' }))
      await Promise.all(ending)
    },
  }
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
