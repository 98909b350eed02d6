import { createContext, type ReactNode, use, useEffect } from 'react'
import type { Api } from '../../shared/contract/contract.ts'
import type { AppealAnswers } from '../../shared/model/appeal.ts'
import type { CaseEvent } from '../../shared/model/case-event.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { errorWords } from '../i18n/words.ts'
import type { Drafts, FactsDraft, LetterFilter } from './drafts.ts'
import type { DraftsStore } from './drafts-store.ts'
import type { LibraryStore, ReadyState } from './library-store.ts'
import type { Messages } from './messages.ts'

/** What every screen may use: the letters as the core knows them, and what is being typed on top of them. */
export type Library = Omit<ReadyState, 'kind'> & {
  api: Api
  refresh(): Promise<void>
  messages: Messages
  answers: DraftsStore<AppealAnswers>
  events: DraftsStore<CaseEvent[]>
  /** Half-checked facts by letter id, kept until they are confirmed. */
  factDrafts: Map<string, FactsDraft>
  /** Kept while the window is open. */
  letterFilter: { current: LetterFilter }
  /** Shows a recovery key until the person has it on paper, whatever else happens to the library meanwhile. */
  showRecoveryKey(key: string): void
}
const LibraryContext = createContext<Library | null>(null)

export function useLibrary(): Library {
  const library = use(LibraryContext)
  if (!library) throw new Error('useLibrary outside of LibraryProvider')
  return library
}

export const useLetter = (id: string): Letter | undefined =>
  useLibrary().letters.find((letter) => letter.id === id)

type ProviderProps = Pick<Library, 'showRecoveryKey'> & {
  store: LibraryStore
  state: ReadyState
  kept: Drafts
  children: ReactNode
}
export function LibraryProvider({ store, state, kept, showRecoveryKey, children }: ProviderProps) {
  useEffect(() => saveBeforeLeaving(kept.answers, kept.events), [kept])
  const { api, refresh } = store
  useEffect(() => tellOfHands(() => void api['library:active'](null).catch(() => undefined)), [api])
  const library = { ...state, ...kept, api, refresh, showRecoveryKey }
  return <LibraryContext value={library}>{children}</LibraryContext>
}

/** Tells now and then that a hand is on the app, so that the automatic lock waits. */
function tellOfHands(tell: () => void, everyMs = 30_000): () => void {
  const events = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const
  let told = performance.now()
  const onHand = () => {
    if (performance.now() - told < everyMs) return
    told = performance.now()
    tell()
  }
  for (const event of events) window.addEventListener(event, onHand, { passive: true })
  return () => {
    for (const event of events) window.removeEventListener(event, onHand)
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

/** A hidden window may be closed next, so save then; ask only if something is still not saved at the very end. */
function saveBeforeLeaving(...keepers: Pick<DraftsStore<unknown>, 'flushAll' | 'dirty'>[]): () => void {
  const flush = () => {
    for (const keeper of keepers) void keeper.flushAll()
  }
  const onVisibility = () => document.visibilityState === 'hidden' && flush()
  const onUnload = (event: BeforeUnloadEvent) => {
    flush()
    if (keepers.some((keeper) => keeper.dirty())) event.preventDefault()
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
