import { fork } from 'node:child_process'
import { type ParentPipe, piecePipe, sendWithPipe } from './piece-pipe.ts'
import type { FromReadingProcess, ToReadingProcess } from './protocol.ts'

/**
 * The line to a reading process, whatever started it: `child_process.fork` for the command line, the browser shell and
 * tests, Electron's `utilityProcess` in an installed app, which has no `fork`. Messages are structured clones: bytes travel
 * as `Uint8Array`.
 */
export type ProcessLink = {
  /** null while the system has not said it, and where it never does: then memory is known by what the process reports. */
  pid(): number | null
  send(message: ToReadingProcess): void
  onMessage(hear: (message: FromReadingProcess) => void): void
  /** Called once, after the last message, however the process ended; also when it never started. */
  onExit(ended: () => void): void
  /** At once and without a word to it, also while native code holds it up. */
  kill(): void
  /** Whether this program stays open for the sake of the process. */
  hold(open: boolean): void
}

/** Starts one reading process. It reads nothing before it has heard `start`, the first message. */
export type StartReadingProcess = () => ProcessLink

/**
 * `file` is `shells/reading-process/child.ts`, or its bundle. The process ends automatically when this one does. What decoders print on
 * standard output is dropped: a command's answer is there.
 */
export const forkReadingProcess =
  (file: URL): StartReadingProcess =>
  () => {
    const child = fork(file, [], {
      serialization: 'advanced',
      execArgv: [],
      // Overlapped: on Windows a plain pipe cannot be read and written at the same time.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'overlapped'],
    })
    const pipe = child.stdio[piecePipe] as ParentPipe
    pipe.on('error', () => undefined)
    // A message to a process that just ended fails; its end is told by `exit`.
    child.on('error', () => undefined)
    return {
      pid: () => child.pid ?? null,
      send: (message) => {
        if (child.connected) sendWithPipe(message, (sent) => child.send(sent, () => undefined), pipe)
      },
      onMessage: (hear) => child.on('message', (message) => hear(message as FromReadingProcess)),
      onExit: (ended) => {
        let told = false
        const once = () => {
          if (!told) ended()
          told = true
        }
        child.once('exit', once)
        // Never started: there is no `exit` then.
        child.on('error', () => child.pid === undefined && once())
      },
      kill: () => void child.kill('SIGKILL'),
      hold(open) {
        if (open) {
          child.ref()
          child.channel?.ref()
          pipe.ref()
        } else {
          child.unref()
          child.channel?.unref()
          pipe.unref()
        }
      },
    }
  }
