import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Api } from '../../shared/contract/contract.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { errorWords } from '../i18n/words.ts'
import type { Drafts } from './drafts.ts'
import { letterById } from './letter-lists.ts'
import type { LibraryState, ReadyState } from './library-state.ts'
import type { LibraryStore } from './library-store.ts'
import { reportActivity, saveBeforeLeaving } from './window-events.ts'

/** What every screen may use and what never changes while a library is open: API calls, drafts and messages. */
export type Library = Drafts & {
  api: Api
  refresh(): Promise<void>
  /** The current state, for event handlers. A component that displays part of it must select that part with a hook. */
  getState(): ReadyState
  subscribe(listener: () => void): () => void
  onRevision(listener: () => void): () => void
  /** Shows a recovery key until the person confirms having it on paper, whatever happens to the library meanwhile. */
  showRecoveryKey(key: string): void
}

const LibraryContext = createContext<Library | null>(null)

export function useLibrary(): Library {
  const library = use(LibraryContext)
  if (!library) throw new Error('useLibrary outside of LibraryProvider')
  return library
}

/**
 * Selects part of the state and re-renders only when it changes. `select` must return a stable reference, not a new
 * object.
 */
export function useLibraryState<T>(select: (state: ReadyState) => T): T {
  const { subscribe, getState } = useLibrary()
  return useSyncExternalStore(subscribe, () => select(getState()))
}

export const useLaw = () => useLibraryState(({ law }) => law)
export const useForms = () => useLibraryState(({ forms }) => forms)
export const useToday = () => useLibraryState(({ today }) => today)
/** What speaks against today's date; null: nothing does. */
export const useClockDoubt = () => useLibraryState(({ clockDoubt }) => clockDoubt)
export const useShell = () => useLibraryState(({ shell }) => shell)
export const useVersion = () => useLibraryState(({ version }) => version)

/** All letters. Reading progress does not change this list; use `useLetter` for that. */
export const useLetters = (): Letter[] => useLibraryState(({ settled }) => settled)

/** One letter in its current state, including reading progress. */
export const useLetter = (id: string): Letter | undefined =>
  useLibraryState(({ letters }) => letterById(letters).get(id))

/** Selects part of the store's state without an open library. `select` must return a stable reference. */
export const useStoreState = <T,>(store: LibraryStore, select: (state: LibraryState) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.getState()))

type ProviderProps = Pick<Library, 'showRecoveryKey'> & {
  store: LibraryStore
  drafts: Drafts
  children: ReactNode
}

/** Provides the open library to the screens below it. */
export function LibraryProvider({ store, drafts, showRecoveryKey, children }: ProviderProps) {
  const { api, refresh, subscribe, onRevision } = store
  useEffect(() => saveBeforeLeaving(drafts.answers, drafts.events), [drafts])
  useEffect(() => reportActivity(() => void api['library:active'](null).catch(() => undefined)), [api])
  const library = useMemo(
    () => ({
      ...drafts,
      api,
      refresh,
      subscribe,
      onRevision,
      getState: lastReadyState(store),
      showRecoveryKey,
    }),
    [drafts, api, refresh, subscribe, onRevision, store, showRecoveryKey],
  )
  return <LibraryContext value={library}>{children}</LibraryContext>
}

/** The open library. While it closes, its last state, until the screens that display it are unmounted. */
function lastReadyState(store: LibraryStore): () => ReadyState {
  let last: ReadyState | null = null
  return () => {
    const state = store.getState()
    if (state.kind === 'ready') last = state
    if (!last) throw new Error('LibraryProvider outside of an open library')
    return last
  }
}

/** Saves all drafts before something else happens to the library. */
export const saveTyped = ({ answers, events }: Pick<Library, 'answers' | 'events'>): Promise<unknown> =>
  Promise.all([answers.flushAll(), events.flushAll()])

/** Awaits a call that returns a Result; an error is shown as a message and becomes `null`. */
export async function attempt<T>(
  { messages }: Pick<Library, 'messages'>,
  call: Promise<{ ok: true; value: T } | { ok: false; error: { code: string; block?: string } }>,
): Promise<{ value: T } | null> {
  const unreachable = { ok: false as const, error: { code: 'api.unreachable' } }
  const result: Awaited<typeof call> = await call.catch(() => unreachable)
  if (result.ok) return { value: result.value }
  messages.say({ kind: 'error', text: errorWords(result.error.code, result.error.block) })
  return null
}
