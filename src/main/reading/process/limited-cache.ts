/** What was used last, within a bound on its bytes; what was not used for longest goes first. */
type LimitedCache<Value> = {
  get(key: string): Value | undefined
  /** What is larger than the whole bound is not kept. */
  set(key: string, value: Value, bytes: number): void
  delete(key: string): void
}

/** `dropped` hears of each value that had to go, also of one that was replaced. */
export function createLimitedCache<Value>(
  limit: number,
  dropped: (value: Value) => void = () => undefined,
): LimitedCache<Value> {
  // A Map remembers the order in which its keys came.
  const entries = new Map<string, { value: Value; bytes: number }>()
  let held = 0

  function drop(key: string): void {
    const entry = entries.get(key)
    if (!entry) return
    entries.delete(key)
    held -= entry.bytes
    dropped(entry.value)
  }

  return {
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      drop(key)
      entries.set(key, { value, bytes })
      held += bytes
      for (const oldest of entries.keys()) {
        if (held <= limit) break
        drop(oldest)
      }
    },
    delete: drop,
  }
}
