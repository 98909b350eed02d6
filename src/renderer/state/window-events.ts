import type { DraftsStore } from './drafts-store.ts'

/** Reports user activity from time to time, so that the auto-lock waits. */
export function reportActivity(report: () => void, everyMs = 30_000): () => void {
  const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
  let reportedAt = performance.now()
  const onActivity = () => {
    if (performance.now() - reportedAt < everyMs) return
    reportedAt = performance.now()
    report()
  }
  for (const event of events) window.addEventListener(event, onActivity, { passive: true })
  return () => {
    for (const event of events) window.removeEventListener(event, onActivity)
  }
}

/**
 * Saves when the window is hidden, since it may be closed next; asks before unloading only if something is still
 * unsaved.
 */
export function saveBeforeLeaving(...drafts: Pick<DraftsStore<unknown>, 'flushAll' | 'dirty'>[]): () => void {
  const flush = () => {
    for (const each of drafts) void each.flushAll()
  }
  const onVisibility = () => document.visibilityState === 'hidden' && flush()
  const onUnload = (event: BeforeUnloadEvent) => {
    flush()
    if (drafts.some((each) => each.dirty())) event.preventDefault()
  }
  document.addEventListener('visibilitychange', onVisibility)
  window.addEventListener('pagehide', flush)
  window.addEventListener('beforeunload', onUnload)
  return () => {
    flush()
    document.removeEventListener('visibilitychange', onVisibility)
    window.removeEventListener('pagehide', flush)
    window.removeEventListener('beforeunload', onUnload)
  }
}
