/** How far the files that were dropped together have come. `stopping`: the one under way is the last. */
type IntakeState = { done: number; total: number; stopping: boolean }

/** The files that wait to be kept, over all screens: one at a time is read into memory, however many there are. */
type Intake = {
  current(): IntakeState | null
  subscribe(listener: () => void): () => void
  /** Takes no more files than these at once; false: too many wait. */
  add(files: readonly File[]): boolean
  /** The next file; null: there is none, or it was stopped. */
  next(): File | null
  /** A file was looked at. */
  passed(): void
  stop(): void
  /** Ends it, and returns how many files were not looked at. */
  end(): number
}

/** A file that waits is a name and a place on the disk; more than this are a mistake of the hand. */
export const mostFiles = 20_000

export function createIntake(): Intake {
  let waiting: File[] = []
  let state: IntakeState | null = null
  const listeners = new Set<() => void>()
  const set = (next: IntakeState | null) => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(files) {
      if (waiting.length + files.length > mostFiles) return false
      // The last comes first, so that taking one does not move all others.
      waiting = [...files.toReversed(), ...waiting]
      const { done, total } = state ?? { done: 0, total: 0 }
      set({ done, total: total + files.length, stopping: false })
      return true
    },
    next: () => (state?.stopping ? null : (waiting.pop() ?? null)),
    passed() {
      if (state) set({ ...state, done: state.done + 1 })
    },
    stop() {
      if (state) set({ ...state, stopping: true })
    },
    end() {
      const left = waiting.length
      waiting = []
      set(null)
      return left
    },
  }
}
