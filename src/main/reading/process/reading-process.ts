import { assertNever } from '../../../shared/model/result.ts'
import type { GrayImage } from '../files/scan.ts'
import type { SeenCharacter } from '../ocr/witness.ts'
import type { ReadOptions } from '../reader.ts'
import type { ProcessLink } from './process-link.ts'
import { memoryOf, type ProcessMemory } from './process-memory.ts'
import type { Answer, FromReadingProcess, Job, ReadingSettings } from './protocol.ts'
import { createFileSender, type FileSender, type FilesByKey } from './send-files.ts'

/** A job of somebody who waits for it. */
export type Task = {
  id: number
  job: Job
  files: FilesByKey
  onPage: ReadOptions['onPage']
  onFirstNumber: ReadOptions['onFirstNumber']
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

/** What the second engine sees in a strip; null: nobody can say. Never throws. */
export type AskSecondEngine = (strip: GrayImage) => Promise<SeenCharacter[] | null>

export type ProcessEvents = {
  /** It is being ended; `suspect` is the task that likely brought it about. */
  lost(why: Loss, suspect: Task | null, others: readonly Task[]): void
  /** A task is over, with an answer or without. */
  finished(): void
  look: AskSecondEngine
}

type Running = { task: Task; began: number; timer: NodeJS.Timeout | undefined }
type State = {
  link: ProcessLink
  limits: ProcessLimits
  events: ProcessEvents
  memory: ProcessMemory
  sender: FileSender
  running: Map<number, Running>
  /** Canceled jobs that the process has not left yet. */
  leaving: Map<number, NodeJS.Timeout>
  gone: Promise<void>
  over: boolean
}

/** Starts a process that reads, and watches its time and its memory as long as it has something to do. */
export function startReadingProcess(
  link: ProcessLink,
  settings: ReadingSettings,
  limits: ProcessLimits,
  events: ProcessEvents,
): ReadingProcess {
  const state: State = {
    link,
    limits,
    events,
    memory: memoryOf(link, limits.memory, () => lose(state, 'memory', oldestOf(state))),
    sender: createFileSender(link),
    running: new Map(),
    leaving: new Map(),
    gone: new Promise((resolve) => link.onExit(resolve)),
    over: false,
  }
  void state.gone.then(() => lose(state, 'process', oldestOf(state)))
  link.onMessage((message) => {
    if (!state.over) hear(state, message)
  })
  link.send({ kind: 'start', settings })
  link.hold(false)
  return {
    give: (task) => give(state, task),
    cancel: (task) => cancel(state, task),
    tasks: () => tasksOf(state),
    memory: state.memory.bytes,
    kill: () => end(state),
  }
}

const tasksOf = ({ running }: State): Task[] => [...running.values()].map(({ task }) => task)
/** Of several, the longest running is the likely cause of what goes wrong. */
const oldestOf = (state: State): Task | null => tasksOf(state)[0] ?? null

function give(state: State, task: Task): void {
  const entry = { task, began: performance.now(), timer: undefined }
  state.running.set(task.id, entry)
  state.link.hold(true)
  state.memory.watch()
  state.link.send({ kind: 'job', id: task.id, job: task.job })
  watchSilence(state, entry)
}

function watchSilence(state: State, entry: Running): void {
  clearTimeout(entry.timer)
  entry.timer = setTimeout(() => lose(state, 'time', entry.task), state.limits.silence).unref()
}

function hear(state: State, message: FromReadingProcess): void {
  switch (message.kind) {
    case 'memory':
      state.memory.reported(message.bytes)
      break
    case 'wants':
      sendFile(state, message.key, message.at)
      break
    case 'page':
      notePage(state, message.id, message.page, message.of)
      break
    case 'number':
      state.running.get(message.id)?.task.onFirstNumber?.(message.code)
      break
    case 'strip':
      void askSecondEngine(state, message)
      break
    case 'done':
      finish(state, message.id, message.answer)
      break
    case 'bug':
      finish(state, message.id, { ok: false, error: { code: 'scan.damaged' } })
      break
    default:
      assertNever(message, 'a message of a reading process')
  }
}

/** Meanwhile the job waits for another process, whose silence has a limit of its own. */
async function askSecondEngine(
  state: State,
  { id, number, strip }: Extract<FromReadingProcess, { kind: 'strip' }>,
): Promise<void> {
  clearTimeout(state.running.get(id)?.timer)
  const characters = await state.events.look(strip)
  if (state.over) return
  const entry = state.running.get(id)
  if (entry) watchSilence(state, entry)
  state.link.send({ kind: 'seen', number, characters })
}

function sendFile(state: State, key: string, at: number): void {
  const waiting = tasksOf(state).filter(({ files }) => files.has(key))
  try {
    state.sender.send(key, at, waiting[0]?.files)
  } catch (error) {
    // The library was closed meanwhile, or its disk fails.
    for (const task of waiting) {
      remove(state, task.id)
      task.fail(error)
    }
    state.events.finished()
  }
}

function notePage(state: State, id: number, page: number, of: number): void {
  const entry = state.running.get(id)
  if (!entry) return
  watchSilence(state, entry)
  entry.task.onPage?.(page, of)
  const { whole, page: each } = state.limits
  if (performance.now() - entry.began > whole + of * each) lose(state, 'time', entry.task)
}

function finish(state: State, id: number, answer: Answer): void {
  const task = state.running.get(id)?.task
  remove(state, id)
  clearTimeout(state.leaving.get(id))
  state.leaving.delete(id)
  task?.settle(answer)
  if (task) state.events.finished()
}

function remove(state: State, id: number): void {
  clearTimeout(state.running.get(id)?.timer)
  state.running.delete(id)
  if (state.running.size > 0) return
  state.memory.stop()
  state.link.hold(false)
}

/** Milliseconds that a canceled job may still take: as a rule it ends with the page that it is at. */
const graceAfterCancel = 10_000

function cancel(state: State, { id }: Task): void {
  if (!state.running.has(id)) return
  remove(state, id)
  state.link.send({ kind: 'cancel', id })
  state.leaving.set(id, setTimeout(() => lose(state, 'time', null), graceAfterCancel).unref())
}

/** The process goes with the job: what it is doing cannot be stopped from outside. */
function lose(state: State, why: Loss, suspect: Task | null): void {
  if (state.over) return
  const others = tasksOf(state).filter((task) => task !== suspect)
  void end(state)
  state.events.lost(why, suspect, others)
}

function end(state: State): Promise<void> {
  state.over = true
  for (const id of [...state.running.keys()]) remove(state, id)
  for (const timer of state.leaving.values()) clearTimeout(timer)
  // Whoever waits for its end must not fall asleep before.
  state.link.hold(true)
  state.link.kill()
  return state.gone
}
