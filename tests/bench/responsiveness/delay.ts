import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Milliseconds by which the event loop came late. */
export type Delay = { max: number; p99: number }

/** Node counts the pause between two looks too, which is no delay. */
const resolution = 1

/** Watches the event loop of this process. */
export function watchEventLoop() {
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
  return {
    reset: () => histogram.reset(),
    read: (): Delay => ({ max: milliseconds(histogram.max), p99: milliseconds(histogram.percentile(99)) }),
  }
}
