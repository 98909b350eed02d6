import type { Api } from '../../shared/contract/contract.ts'
import { createLibraryLoader, isRestart, type LibraryLoader } from './library-loader.ts'
import { isShown, type LibraryState, revisionOf } from './library-state.ts'

export type LibraryStore = {
  api: Api
  getState(): LibraryState
  subscribe(listener: () => void): () => void
  /** Calls back after every change of the library, displayed or not. */
  onRevision(listener: () => void): () => void
  /** Calls back when the library process ended and was started again: what was under way may not be done. */
  onRestart(listener: () => void): () => void
  /** Loads the library and keeps it up to date until `stop`. */
  start(): void
  /** Refreshes right away; used after the window's own changes so that the person sees them at once. */
  refresh(): Promise<void>
  stop(): void
}

/** Refresh after this many polls without changes (about 20 s each), so that `today` advances after midnight. */
const pollsUntilRefresh = 6

/** The window's copy of the library, updated when the core reports a change. */
export function createLibraryStore(api: Api, retryMs = 2000): LibraryStore {
  let state: LibraryState = { kind: 'starting' }
  let running = false
  const listeners = createListeners()
  const restartListeners = createListeners()
  const get = () => state
  const loader = createLibraryLoader(api, {
    get,
    set(next) {
      state = next
      listeners.tell()
    },
  })
  const following = { api, loader, retryMs, get, isRunning: () => running, onRestart: restartListeners.tell }
  return {
    api,
    getState: get,
    subscribe: listeners.add,
    onRevision(listener) {
      let seen = revisionOf(state)
      return listeners.add(() => {
        const now = revisionOf(state)
        if (now !== seen) listener()
        seen = now
      })
    },
    onRestart: restartListeners.add,
    start() {
      if (running) return
      running = true
      void loader.load().then((isLoaded) => (isLoaded ? follow(following) : undefined))
    },
    refresh: loader.refresh,
    stop() {
      running = false
    },
  }
}

type Following = {
  api: Api
  loader: LibraryLoader
  retryMs: number
  get: () => LibraryState
  isRunning: () => boolean
  onRestart: () => void
}

/** Waits for changes, one call after the other, until the store stops. */
async function follow({ api, loader, retryMs, get, isRunning, onRestart }: Following): Promise<void> {
  for (let quiet = 0; isRunning(); quiet += 1) {
    try {
      const before = get()
      const since = isShown(before) ? before.revision : 0
      const { revision } = await api['letters:changed']({ since })
      const now = get()
      const cameBack = isShown(now) && !now.reachable
      if (isRunning() && (revision > since || cameBack || quiet % pollsUntilRefresh === 0))
        await loader.refresh()
    } catch (error) {
      if (isRestart(error)) {
        loader.noteRestart()
        onRestart()
      } else {
        loader.lost(error)
        await new Promise((resolve) => setTimeout(resolve, retryMs))
      }
    }
  }
}

function createListeners() {
  const listeners = new Set<() => void>()
  return {
    add(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(): void {
      for (const listener of listeners) listener()
    },
  }
}
