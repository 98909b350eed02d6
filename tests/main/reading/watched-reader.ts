import { readFileSync } from 'node:fs'
import type { ReaderOptions } from '../../../src/main/reading/process/client.ts'
import type { ProcessLink } from '../../../src/main/reading/process/process-link.ts'
import { forkOwnProcess } from '../../support.ts'
import { startReader } from './reading-support.ts'

/** A reader whose processes a test can look at, and end. */
export function startWatchedReader(options: Partial<ReaderOptions> = {}) {
  const started: ProcessLink[] = []
  const running = new Set<ProcessLink>()
  const secondEngines = new Set<ProcessLink>()
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
      return {
        ...link,
        send(message) {
          if (message.kind === 'job' && message.job.call === 'strip') secondEngines.add(link)
          link.send(message)
        },
      }
    },
  })
  return {
    reader,
    /** Pids of the processes that read now, the oldest first. */
    pids: (): number[] => pidsOf([...running].filter((link) => !secondEngines.has(link))),
    startedProcesses: (): number => started.filter((link) => !secondEngines.has(link)).length,
    /** Pids of the processes that run the second engine now. */
    secondEngines: (): number[] => pidsOf([...running].filter((link) => secondEngines.has(link))),
    /** The most bytes that any process had in memory, of those that ran since the last call. */
    takePeak(): number {
      look()
      const most = peak
      peak = 0
      return most
    },
    /** The most that a process with the second engine has had in memory, of those that run. */
    peakOfSecondEngine: (): number => Math.max(0, ...pidsOf([...secondEngines]).map(peakOf)),
    async close(): Promise<void> {
      await reader.close()
      clearInterval(timer)
    },
  }
}

const pidsOf = (links: readonly ProcessLink[]): number[] => links.flatMap((link) => link.pid() ?? [])

/** The most that a process had in memory since it started, by what Linux says of it; 0 where it is gone, or no Linux. */
function peakOf(pid: number | null): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1')
    return 1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0)
  } catch {
    return 0
  }
}
