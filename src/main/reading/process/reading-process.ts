import { assertNever } from '../../../shared/model/result.ts'
import type { ReadOptions } from '../reader.ts'
import type { ProcessLink } from './process-link.ts'
import { memoryOf } from './process-memory.ts'
import {
  type Answer,
  type FromReadingProcess,
  type Job,
  pieceSize,
  type ReadingSettings,
} from './protocol.ts'

/** A job of somebody who waits for it. */
export type Task = {
  id: number
  job: Job
  /** The bytes of its files, by their key. */
  bytesOf: ReadonlyMap<string, () => Uint8Array>
  onPage: ReadOptions['onPage']
  settle: (answer: Answer) => void
  fail: (error: unknown) => void
}

/** Why a process ended before its work did. */
export type Loss = 'memory' | 'time' | 'process'

export type ProcessLimits = {
  /** A job that gives no sign of life for so long is ended; milliseconds. */
  silence: number
  /** A job that takes longer than this in all, and `page` more for each of its pages, is ended; milliseconds. */
  whole: number
  page: number
  /** Bytes that the process may have in memory. */
  memory: number
}

export type ReadingProcess = {
  give(task: Task): void
  /** The process gets a moment to leave it; the others go on. */
  cancel(task: Task): void
  tasks(): readonly Task[]
  memory(): number
  /** Ends it; nobody hears of its tasks any more. Settles when it is gone. */
  kill(): Promise<void>
}

type Running = { task: Task; began: number; timer: NodeJS.Timeout | undefined }
type Heard = {
  /** The process is gone by now; `suspect` is the task that likely ended it. */
  lost(why: Loss, suspect: Task | null, others: readonly Task[]): void
  answered(task: Task): void
}

/** Milliseconds that a cancelled job may still take: as a rule it ends with the page that it is at. */
const graceAfterCancel = 10_000

/** Starts a process that reads, and watches its time and its memory as long as it has something to do. */
export function startReadingProcess(
  link: ProcessLink,
  settings: ReadingSettings,
  limits: ProcessLimits,
  heard: Heard,
): ReadingProcess {
  const running = new Map<number, Running>()
  const leaving = new Map<number, NodeJS.Timeout>()
  const sending = new Map<string, Uint8Array>()
  const memory = memoryOf(link, limits.memory, () => lose('memory', oldest()))

  link.onMessage((message) => {
    if (!over) hear(message)
  })
  const gone = new Promise<void>((resolve) => link.onExit(resolve))
  let over = false
  void gone.then(() => lose('process', oldest()))
  link.send({ kind: 'start', settings })
  link.hold(false)

  const tasks = () => [...running.values()].map(({ task }) => task)
  const oldest = (): Task | null => tasks()[0] ?? null

  function hear(message: FromReadingProcess): void {
    switch (message.kind) {
      case 'memory':
        memory.reported(message.bytes)
        break
      case 'wants':
        sendPiece(message.key, message.at)
        break
      case 'page':
        turnedPage(message.id, message.page, message.of)
        break
      case 'done':
        finish(message.id, message.answer)
        break
      case 'bug':
        finish(message.id, { ok: false, error: { code: 'scan.damaged' } })
        break
      default:
        assertNever(message, 'a message of a reading process')
    }
  }

  function turnedPage(id: number, page: number, of: number): void {
    const entry = running.get(id)
    if (!entry) return
    watchSilence(entry)
    entry.task.onPage?.(page, of)
    if (performance.now() - entry.began > limits.whole + of * limits.page) lose('time', entry.task)
  }

  function finish(id: number, answer: Answer): void {
    const task = running.get(id)?.task
    remove(id)
    clearTimeout(leaving.get(id))
    leaving.delete(id)
    if (!task) return
    task.settle(answer)
    heard.answered(task)
  }

  function remove(id: number): void {
    clearTimeout(running.get(id)?.timer)
    running.delete(id)
    if (running.size > 0) return
    memory.stop()
    link.hold(false)
  }

  function watchSilence(entry: Running): void {
    clearTimeout(entry.timer)
    entry.timer = setTimeout(() => lose('time', entry.task), limits.silence).unref()
  }

  /** The process goes with the job: what it is doing cannot be stopped from outside. */
  function lose(why: Loss, suspect: Task | null): void {
    if (over) return
    const left = tasks()
    void end()
    heard.lost(
      why,
      suspect,
      left.filter((task) => task !== suspect),
    )
  }

  function end(): Promise<void> {
    over = true
    for (const id of [...running.keys()]) remove(id)
    for (const timer of leaving.values()) clearTimeout(timer)
    // Whoever waits for its end must not fall asleep before.
    link.hold(true)
    link.kill()
    return gone
  }

  function sendPiece(key: string, at: number): void {
    const task = tasks().find(({ bytesOf }) => bytesOf.has(key))
    try {
      const bytes = task && (sending.get(key) ?? task.bytesOf.get(key)?.())
      if (!bytes) {
        sending.delete(key)
        link.send({ kind: 'piece', key, piece: null })
        return
      }
      const part = bytes.subarray(at, at + pieceSize)
      link.send({ kind: 'piece', key, piece: { at, bytes: part, length: bytes.length } })
      if (at + part.length < bytes.length) sending.set(key, bytes)
      else sending.delete(key)
    } catch (error) {
      // The library was closed meanwhile, or its disk fails.
      for (const each of tasks().filter(({ bytesOf }) => bytesOf.has(key))) failWith(each, error)
      link.send({ kind: 'piece', key, piece: null })
    }
  }

  function failWith(task: Task, error: unknown): void {
    remove(task.id)
    link.send({ kind: 'cancel', id: task.id })
    task.fail(error)
    heard.answered(task)
  }

  return {
    give(task) {
      const entry = { task, began: performance.now(), timer: undefined }
      running.set(task.id, entry)
      link.hold(true)
      memory.watch()
      link.send({ kind: 'job', id: task.id, job: task.job })
      watchSilence(entry)
    },
    cancel({ id }) {
      if (!running.has(id)) return
      remove(id)
      link.send({ kind: 'cancel', id })
      leaving.set(id, setTimeout(() => lose('time', null), graceAfterCancel).unref())
    },
    tasks,
    memory: memory.bytes,
    kill: end,
  }
}
