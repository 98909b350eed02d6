import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { GrayImage } from '../../../../src/main/reading/files/scan.ts'
import type { SeenCharacter } from '../../../../src/main/reading/ocr/witness.ts'
import type { ProcessLink } from '../../../../src/main/reading/process/process-link.ts'
import type {
  Answer,
  FromReadingProcess,
  ToReadingProcess,
} from '../../../../src/main/reading/process/protocol.ts'
import { createReadingPool, type ReadingPool } from '../../../../src/main/reading/process/reading-pool.ts'
import type { Task } from '../../../../src/main/reading/process/reading-process.ts'
import { createRemoteWitness } from '../../../../src/main/reading/process/remote-witness.ts'

/** A process that does what the test says: what happens between real ones cannot be timed. */
type Scripted = {
  sent: ToReadingProcess[]
  held: boolean
  killed: boolean
  says: (message: FromReadingProcess) => void
  ends: () => void
}

let processes: Scripted[]
let pool: ReadingPool
const limits = { silence: 60_000, whole: 600_000, page: 10_000, memory: 1000 }
const settings = { tessdata: '', numbers: { notices: [], named: [] }, atOnce: 2 }

function startScripted(): ProcessLink {
  let hear: (message: FromReadingProcess) => void = () => undefined
  let ended: () => void = () => undefined
  const scripted: Scripted = {
    sent: [],
    held: true,
    killed: false,
    says: (message) => hear(message),
    ends: () => ended(),
  }
  processes.push(scripted)
  return {
    pid: () => null,
    send: (message) => scripted.sent.push(message),
    onMessage: (listener) => {
      hear = listener
    },
    onExit: (listener) => {
      ended = listener
    },
    kill() {
      scripted.killed = true
      ended()
    },
    hold: (open) => {
      scripted.held = open
    },
  }
}

const newPool = (more: Partial<Parameters<typeof createReadingPool>[0]> = {}) =>
  createReadingPool({
    start: startScripted,
    settings,
    limits,
    idleLimit: 60_000,
    grownLimit: 500,
    replacesEnded: false,
    look: () => Promise.resolve(null),
    ...more,
  })

let lastId = 0
type Asked = Task & { answers: Answer[]; failures: unknown[] }
function ask(load: () => Uint8Array = () => new Uint8Array(3)): Asked {
  const asked: Asked = {
    id: ++lastId,
    job: { call: 'pageCount', files: [{ key: 'a', password: null }] },
    files: new Map([['a', load]]),
    onPage: undefined,
    onFirstNumber: undefined,
    answers: [],
    failures: [],
    settle: (answer) => asked.answers.push(answer),
    fail: (error) => asked.failures.push(error),
  }
  pool.give(asked)
  return asked
}

const done = (task: Task, value = 1): FromReadingProcess => ({
  kind: 'done',
  id: task.id,
  answer: { ok: true, value },
})
const jobsOf = (at: number) =>
  processes[at]?.sent.flatMap((message) => (message.kind === 'job' ? [message.id] : []))
const atOnceOf = (at: number) =>
  processes[at]?.sent.flatMap((message) => (message.kind === 'start' ? [message.settings.atOnce] : []))
const turn = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  processes = []
  pool = newPool()
})
afterEach(() => pool.close())

describe('a process that is lost', () => {
  test('gives its oldest task a process of its own, one page at a time, and the others a fresh one', async () => {
    const [first, second, third] = [ask(), ask(), ask()]
    processes[0]?.ends()
    await turn()
    expect([jobsOf(1), atOnceOf(1)]).toEqual([[first.id], [1]])
    expect([jobsOf(2), atOnceOf(2)]).toEqual([[second.id, third.id], [2]])
    processes[1]?.says(done(first))
    processes[2]?.says(done(third))
    expect([first.answers.length, second.answers.length, third.answers.length]).toEqual([1, 0, 1])
    expect([processes[1]?.killed, processes[2]?.killed]).toEqual([true, false])
  })

  test('twice for one task is reported with the reason, and the next suspect gets its turn', async () => {
    const [first, second] = [ask(), ask()]
    processes[0]?.ends()
    await turn()
    processes[2]?.ends()
    await turn()
    // The second waits for the process that the first one has for itself.
    expect(processes).toHaveLength(3)
    processes[1]?.ends()
    await turn()
    expect(first.answers).toEqual([{ ok: false, error: { code: 'read.process-lost' } }])
    expect(jobsOf(3)).toEqual([second.id])
  })

  test('with nothing to do is replaced by the next task', async () => {
    const first = ask()
    processes[0]?.says(done(first))
    processes[0]?.ends()
    await turn()
    const second = ask()
    expect(jobsOf(1)).toEqual([second.id])
  })
})

