import { Socket } from 'node:net'
import { type EncodedChannel, encodedChannel, encodedPipe } from './encoded-channel.ts'
import type { FromCore, ToCore } from './protocol.ts'

/** One end of a channel to another process, as Electron gives it. */
export type Port = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown; ports: Port[] }) => void): unknown
  start(): void
}
type Electrons = { parentPort?: Omit<Port, 'start'> }

/** The core's end of the channel to the window's process. */
type ParentLink = {
  post(message: FromCore): void
  /** Where the window's process passes calls through; null where windows have ports. */
  encoded: EncodedChannel | null
  onMessage(listener: (message: ToCore, ports: readonly Port[]) => void): void
  /** The window's process is gone. Electron ends its own children then. */
  onGone(listener: () => void): void
}

/** In Electron's `utilityProcess` there is a `parentPort`, in a child of plain Node a channel of its own. */
export function parentLink(): ParentLink {
  const { parentPort } = process as Electrons
  if (parentPort)
    return {
      post: (message) => parentPort.postMessage(message),
      encoded: null,
      onMessage: (listener) =>
        void parentPort.on('message', ({ data, ports }) => listener(data as ToCore, ports)),
      onGone: () => undefined,
    }
  return {
    post(message) {
      // The window's process may end between the question and the message.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
    },
    encoded: encodedChannel(new Socket({ fd: encodedPipe })),
    onMessage: (listener) => void process.on('message', (message) => listener(message as ToCore, [])),
    onGone: (listener) => void process.on('disconnect', listener),
  }
}
