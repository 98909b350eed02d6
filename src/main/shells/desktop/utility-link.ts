import { MessageChannelMain, type MessagePortMain, utilityProcess } from 'electron'
import type { CoreLink, FromLink } from '../core-process/link.ts'
import type { FromCore, ReadingReply } from '../core-process/protocol.ts'

/**
 * A core in a process of Electron's own, which ends with the app. The reading processes that it asks for are started here,
 * because an installed app cannot fork (a fuse forbids it to run as Node), and end with it.
 */
export function utilityCore(coreFile: string, readingFile: string): CoreLink<MessagePortMain> {
  const child = utilityProcess.fork(coreFile, [], { serviceName: 'Waymark library', stdio: 'inherit' })
  const readings = createReadings(readingFile, (message, ports) => child.postMessage(message, ports))
  child.once('exit', readings.endAll)
  return {
    get pid() {
      return child.pid
    },
    post: (message, ports = []) => child.postMessage(message, [...ports]),
    encoded: null,
    onMessage: (listener) =>
      void child.on('message', (message: FromCore) => {
        if (message.kind === 'start-reading') readings.start(message.id)
        else if (message.kind === 'end-reading') readings.end(message.id)
        else listener(message satisfies FromLink)
      }),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => endAtOnce(child),
  }
}

/** The reading processes of one core, by the numbers that it gave them. */
function createReadings(file: string, reply: (message: ReadingReply, ports: MessagePortMain[]) => void) {
  const running = new Map<number, Electron.UtilityProcess>()
  return {
    start(id: number): void {
      const child = utilityProcess.fork(file, [], { serviceName: 'Waymark reading', stdio: 'inherit' })
      running.set(id, child)
      const { port1, port2 } = new MessageChannelMain()
      child.once('spawn', () => {
        child.postMessage({ kind: 'port' }, [port1])
        reply({ kind: 'reading', id, pid: child.pid ?? null }, [port2])
      })
      child.once('exit', () => {
        running.delete(id)
        reply({ kind: 'reading-ended', id }, [])
      })
    },
    end(id: number): void {
      const child = running.get(id)
      if (child) endAtOnce(child)
    },
    endAll(): void {
      for (const child of running.values()) endAtOnce(child)
    },
  }
}

/** Electron's own `kill` asks politely first, which native code does not hear. */
function endAtOnce(child: Electron.UtilityProcess): void {
  if (child.pid === undefined) child.kill()
  else process.kill(child.pid, 'SIGKILL')
}