describe('the second engine', () => {
  const strip = { width: 1, height: 1, pixels: new Uint8Array(1) }

  test('is asked for a reading, which is not taken for silent meanwhile', async () => {
    let answer: (seen: SeenCharacter[]) => void = () => undefined
    const asked: GrayImage[] = []
    pool = newPool({
      limits: { ...limits, silence: 50 },
      look(seen) {
        asked.push(seen)
        return new Promise((resolve) => {
          answer = resolve
        })
      },
    })
    const task = ask()
    processes[0]?.says({ kind: 'strip', id: task.id, number: 7, strip })
    await wait(120)
    expect([asked, processes.length, processes[0]?.killed]).toEqual([[strip], 1, false])
    answer([{ text: '4', at: 2 }])
    await turn()
    expect(processes[0]?.sent.at(-1)).toEqual({ kind: 'seen', number: 7, characters: [{ text: '4', at: 2 }] })
    // From now on it is the reading's own silence again.
    while (!processes[0]?.killed) await turn()
  })

  test('is not asked again for a reading that it left without an answer', async () => {
    const posted: FromReadingProcess[] = []
    const remote = createRemoteWitness((message) => posted.push(message))
    const [one, other] = [remote.forJob(1), remote.forJob(2)]
    const first = one.read(strip)
    remote.heard(1, null)
    expect([await first, await one.read(strip), posted.length]).toEqual([null, null, 1])
    const next = other.read(strip)
    remote.heard(2, [{ text: '4', at: 2 }])
    expect(await next).toEqual([{ text: '4', at: 2 }])
    expect(posted).toEqual([
      { kind: 'strip', id: 1, number: 1, strip },
      { kind: 'strip', id: 2, number: 2, strip },
    ])
  })
})

describe('memory', () => {
  test('above the limit is ended; the task is retried alone, then is too large', async () => {
    const task = ask()
    processes[0]?.says({ kind: 'memory', bytes: 1001 })
    expect([processes[0]?.killed, jobsOf(1)]).toEqual([true, [task.id]])
    processes[1]?.says({ kind: 'memory', bytes: 1001 })
    expect(task.answers).toEqual([{ ok: false, error: { code: 'scan.too-large' } }])
  })

  test('a process that has grown finishes its tasks and gets no more', () => {
    const first = ask()
    processes[0]?.says({ kind: 'memory', bytes: 600 })
    const second = ask()
    expect([jobsOf(0), jobsOf(1), processes[0]?.killed]).toEqual([[first.id], [second.id], false])
    processes[0]?.says(done(first))
    expect([first.answers.length, processes[0]?.killed, processes[1]?.killed]).toEqual([1, true, false])
  })

  test('a process that has grown and has nothing to do ends', () => {
    const task = ask()
    processes[0]?.says({ kind: 'memory', bytes: 600 })
    processes[0]?.says(done(task))
    expect(processes[0]?.killed).toBe(true)
  })
})

describe('a process started before its first task', () => {
  test('takes it, or ends after a while without one', async () => {
    pool = newPool({ idleLimit: 20 })
    pool.warm()
    pool.warm()
    const task = ask()
    expect([processes.length, jobsOf(0)]).toEqual([1, [task.id]])
    processes[0]?.says(done(task))
    while (!processes[0]?.killed) await turn()
    pool.warm()
    while (!processes[1]?.killed) await turn()
    expect(processes).toHaveLength(2)
  })

  test('takes the place of one that has grown, where that is wanted', () => {
    pool = newPool({ replacesEnded: true })
    const first = ask()
    processes[0]?.says({ kind: 'memory', bytes: 600 })
    processes[0]?.says(done(first))
    expect([processes[0]?.killed, processes.length]).toEqual([true, 2])
    const second = ask()
    expect(jobsOf(1)).toEqual([second.id])
  })
})

