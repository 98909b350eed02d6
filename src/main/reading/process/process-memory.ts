import { readFileSync } from 'node:fs'
import type { ProcessLink } from './process-link.ts'

/** Milliseconds. A table that doubles takes hundreds of megabytes at once, so looking seldom is looking too late. */
const interval = 20

/**
 * Looks fifty times a second at what the process has in memory, and calls `tooMuch` once when that is more than `limit`
 * bytes. On Linux the system says it, also of a process that native code holds up; elsewhere the process reports it.
 */
export function watchMemory(limit: number, tooMuch: () => void) {
  let timer: NodeJS.Timeout | undefined
  let watched: ProcessLink | null = null
  const check = (bytes: number | null) => {
    if (!watched || bytes === null || bytes <= limit) return
    stop()
    tooMuch()
  }
  function stop(): void {
    clearInterval(timer)
    timer = undefined
    watched = null
  }
  return {
    start(link: ProcessLink): void {
      if (watched === link) return
      stop()
      watched = link
      timer = setInterval(() => check(residentBytes(link.pid())), interval)
      timer.unref()
    },
    reported: check,
    stop,
  }
}

/** What a process has in memory, by its pid; null where the system does not tell, or the process is gone. */
export function residentBytes(pid: number | null): number | null {
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
