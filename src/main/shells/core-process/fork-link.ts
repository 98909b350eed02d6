import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CoreLink, FromLink } from './link.ts'

/** A core in a process of plain Node. It ends when this one does, because then their channel is closed. */
export function forkCore(moduleFile: URL): CoreLink {
  const child = fork(fileURLToPath(moduleFile), {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  // A process that cannot be started, or a message to one that is gone: its end is told below.
  child.on('error', () => undefined)
  return {
    pid: child.pid,
    post: (message) =>
      new Promise((resolve) => {
        if (child.connected) child.send(message, () => resolve())
        else resolve()
      }),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromLink)),
    onExit: (listener) => void child.once('close', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
