import { readFileSync } from 'node:fs'
import type { ProcessLink } from './process-link.ts'

/** Milliseconds. A table that doubles takes hundreds of megabytes at once, so looking seldom is looking too late. */
const interval = 20

export type ProcessMemory = {
  /** What the process had in memory at the last look; 0 before the first. */
  bytes(): number
  /** The process said it itself. */
  reported(bytes: number): void
  /** Looks fifty times a second from now on, and calls `tooMuch` when it is more than the limit. */
  watch(): void
  stop(): void
}

/**
 * The memory of one process. On Linux the system tells it by the pid, also of a process that native code holds up;
 * elsewhere the process reports it, and one that cannot is ended for its silence.
 */
export function memoryOf(link: ProcessLink, limit: number, tooMuch: () => void): ProcessMemory {
  let timer: NodeJS.Timeout | undefined
  let last = 0

  function note(bytes: number | null): void {
    if (bytes !== null) last = bytes
    if (timer && last > limit) tooMuch()
  }

  return {
    bytes() {
      last = residentBytes(link.pid()) ?? last
      return last
    },
    reported: note,
    watch() {
      timer ??= setInterval(() => note(residentBytes(link.pid())), interval).unref()
    },
    stop() {
      clearInterval(timer)
      timer = undefined
    },
  }
}

/** What a process has in memory, by its pid; null where the system does not tell, or the process is gone. */
function residentBytes(pid: number | null): number | null {
  if (pid === null || process.platform !== 'linux') return null
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** In the process itself: says how much it has, where nobody can see it from outside. */
export function reportMemory(say: (bytes: number) => void): void {
  if (process.platform === 'linux') return
  setInterval(() => say(process.memoryUsage.rss()), interval).unref()
}
