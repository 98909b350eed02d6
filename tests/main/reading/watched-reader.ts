import { readFileSync } from 'node:fs'
import type { ReaderOptions } from '../../../src/main/reading/process/client.ts'
import type { ProcessLink } from '../../../src/main/reading/process/process-link.ts'
import { forkOwnProcess } from '../../support.ts'
import { startReader } from './reading-support.ts'

/** A reader whose processes a test can look at, and end. */
export function startWatchedReader(options: Partial<ReaderOptions> = {}) {
  const started: ProcessLink[] = []
  const running = new Set<ProcessLink>()
  let peak = 0

  const look = () => {
    for (const link of running) peak = Math.max(peak, peakOf(link.pid()))
  }
  const timer = setInterval(look, 5).unref()

  const reader = startReader({
    ...options,
    startReadingProcess: () => {
      const link = forkOwnProcess()
      started.push(link)
      running.add(link)
      link.onExit(() => running.delete(link))
      return link
    },
  })
  return {
    reader,
    /** Pids of the processes that run now, the oldest first. */
    pids: (): number[] => [...running].flatMap((link) => link.pid() ?? []),
    startedProcesses: (): number => started.length,
    /** The most bytes that any process had in memory, of those that ran since the last call. */
    takePeak(): number {
      look()
      const most = peak
      peak = 0
      return most
    },
    async close(): Promise<void> {
      await reader.close()
      clearInterval(timer)
    },
  }
}

/** The most that a process had in memory since it started, by what Linux says of it; 0 where it is gone, or no Linux. */
function peakOf(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
