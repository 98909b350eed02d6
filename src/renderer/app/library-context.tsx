import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { Api } from '../../shared/contract/contract.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { errorWords } from '../i18n/words.ts'
import type { Drafts } from './drafts.ts'
import { letterById } from './letter-lists.ts'
import type { LibraryState, LibraryStore, ReadyState } from './library-store.ts'
import { saveBeforeLeaving, tellOfHands } from './window-events.ts'

/** What every screen may use and what never changes while a library is open: calls, drafts and messages. */
export type Library = Drafts & {
  api: Api
  refresh(): Promise<void>
  /** The state at this moment, for handlers. A component that shows a part of it selects that part by a hook. */
  getState(): ReadyState
  subscribe(listener: () => void): () => void
  onRevision(listener: () => void): () => void
  /** Shows a recovery key until the person has it on paper, whatever else happens to the library meanwhile. */
  showRecoveryKey(key: string): void
}

const LibraryContext = createContext<Library | null>(null)

export function useLibrary(): Library {
  const library = use(LibraryContext)
  if (!library) throw new Error('useLibrary outside of LibraryProvider')
  return library
}

/** A part of the state; draws anew only when that part is another value, so `select` must not make new objects. */
export function useLibraryState<T>(select: (state: ReadyState) => T): T {
  const { subscribe, getState } = useLibrary()
  return useSyncExternalStore(subscribe, () => select(getState()))
}

export const useLaw = () => useLibraryState(({ law }) => law)
export const useForms = () => useLibraryState(({ forms }) => forms)
export const useToday = () => useLibraryState(({ today }) => today)
export const useShell = () => useLibraryState(({ shell }) => shell)
export const useVersion = () => useLibraryState(({ version }) => version)

/** All letters. How far a reading got does not change this list; `useLetter` shows that. */
export const useLetters = (): Letter[] => useLibraryState(({ settled }) => settled)

/** One letter as it is now, with the progress of its reading. */
export const useLetter = (id: string): Letter | undefined =>
  useLibraryState(({ letters }) => letterById(letters).get(id))

/** A part of the store's state outside of an open library. `select` must not make new objects. */
export const useStoreState = <T,>(store: LibraryStore, select: (state: LibraryState) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.getState()))

type ProviderProps = Pick<Library, 'showRecoveryKey'> & {
  store: LibraryStore
  drafts: Drafts
  children: ReactNode
}

/** Gives the open library to the screens below it. */
export function LibraryProvider({ store, drafts, showRecoveryKey, children }: ProviderProps) {
  const { api, refresh, subscribe, onRevision } = store
  useEffect(() => saveBeforeLeaving(drafts.answers, drafts.events), [drafts])
  useEffect(() => tellOfHands(() => void api['library:active'](null).catch(() => undefined)), [api])
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

/** The open library; in the moment in which it closes, what it was, until the screens that show it are gone. */
function lastReadyState(store: LibraryStore): () => ReadyState {
  let last: ReadyState | null = null
  return () => {
    const state = store.getState()
    if (state.kind === 'ready') last = state
    if (!last) throw new Error('LibraryProvider outside of an open library')
    return last
  }
}

/** Puts what was typed a moment ago into the library, before something else happens to it. */
export const saveTyped = ({ answers, events }: Pick<Library, 'answers' | 'events'>): Promise<unknown> =>
  Promise.all([answers.flushAll(), events.flushAll()])

/** Runs a call that answers with a Result; a failure becomes a message and `null`. */
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
