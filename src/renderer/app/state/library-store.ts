import type { Forms } from '../../../shared/appeals/appeal-papers.ts'
import type { Api, Output } from '../../../shared/contract/contract.ts'
import type { AppRevision, LibraryState as FileState } from '../../../shared/contract/library.ts'
import type { Law } from '../../../shared/law/law.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { layPackWords } from '../../i18n/words.ts'
import { ApiError } from './api.ts'
import { settledLetters, withNews } from './letter-lists.ts'

export type ReadyState = {
  kind: 'ready'
  law: Law
  forms: Forms
  version: string
  shell: Output<'app:start'>['shell']
  /** The rules in use and the library that is open. */
  appRevision: AppRevision
  today: Day
  revision: number
  letters: Letter[]
  /** The same letters in a list that does not change with reading progress; see `settledLetters`. */
  settled: Letter[]
  /** False while the core does not answer; what is shown may be stale. */
  reachable: boolean
}
/** The window is open but the library is not: not chosen yet, locked, damaged, or busy. */
export type ClosedState = {
  kind: 'closed'
  library: Exclude<FileState, { kind: 'open' }>
  appRevision: AppRevision
  shell: Output<'app:start'>['shell']
  version: string
  revision: number
  reachable: boolean
  /** It closed because the library process ended and was started again. */
  restarted: boolean
}
export type LibraryState = { kind: 'starting' } | { kind: 'stopped'; code: string } | ClosedState | ReadyState

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

/** What stays the same until the rules or the library change. */
type Known = Pick<ReadyState, 'law' | 'forms' | 'version' | 'shell' | 'appRevision'>

/** Refresh after this many polls without changes (about 20 s each), so that `today` advances after midnight. */
const pollsUntilRefresh = 6

/** The window's copy of the library, updated when the core reports a change. */
export function createLibraryStore(api: Api, retryMs = 2000): LibraryStore {
  let state: LibraryState = { kind: 'starting' }
  let running = false
  let restarted = false
  const listeners = new Set<() => void>()
  const restartListeners = new Set<() => void>()

  function set(next: LibraryState): void {
    state = next
    for (const listener of listeners) listener()
  }

  let known: Known | null = null

  /** Fetches the letters, or the reason why there are none to show. */
  async function refresh(): Promise<void> {
    if (state.kind === 'ready') await takeNews(state.revision)
    else await look()
  }

  async function takeNews(since: number): Promise<void> {
    try {
      const news = await api['letters:since']({ revision: since })
      // A late answer must not replace newer letters.
      if (state.kind !== 'ready' || news.revision < state.revision) return
      if (!isSame(news.appRevision, state.appRevision)) return await look()
      const { revision, today } = news
      const letters = withNews(state.letters, news)
      const settled = settledLetters(state.settled, letters)
      restarted = false
      set({ ...state, revision, today, letters, settled, reachable: true })
    } catch (error) {
      if (!(error instanceof ApiError && error.code.startsWith('library.'))) throw error
      await look()
    }
  }

  function open(known: Known, list: Output<'letters:list'>): void {
    restarted = false
    set({ kind: 'ready', ...known, ...list, settled: list.letters, reachable: true })
  }

  async function look(): Promise<void> {
    const { revision, library, appRevision } = await api['library:state'](null)
    if (!known || !isSame(known.appRevision, appRevision)) known = knownFrom(await begin())
    const { version, shell } = known
    if (library.kind !== 'open')
      set({ kind: 'closed', library, appRevision, version, shell, revision, reachable: true, restarted })
    else open(known, await api['letters:list'](null))
  }

  async function follow(): Promise<void> {
    for (let quiet = 0; running; quiet += 1) {
      try {
        const since = isShown(state) ? state.revision : 0
        const { revision } = await api['letters:changed']({ since })
        const cameBack = isShown(state) && !state.reachable
        if (running && (revision > since || cameBack || quiet % pollsUntilRefresh === 0)) await refresh()
      } catch (error) {
        if (isRestart(error)) tellOfRestart()
        else {
          lost(error)
          await new Promise((resolve) => setTimeout(resolve, retryMs))
        }
      }
    }
  }

  function tellOfRestart(): void {
    restarted = true
    for (const listener of restartListeners) listener()
  }

  function lost(error: unknown): void {
    const code = error instanceof ApiError ? error.code : 'api.unreachable'
    // It was just locked; the next poll will show that.
    if (code === 'library.locked' || code === 'library.working') return
    if (code.startsWith('library.') && known) {
      const library = { kind: 'unavailable', code, sealed: false, salvaged: null } as const
      const { version, shell, appRevision } = known
      set({ kind: 'closed', library, appRevision, version, shell, revision: 0, reachable: true, restarted })
    } else if (!isShown(state) || code === 'api.no-key') set({ kind: 'stopped', code })
    else if (state.reachable) set({ ...state, reachable: false })
  }

  /** The rules and words in use. */
  async function begin() {
    const { packWords, today: _, ...start } = await api['app:start'](null)
    layPackWords(packWords)
    return start
  }

  async function load(): Promise<void> {
    try {
      const starting = begin()
      // Requested in parallel because the list takes longest; a closed library rejects it.
      const list = api['letters:list'](null)
      list.catch(() => undefined)
      const start = await starting
      known = knownFrom(start)
      const { library, revision } = start
      const { appRevision, version, shell } = known
      if (library.kind === 'open') open(known, await list)
      else set({ kind: 'closed', library, appRevision, version, shell, revision, reachable: true, restarted })
    } catch (error) {
      if (isRestart(error)) return load()
      lost(error)
      if (!known) return
    }
    await follow()
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return {
    api,
    getState: () => state,
    subscribe,
    onRevision(listener) {
      let seen = revisionOf(state)
      return subscribe(() => {
        const now = revisionOf(state)
        if (now !== seen) listener()
        seen = now
      })
    },
    onRestart(listener) {
      restartListeners.add(listener)
      return () => restartListeners.delete(listener)
    },
    start() {
      if (running) return
      running = true
      void load()
    },
    refresh,
    stop() {
      running = false
    },
  }
}

/** The new process is asked at once. */
const isRestart = (error: unknown): boolean => error instanceof ApiError && error.code === 'library.restarted'

const isSame = (one: AppRevision, other: AppRevision): boolean =>
  one.content === other.content && one.place === other.place && one.name === other.name

const knownFrom = ({ law, forms, version, shell, appRevision }: Known): Known => ({
  law,
  forms,
  version,
  shell,
  appRevision,
})

const revisionOf = (state: LibraryState): number | null => (isShown(state) ? state.revision : null)

const isShown = (state: LibraryState): state is ClosedState | ReadyState =>
  state.kind === 'ready' || state.kind === 'closed'
