import type { ProcessLink, StartReadingProcess } from '../../src/main/reading/process/process-link.ts'
import type { FromReadingProcess, Job, ToReadingProcess } from '../../src/main/reading/process/protocol.ts'
import { assertNever } from '../../src/shared/model/result.ts'

/** A real process, and the core that it reads for at the moment. */
type Process = {
  link: ProcessLink
  /** How many jobs it was given that it has not answered, also canceled ones. */
  unanswered: number
  uses: number
  user: Use | null
}
type Use = { hear(message: FromReadingProcess): void; ended(): void }

/** A process that has read for so many cores makes room for a fresh one. */
const usesLimit = 25
let lastUse = 0

/**
 * Starts reading processes that outlive their core: when a core ends one that has answered all its jobs, the next core gets
 * it. Loading the decoders takes a second of a processor, and hundreds of tests open a core. Jobs and files get names that
 * no other core used, so that nothing of one test is seen by another. What is killed at work is really killed.
 */
export function reusingProcesses(startProcess: StartReadingProcess): StartReadingProcess {
  const idle: Process[] = []

  function started(): Process {
    const process: Process = { link: startProcess(), unanswered: 0, uses: 0, user: null }
    process.link.onMessage((message) => {
      if (message.kind === 'done' || message.kind === 'bug') process.unanswered -= 1
      process.user?.hear(message)
    })
    process.link.onExit(() => {
      if (idle.includes(process)) idle.splice(idle.indexOf(process), 1)
      process.user?.ended()
    })
    return process
  }

  return () => {
    const process = idle.pop() ?? started()
    process.uses += 1
    const leave = () => {
      process.user = null
      process.link.hold(false)
      idle.push(process)
    }
    return linkTo(process, leave)
  }
}

/** The line of one core to a process; `leave` is called when the process is free for another core. */
function linkTo(process: Process, leave: () => void): ProcessLink {
  const { link } = process
  const names = namesOfUse(++lastUse)
  const listeners: ((message: FromReadingProcess) => void)[] = []
  const ends: (() => void)[] = []
  const use: Use = {
    hear(message) {
      for (const listener of listeners) listener(names.here(message))
    },
    ended() {
      for (const end of ends) end()
    },
  }
  process.user = use
  const isOurs = () => process.user === use
  return {
    pid: () => (isOurs() ? link.pid() : null),
    send(message) {
      if (!isOurs()) return
      if (message.kind === 'job') process.unanswered += 1
      link.send(names.there(message))
    },
    onMessage: (listener) => void listeners.push(listener),
    onExit: (end) => void ends.push(end),
    kill() {
      if (!isOurs()) return
      if (process.unanswered > 0 || process.uses >= usesLimit) return link.kill()
      leave()
      queueMicrotask(use.ended)
    },
    hold(open) {
      if (isOurs()) link.hold(open)
    },
  }
}

/** Jobs and files have other names in the process (`there`) than in the core that uses it (`here`). */
function namesOfUse(use: number) {
  const firstId = use * 1_000_000
  const prefix = `core ${use} `
  const wanted = new Map<string, string>()

  /** Papers name their files in their input too, and no process keeps them: they stay as they are. */
  const withFiles = (job: Job): Job =>
    job.call === 'work' || job.call === 'strip'
      ? job
      : { ...job, files: job.files.map((file) => ({ ...file, key: prefix + file.key })) }

  return {
    there(message: ToReadingProcess): ToReadingProcess {
      switch (message.kind) {
        case 'start':
          return message
        case 'job':
          return { ...message, id: firstId + message.id, job: withFiles(message.job) }
        case 'cancel':
          return { ...message, id: firstId + message.id }
        case 'piece':
          return { ...message, key: wanted.get(message.key) ?? message.key }
        case 'seen':
          return message
        default:
          return assertNever(message, 'a message to a reading process')
      }
    },
    here(message: FromReadingProcess): FromReadingProcess {
      switch (message.kind) {
        case 'memory':
          return message
        case 'wants': {
          const key = message.key.startsWith(prefix) ? message.key.slice(prefix.length) : message.key
          wanted.set(key, message.key)
          return { ...message, key }
        }
        case 'page':
        case 'number':
        case 'strip':
        case 'done':
        case 'bug':
          return { ...message, id: message.id - firstId }
        default:
          return assertNever(message, 'a message of a reading process')
      }
    },
  }
}
