import type { LetterId } from '../../shared/model/letter.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'

/** @param first the revision to start with */
export function createChangeFeed(first = 1, longestWaitMs = 20_000): ChangeFeed {
  let revision = first
  let unknownAt = first
  const changedAt = new Map<LetterId, number>()
  const waiters = new Set<() => void>()
  return {
    revision: () => revision,
    changed(ids) {
      revision += 1
      if (ids) for (const id of ids) changedAt.set(id, revision)
      else unknownAt = revision
      for (const wake of [...waiters]) wake()
    },
    lettersAfter(since) {
      if (since < unknownAt || since > revision) return null
      return [...changedAt].filter(([, at]) => at > since).map(([id]) => id)
    },
    after(since) {
      if (revision > since) return Promise.resolve(revision)
      return new Promise((resolve) => {
        const wake = () => {
          clearTimeout(timer)
          waiters.delete(wake)
          resolve(revision)
        }
        const timer = setTimeout(wake, longestWaitMs)
        // A waiting screen must not keep a command line process alive.
        timer.unref()
        waiters.add(wake)
      })
    },
  }
}
