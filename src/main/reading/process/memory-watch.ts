/** Milliseconds. A table that doubles takes hundreds of megabytes at once, so looking seldom is looking too late. */
const interval = 20

/**
 * Looks fifty times a second by how much this process has grown since `start`, and calls `tooMuch` once when that is more
 * than `limit` bytes. Decoders take memory outside of what a worker's own limit counts, so the whole is what is looked at.
 */
export function watchMemory(limit: number, tooMuch: () => void) {
  let timer: NodeJS.Timeout | undefined
  let before = 0
  const look = () => {
    if (process.memoryUsage.rss() - before <= limit) return
    stop()
    tooMuch()
  }
  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }
  return {
    start(): void {
      if (timer) return
      before = process.memoryUsage.rss()
      timer = setInterval(look, interval)
      timer.unref()
    },
    stop,
  }
}
