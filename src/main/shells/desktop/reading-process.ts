import { fileURLToPath } from 'node:url'
import { utilityProcess } from 'electron'
import {
  forkReadingProcess,
  type ProcessLink,
  type StartReadingProcess,
} from '../../reading/process/process-link.ts'
import type { FromReadingProcess } from '../../reading/process/protocol.ts'

/** An installed app cannot fork (a fuse forbids it to run as Node); Electron starts its helper processes itself. */
export const startUtilityReadingProcess = (file: URL): StartReadingProcess =>
  hasUtilityProcess() ? () => linkToUtility(fileURLToPath(file)) : forkReadingProcess(file)

/** What stands in for Electron in tests has none. */
function hasUtilityProcess(): boolean {
  try {
    return typeof utilityProcess.fork === 'function'
  } catch {
    return false
  }
}

function linkToUtility(file: string): ProcessLink {
  const child = utilityProcess.fork(file, [], { serviceName: 'Waymark reading', stdio: 'inherit' })
  return {
    pid: () => child.pid ?? null,
    send: (message) => child.postMessage(message),
    onMessage: (hear) => child.on('message', (message: FromReadingProcess) => hear(message)),
    onExit: (ended) => child.once('exit', () => ended()),
    // Its own `kill` asks politely first, which native code does not hear.
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL')),
    hold: () => undefined,
  }
}
