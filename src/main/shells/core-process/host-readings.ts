import type { ProcessLink, StartReadingProcess } from '../../reading/process/process-link.ts'
import type { FromReadingProcess, ToReadingProcess } from '../../reading/process/protocol.ts'
import type { Port } from './parent-link.ts'
import type { ReadingReply, ReadingRequest } from './protocol.ts'

/** Reading processes that the window's process starts, for a core that cannot. Their bytes go over a channel of their own. */
export function createHostReadings(post: (message: ReadingRequest) => void) {
  const running = new Map<number, Reading>()
  let last = 0
  const start: StartReadingProcess = () => {
    const id = ++last
    const reading = createReading(() => post({ kind: 'end-reading', id }))
    running.set(id, reading)
    post({ kind: 'start-reading', id })
    return reading.link
  }
  return {
    start,
    hear(message: ReadingReply, port: Port | undefined): void {
      const reading = running.get(message.id)
      if (message.kind === 'reading') {
        if (port) reading?.started(port, message.pid)
      } else {
        running.delete(message.id)
        reading?.ended()
      }
    },
  }
}

type Reading = ReturnType<typeof createReading>

function createReading(endIt: () => void) {
  const waiting: ToReadingProcess[] = []
  let hear: (message: FromReadingProcess) => void = () => undefined
  let onExit: () => void = () => undefined
  let port: Port | null = null
  let pid: number | null = null
  const link: ProcessLink = {
    pid: () => pid,
    send(message) {
      if (port) port.postMessage(message)
      else waiting.push(message)
    },
    onMessage(listener) {
      hear = listener
    },
    onExit(listener) {
      onExit = listener
    },
    kill: endIt,
    // The core stays open until it is told to end.
    hold: () => undefined,
  }
  return {
    link,
    started(itsPort: Port, itsPid: number | null): void {
      port = itsPort
      pid = itsPid
      port.on('message', ({ data }) => hear(data as FromReadingProcess))
      port.start()
      for (const message of waiting.splice(0)) port.postMessage(message)
    },
    ended(): void {
      pid = null
      onExit()
    },
  }
}
