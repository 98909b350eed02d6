import type { LibraryState, Salvaged } from '../../shared/contract/library.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import { hasOtherName } from '../files/real-file.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import { openWith } from '../storage/protection/unlock-library.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { LibrarySlot } from './library-slot.ts'

/**
 * Writes the file of the open library anew, in the worker; it reopens automatically. Once a process: where another program
 * has the file open, the next start tries again.
 */
export function createRewriter(slot: LibrarySlot, libraryWorker: URL) {
  const tried = new Set<string>()
  let running: Promise<unknown> = Promise.resolve()
  return {
    start(): void {
      const [file, secret] = [slot.file(), slot.secret()]
      // What was deleted would stay under the other name, and nothing would say so any longer. It waits for that to go.
      if (!slot.session() || tried.has(file) || hasOtherName(file)) return
      tried.add(file)
      running = whileClosed(slot, 'rewrite', async () => {
        const done = await runLibraryJob(libraryWorker, 'rewrite', { file, secret })
        return done.ok ? ok({ value: null, secretAfter: secret }) : done
      })
    },
    /** Resolves when no file is being written anew. */
    idle: () => running,
  }
}

export type FileWork = 'protection' | 'restore' | 'content' | 'rewrite'
export type Worked<T, F extends { code: string }> = Result<{ value: T; secretAfter: LibrarySecret | null }, F>

/**
 * Closes the library for work on its file and opens it again: with `secretAfter` if the work succeeded, otherwise as it was.
 * Also works for a library that is not open.
 */
export async function whileClosed<T, F extends { code: string }>(
  slot: LibrarySlot,
  what: FileWork,
  work: () => Promise<Worked<T, F>>,
): Promise<Result<T, F>> {
  const [before, wasOpen] = [slot.secret(), slot.session() !== null]
  await slot.leave({ kind: 'working', what, progress: null })
  const worked = await work().catch((error: unknown) => lookAndThrow(slot, error))
  const again = worked.ok ? { secret: worked.value.secretAfter } : wasOpen ? { secret: before } : null
  const opened = again && !slot.isOnBarredDrive() ? openWith(slot.file(), again.secret) : null
  if (opened?.ok) slot.enter(opened.value, what === 'restore' && worked.ok)
  else await slot.look()
  return worked.ok ? ok(worked.value.value) : worked
}

export type SalvageWork<F extends { code: string }> = (
  onProgress: (done: number, of: number) => void,
) => Promise<Result<Salvaged, F>>

/** Reads what a damaged library still gives. It stays closed afterwards, for the person to decide. */
export async function salvage<F extends { code: string }>(
  slot: LibrarySlot,
  work: SalvageWork<F>,
): Promise<Result<null, F>> {
  const state = slot.state()
  const { code, block } = state.kind === 'unavailable' ? state : { code: 'library.damaged' }
  const failure = block === undefined ? { code } : { code, block }
  const working = (progress: { done: number; of: number } | null): LibraryState => ({
    kind: 'working',
    what: 'salvage',
    progress,
  })
  await slot.leave(working(null))
  const onProgress = (done: number, of: number) => slot.set(working({ done, of }))
  const worked = await work(onProgress).catch((error: unknown) => lookAndThrow(slot, error))
  if (worked.ok) slot.setUnavailable(failure, worked.value)
  else slot.setUnavailable(worked.error)
  return worked.ok ? ok(null) : worked
}

/** A bug must not leave the app without a library. */
function lookAndThrow(slot: LibrarySlot, error: unknown): never {
  void slot.look()
  throw error
}

/** Restarts the session of the open library after `change`. A closed library sees the change when it opens. */
export async function renew(slot: LibrarySlot, change: () => Promise<void>): Promise<void> {
  const secretAfter = slot.secret()
  const changed = () => change().then(() => ok({ value: null, secretAfter }))
  if (slot.session()) await whileClosed(slot, 'content', changed)
  else {
    await change()
    slot.set(slot.state())
  }
}
