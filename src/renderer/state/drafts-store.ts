/** `failed`: the draft is still here but not in the library; flushing it tries again. */
type SaveState = 'saved' | 'waiting' | 'saving' | { failed: string }

export type DraftsStore<T> = {
  /** The draft, whether it is saved or not; undefined when nothing was typed. */
  typed(id: string): T | undefined
  set(id: string, value: T): void
  stateOf(id: string): SaveState
  /** Resolves once the draft for this id is saved or saving it has failed. */
  flush(id: string): Promise<void>
  flushAll(): Promise<void>
  /** Drops the draft in favor of what the library has. */
  forget(id: string): void
  /** True while any draft is not saved. */
  dirty(): boolean
  subscribe(listener: () => void): () => void
}

type Entry<T> = {
  value: T
  state: SaveState
  timer: ReturnType<typeof setTimeout> | null
  job: Promise<void>
}
/** null: saved; otherwise the error code. */
type Save<T> = (id: string, value: T) => Promise<string | null>

/**
 * Holds what a person types, independent of any screen: leaving a screen, a slow disk or a fresh list from the core can
 * neither lose nor overwrite it. Saves for one id run one after another, so the last value typed wins.
 */
export function createDraftsStore<T>(save: Save<T>, delayMs = 600): DraftsStore<T> {
  const entries = new Map<string, Entry<T>>()
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }

  function start(id: string, entry: Entry<T>): Promise<void> {
    if (entry.timer) clearTimeout(entry.timer)
    entry.timer = null
    entry.job = entry.job.then(() => saveLatest(id, entry))
    return entry.job
  }

  async function saveLatest(id: string, entry: Entry<T>): Promise<void> {
    if (entry.state === 'saved') return
    const value = entry.value
    entry.state = 'saving'
    tell()
    const code = await save(id, value).catch(() => 'api.unreachable')
    if (entry.value !== value) entry.state = 'waiting'
    else entry.state = code === null ? 'saved' : { failed: code }
    tell()
  }

  const flush = async (id: string): Promise<void> => {
    const entry = entries.get(id)
    if (entry && entry.state !== 'saved') await start(id, entry)
  }

  return {
    typed: (id) => entries.get(id)?.value,
    set(id, value) {
      const entry = entries.get(id) ?? { value, state: 'waiting', timer: null, job: Promise.resolve() }
      entries.set(id, entry)
      entry.value = value
      entry.state = 'waiting'
      if (entry.timer) clearTimeout(entry.timer)
      entry.timer = setTimeout(() => void start(id, entry), delayMs)
      tell()
    },
    stateOf: (id) => entries.get(id)?.state ?? 'saved',
    flush,
    flushAll: async () => {
      await Promise.all([...entries.keys()].map(flush))
    },
    forget(id) {
      const timer = entries.get(id)?.timer
      if (timer) clearTimeout(timer)
      entries.delete(id)
      tell()
    },
    dirty: () => [...entries.values()].some(({ state }) => state !== 'saved'),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
