import type { Api, Output } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import { applyPackWords } from '../i18n/words.ts'
import { ApiError } from './api.ts'
import { isEqual } from './is-equal.ts'
import { settledLetters, withNews } from './letter-lists.ts'
import { type ClosedState, isShown, type LibraryState, type ReadyState } from './library-state.ts'

/** What stays the same until the rules or the library change. */
type Known = Pick<ReadyState, 'law' | 'forms' | 'version' | 'shell' | 'appRevision'>

type Held = { get: () => LibraryState; set: (next: LibraryState) => void }

export type LibraryLoader = {
  /** Loads everything. False if there is nothing to follow, since not even the rules could be loaded. */
  load(): Promise<boolean>
  /** Fetches what changed in the letters, or the reason why there are none to show. */
  refresh(): Promise<void>
  /** The library process was started again: a library that closes now says so. */
  noteRestart(): void
  /** A call failed: says so in the state. */
  lost(error: unknown): void
}

/** Asks the core and puts what it answers into the window's state. */
export function createLibraryLoader(api: Api, { get, set }: Held): LibraryLoader {
  let known: Known | null = null
  let restarted = false

  function open(known: Known, list: Output<'letters:list'>): void {
    restarted = false
    set({ kind: 'ready', ...known, ...list, settled: list.letters, reachable: true })
  }

  const close = (known: Known, why: WhyClosed): void => set(closedState(known, why, restarted))

  async function look(): Promise<void> {
    const { revision, library, appRevision } = await api['library:state'](null)
    if (!known || !isSame(known.appRevision, appRevision)) known = knownFrom(await begin(api))
    if (library.kind === 'open') open(known, await api['letters:list'](null))
    else close(known, { library, appRevision, revision })
  }

  async function load(): Promise<boolean> {
    try {
      const starting = begin(api)
      // Requested in parallel because the list takes longest; a closed library rejects it.
      const list = api['letters:list'](null)
      list.catch(() => undefined)
      const { library, revision, ...start } = await starting
      known = knownFrom(start)
      if (library.kind === 'open') open(known, await list)
      else close(known, { library, appRevision: known.appRevision, revision })
    } catch (error) {
      if (isRestart(error)) return load()
      lost(error)
    }
    return known !== null
  }

  async function refresh(): Promise<void> {
    const state = get()
    if (state.kind !== 'ready') return look()
    const next = await newsSince(api, state.revision, get)
    if (next === 'another') return look()
    if (!next) return
    restarted = false
    set(next)
  }

  function lost(error: unknown): void {
    const code = error instanceof ApiError ? error.code : 'api.unreachable'
    const next = afterFailure(get(), code, known, restarted)
    if (next) set(next)
  }

  const noteRestart = (): void => {
    restarted = true
  }
  return { load, refresh, noteRestart, lost }
}

type WhyClosed = Pick<ClosedState, 'library' | 'appRevision' | 'revision'>

const closedState = ({ version, shell }: Known, why: WhyClosed, restarted: boolean): ClosedState => ({
  ...{ kind: 'closed', version, shell },
  ...why,
  ...{ reachable: true, restarted },
})

/** What is shown after a call failed; null: what is shown stays. */
function afterFailure(
  state: LibraryState,
  code: string,
  known: Known | null,
  restarted: boolean,
): LibraryState | null {
  // It was just locked; the next poll will show that.
  if (code === 'library.locked' || code === 'library.working') return null
  if (code.startsWith('library.') && known) {
    const library = { kind: 'unavailable', code, sealed: false, salvaged: null } as const
    return closedState(known, { library, appRevision: known.appRevision, revision: 0 }, restarted)
  }
  if (!isShown(state) || code === 'api.no-key') return { kind: 'stopped', code }
  return state.reachable ? { ...state, reachable: false } : null
}

/**
 * The state with what changed since that revision. null: it is newer than the answer, which must not replace newer
 * letters. `another`: the rules or the library are not the same as before, or it is no longer open.
 */
async function newsSince(
  api: Api,
  since: number,
  get: () => LibraryState,
): Promise<ReadyState | null | 'another'> {
  try {
    const news = await api['letters:since']({ revision: since })
    const state = get()
    if (state.kind !== 'ready' || news.revision < state.revision) return null
    if (!isSame(news.appRevision, state.appRevision)) return 'another'
    const { revision, today } = news
    // The same doubt stays the same object, so that nothing is drawn anew.
    const clockDoubt = isEqual(news.clockDoubt, state.clockDoubt) ? state.clockDoubt : news.clockDoubt
    const letters = withNews(state.letters, news)
    return {
      ...state,
      revision,
      today,
      clockDoubt,
      letters,
      settled: settledLetters(state.settled, letters),
      reachable: true,
    }
  } catch (error) {
    if (error instanceof ApiError && error.code.startsWith('library.')) return 'another'
    throw error
  }
}

/** The rules and words in use. */
async function begin(api: Api) {
  const { packWords, today: _, ...start } = await api['app:start'](null)
  applyPackWords(packWords)
  return start
}

/** The new process is asked at once. */
export const isRestart = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'library.restarted'

const isSame = (one: AppRevision, other: AppRevision): boolean =>
  one.content === other.content && one.place === other.place && one.name === other.name

const knownFrom = ({ law, forms, version, shell, appRevision }: Known): Known => ({
  law,
  forms,
  version,
  shell,
  appRevision,
})
