/** Milliseconds between two looks at the clock. */
const every = 5000

export type AutoLock = ReturnType<typeof createAutoLock>

/**
 * Locks when nobody touched the app for so many minutes. Both the running time and the wall clock are asked: the first
 * stands still while a laptop sleeps, the second may be set back.
 *
 * @param minutes asked at each look; null: never
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
  // A waiting lock must not keep a command line from ending.
  timer.unref()
  return {
    touch(): void {
      touched = { run: performance.now(), wall: Date.now() }
    },
    /** Until it locks by itself if nobody touches it; null: never. */
    secondsLeft(): number | null {
      const rest = left()
      return rest === null ? null : Math.max(0, Math.ceil(rest / 1000))
    },
    stop: () => clearInterval(timer),
  }
}
