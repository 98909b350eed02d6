import type { LibrarySecret } from '../keys/recovery-key.ts'
import { failureFromThrown } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import type { Session } from './session.ts'

/** The session of this moment, the calls that use it, and whether one of them met damage in its file. */
export function createCurrentSession(metDamage: () => void, leaving: (library: Library) => void) {
  let open: { session: Session; secret: LibrarySecret | null } | null = null
  /** Settles when this process has nothing open of what was left. */
  let left: Promise<void> = Promise.resolve()
  const running = new Set<Promise<unknown>>()
  let damaged = false
  /** Once a session: afterwards nothing is open that could be left. */
  const noteDamage = () => {
    if (!open) return
    damaged = true
    metDamage()
  }
  return {
    begin(entered: { session: Session; secret: LibrarySecret | null }): void {
      damaged = false
      open = entered
    },
    end(ended: () => void): Promise<void> {
      const session = open?.session
      if (session) leaving(session.library)
      open = null
      ended()
      const calls = Promise.allSettled([...running]).then(() => undefined)
      left = closeAfter([left, calls], session)
      return left
    },
    asSeen: {
      session: () => open?.session ?? null,
      secret: () => open?.secret ?? null,
      sawDamage: () => damaged,
      left: () => left,
      /** Something showed that the file is damaged. */
      noteDamage,
      track<T>(work: Promise<T>): Promise<T> {
        running.add(work)
        const forget = () => running.delete(work)
        work.then(forget, (error: unknown) => {
          forget()
          if (failureFromThrown(error)?.code === 'library.damaged') noteDamage()
        })
        return work
      },
    },
  }
}

async function closeAfter(before: Promise<void>[], session: Session | undefined): Promise<void> {
  await Promise.all(before)
  await session?.close().catch((error: unknown) => {
    // What a damaged file did not give before, it does not give at the end either.
    if (!failureFromThrown(error)) throw error
  })
}