test('a silent process is ended, and so is the second one', async () => {
  pool = newPool({ limits: { ...limits, silence: 10 } })
  const task = ask()
  while (task.answers.length === 0) await turn()
  expect(task.answers).toEqual([{ ok: false, error: { code: 'read.timed-out' } }])
  expect(processes.map(({ killed }) => killed)).toEqual([true, true])
})

test('an idle process ends after a while; one that is needed again does not', async () => {
  pool = newPool({ idleLimit: 20 })
  const first = ask()
  processes[0]?.says(done(first))
  const second = ask()
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(processes[0]?.killed).toBe(false)
  processes[0]?.says(done(second))
  while (!processes[0]?.killed) await turn()
  expect(processes).toHaveLength(1)
})

test('this program stays open for a process that has work, and for no other', () => {
  const task = ask()
  expect(processes[0]?.held).toBe(true)
  processes[0]?.says(done(task))
  expect(processes[0]?.held).toBe(false)
})

describe('a task that is canceled', () => {
  test('is answered at once, and its process continues', () => {
    const [first, second] = [ask(), ask()]
    pool.cancel(first)
    expect(first.answers).toEqual([{ ok: false, error: { code: 'read.cancelled' } }])
    expect(processes[0]?.sent.at(-1)).toEqual({ kind: 'cancel', id: first.id })
    processes[0]?.says(done(second))
    expect(second.answers).toHaveLength(1)
  })

  test('in a process of its own ends that process, and the next suspect gets its turn', async () => {
    const [first, second] = [ask(), ask()]
    processes[0]?.ends()
    await turn()
    processes[2]?.ends()
    await turn()
    pool.cancel(first)
    expect([processes[1]?.killed, jobsOf(3)]).toEqual([true, [second.id]])
  })
})

describe('the bytes of a file', () => {
  const pieces = (at: number) =>
    processes[at]?.sent.flatMap((message) => (message.kind === 'piece' ? [message.piece] : []))

  test('are sent when requested, and loaded once', () => {
    let loads = 0
    const task = ask(() => {
      loads++
      return new Uint8Array(20 * 1024 * 1024).fill(7)
    })
    for (const at of [0, 8, 16]) processes[0]?.says({ kind: 'wants', key: 'a', at: at * 1024 * 1024 })
    expect(pieces(0)?.map((piece) => piece && [piece.at, piece.bytes.length, piece.length])).toEqual(
      [
        [0, 8, 20],
        [8, 8, 20],
        [16, 4, 20],
      ].map((row) => row.map((megabytes) => megabytes * 1024 * 1024)),
    )
    expect(loads).toBe(1)
    processes[0]?.says(done(task))
  })

  test('that no task needs anymore are refused', () => {
    pool.cancel(ask())
    processes[0]?.says({ kind: 'wants', key: 'a', at: 0 })
    expect(pieces(0)).toEqual([null])
  })

  test('that cannot be loaded fail every task that waits for them', () => {
    const broken = new Error('the library was closed')
    const throwing = () => {
      throw broken
    }
    const [first, second] = [ask(throwing), ask(throwing)]
    processes[0]?.says({ kind: 'wants', key: 'a', at: 0 })
    expect([first.failures, second.failures]).toEqual([[broken], [broken]])
    expect([pieces(0), processes[0]?.held]).toEqual([[null], false])
  })
})

test('closing answers every task and ends every process', async () => {
  const [first, second] = [ask(), ask()]
  processes[0]?.ends()
  await turn()
  await pool.close()
  const canceled = [{ ok: false, error: { code: 'read.cancelled' } }]
  expect([first.answers, second.answers]).toEqual([canceled, canceled])
  expect(processes.slice(1).every(({ killed }) => killed)).toBe(true)
})
