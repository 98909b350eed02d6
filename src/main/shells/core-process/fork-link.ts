import { fork } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { encodedChannel, encodedPipe } from './encoded-channel.ts'
import type { CoreLink, FromLink } from './link.ts'

/** A core in a process of plain Node. It ends when this one does, because then their channel is closed. */
export function forkCore(moduleFile: URL): CoreLink {
  const child = fork(fileURLToPath(moduleFile), {
    serialization: 'advanced',
    execArgv: [],
    // Overlapped: on Windows a plain pipe cannot be read and written at the same time.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc', 'overlapped'],
  })
  // A process that cannot be started, or a message to one that is gone: its end is told below.
  child.on('error', () => undefined)
  return {
    pid: child.pid,
    post(message) {
      if (child.connected) child.send(message, () => undefined)
    },
    encoded: encodedChannel(child.stdio[encodedPipe] as Duplex),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromLink)),
    onExit: (listener) => void child.once('close', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
