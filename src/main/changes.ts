/** The library's revision counter and those who wait for it to grow. */
export function createChanges(longestWaitMs = 20_000) {
  let revision = 1
  const waiters = new Set<() => void>()
  return {
    revision: () => revision,
    changed(): void {
      revision += 1
      for (const wake of [...waiters]) wake()
    },
    /** Settles when the revision is above `since`, or after the longest wait. */
    after(since: number): Promise<number> {
      if (revision > since) return Promise.resolve(revision)
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiters.delete(wake)
          resolve(revision)
        }
        const timer = setTimeout(wake, longestWaitMs)
        // A waiting screen must not keep a command line from ending.
        timer.unref()
        waiters.add(wake)
      })
    },
  }
}
