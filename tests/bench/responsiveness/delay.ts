/**
 * Milliseconds by which the event loop came late: the longest, and what 99 of 100 looks stay below. `work`: the most that this
 * thread itself computed between two looks; the rest of a delay is other programs that had the processor.
 */
export type Delay = { max: number; p99: number; work: number }
export type LoopWatch = { reset(): void; read(): Delay }

/** Watches the event loop of a process. Without any import or name from outside, so that it can be sent into another process. */
export function watchEventLoop(): LoopWatch {
  const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
  // Node counts the pause between two looks too, which is no delay.
  const resolution = 1
  const histogram = monitorEventLoopDelay({ resolution })
  histogram.enable()
  let last = process.threadCpuUsage()
  let work = 0
  setInterval(() => {
    const { user, system } = process.threadCpuUsage(last)
    last = process.threadCpuUsage()
    work = Math.max(work, (user + system) / 1000)
  }, resolution).unref()
  const milliseconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolution)
  const watch: LoopWatch = {
    reset() {
      histogram.reset()
      work = 0
    },
    read: () => ({ max: milliseconds(histogram.max), p99: milliseconds(histogram.percentile(99)), work }),
  }
  Object.assign(globalThis, { loopWatch: watch })
  return watch
}
