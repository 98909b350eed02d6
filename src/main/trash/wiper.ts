import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { untilDiskFails } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import type { WipeProgress } from '../storage/wiping.ts'

export type Wiper = ReturnType<typeof createWiper>

/** While another program reads the library, its log cannot be emptied; the next start tries again. */
const mostTries = 20
const betweenTriesMs = 3000

/**
 * Wipes in the background what deletion for good left. Whoever uses the app notices nothing but its progress; what is not
 * done when the library closes goes on when it is opened again.
 *
 * @param rewrite closes the library and writes its file anew, once, where an older version made it
 */
export function createWiper({ wiping }: Pick<Library, 'wiping'>, rewrite: () => void) {
  const stop = new AbortController()
  let running: Promise<void> | null = null
  let tries = 0
  let progress: { step: WipeProgress } | null = null

  async function run(): Promise<void> {
    for (let tried = 0; wiping.isDue() && tried < tries; tried += 1) {
      if (tried > 0) await wait(betweenTriesMs, undefined, { signal: stop.signal }).catch(() => undefined)
      for (const step of wiping.steps()) {
        progress = { step }
        await turn()
        if (stop.signal.aborted) return
      }
      // Not in the turn in which the library opens: where no step is left, whoever is to write it anew is not there yet.
      await turn()
      if (stop.signal.aborted) return
      if (wiping.isOfOlderKind()) return rewrite()
    }
  }
  const ended = () => {
    progress = null
    running = null
    tries = 0
  }

  return {
    /**
     * Does nothing if nothing is due.
     *
     * @param most how often it is tried while another program reads the library, which then does it itself
     */
    start(most = mostTries): void {
      tries = Math.max(tries, most)
      running ??= untilDiskFails(run).finally(ended)
    },
    /** null: nothing is being wiped. `step` null: nobody knows yet how long it takes. */
    progress: () => progress,
    /** Resolves when nothing is being wiped. */
    idle: async (): Promise<void> => {
      await running
    },
    async close(): Promise<void> {
      stop.abort()
      await running
    },
  }
}
