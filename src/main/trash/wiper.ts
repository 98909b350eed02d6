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
  let progress: { step: WipeProgress } | null = null

  async function run(): Promise<void> {
    for (let tries = 0; wiping.isDue() && tries < mostTries; tries += 1) {
      if (tries > 0) await wait(betweenTriesMs, undefined, { signal: stop.signal }).catch(() => undefined)
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
  }

  return {
    /** Does nothing if nothing is due. */
    start(): void {
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
