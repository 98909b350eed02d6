import { Socket } from 'node:net'
import { joinWithPipe, type OverFork, piecePipe } from './piece-pipe.ts'
import type { FromReadingProcess, ToReadingProcess } from './protocol.ts'

/** The line of a reading process to the one that started it; the other end of `process-link.ts`. */
type ParentLink = {
  post(message: FromReadingProcess): void
  onMessage(hear: (message: ToReadingProcess) => void): void
}

/** What Electron gives a utility process, without its types: this file is no part of the desktop shell. */
type Port = {
  postMessage(message: unknown): void
  on(event: 'message', hear: (event: { data: unknown; ports: Port[] }) => void): void
  start?(): void
}

/** A process without its parent ends: nobody would hear what it reads. */
export function linkToParent(): ParentLink {
  const { parentPort } = process as { parentPort?: Port }
  if (parentPort) return linkOverPort(parentPort)
  if (!process.send) throw new Error('reading process: started without a parent')
  process.once('disconnect', () => process.exit(0))
  // Ctrl+C reaches every process of a terminal; when to end is up to the parent.
  process.on('SIGINT', () => undefined)
  return {
    post: (message) => {
      // The parent may end between the question and the message; `disconnect` tells it.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    onMessage(hear) {
      const joined = joinWithPipe(hear)
      process.on('message', (message) => joined.message(message as OverFork))
      new Socket({ fd: piecePipe }).on('data', joined.bytes).on('error', () => undefined)
    },
  }
}

/** On the desktop the process of the windows starts this one, for the core: it sends the port to the core, and no more. */
function linkOverPort(parentPort: Port): ParentLink {
  let [core, hear]: [Port | null, (message: ToReadingProcess) => void] = [null, () => undefined]
  parentPort.on('message', ({ ports: [port] }) => {
    if (!port) return
    core = port
    port.on('message', ({ data }) => hear(data as ToReadingProcess))
    port.start?.()
  })
  return {
    post: (message) => core?.postMessage(message),
    onMessage(listener) {
      hear = listener
    },
  }
}
