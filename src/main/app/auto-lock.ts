/** Milliseconds between two checks. */
const every = 5000

export type AutoLock = ReturnType<typeof createAutoLock>

/**
 * Locks the library when nobody has used the app for a number of minutes. It checks both the running time and
 * the wall clock: the first stops while a laptop sleeps, and the second may be set back.
 *
 * @param minutes asked at each check; null: never lock
 */
export function createAutoLock(minutes: () => number | null, lock: () => void, lookEvery = every) {
  let touched = { run: performance.now(), wall: Date.now() }
  /** Milliseconds; null: never. */
  const left = (): number | null => {
    const limit = minutes()
    const idle = Math.max(performance.now() - touched.run, Date.now() - touched.wall)
    return limit === null ? null : limit * 60_000 - idle
  }
  const timer = setInterval(() => {
    const rest = left()
    if (rest !== null && rest <= 0) lock()
  }, lookEvery)
  // A pending lock must not keep a command line process alive.
  timer.unref()
  return {
    touch(): void {
      touched = { run: performance.now(), wall: Date.now() }
    },
    /** Seconds until it locks automatically if nobody uses the app; null: never. */
    secondsLeft(): number | null {
      const rest = left()
      return rest === null ? null : Math.max(0, Math.ceil(rest / 1000))
    },
    stop: () => clearInterval(timer),
  }
}
