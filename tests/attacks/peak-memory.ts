import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has had so far, in kilobytes. On Linux `maxRSS` begins with what the parent had when it
 * started this process, which hides whatever stays below that.
 */
export function peakKilobytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS
  return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1])
}
