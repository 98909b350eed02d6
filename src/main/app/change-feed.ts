import type { LetterId } from '../../shared/model/letter.ts'

export type ChangeFeed = ReturnType<typeof createChangeFeed>

/** The library's revision counter, which begins with `first`, and those who wait for it to grow. */
export function createChangeFeed(first = 1, longestWaitMs = 20_000) {
  let revision = first
  let unknownAt = first
  const changedAt = new Map<LetterId, number>()
  const waiters = new Set<() => void>()
  return {
    revision: () => revision,
    /** `ids`: the letters that are not what they were; without it any may be. */
    changed(ids?: readonly LetterId[]): void {
      revision += 1
      if (ids) for (const id of ids) changedAt.set(id, revision)
      else unknownAt = revision
      for (const wake of [...waiters]) wake()
    },
    /** The letters that changed after `since`; null when that is not known, so that any may have. */
    lettersAfter(since: number): LetterId[] | null {
      if (since < unknownAt || since > revision) return null
      return [...changedAt].filter(([, at]) => at > since).map(([id]) => id)
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
