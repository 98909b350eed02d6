import type { LibraryState, Proof, Salvaged } from '../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import { isBroken } from '../storage/library-failures.ts'
import type { OpenFailure } from '../storage/open-library.ts'
import {
  createProtected,
  openUnprotected,
  openWith,
  type UnlockFailure,
  unlock,
} from '../storage/protection/unlock-library.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { CoreOptions } from './core-options.ts'
import { createLibrarySlot, type LibraryEvents, type LibrarySlot } from './library-slot.ts'
import type { Session } from './session.ts'

/** A call needed an open library while none was open. `code` is a stable code with words of its own. */
export class LibraryClosed extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type LibraryManager = ReturnType<typeof createLibraryManager>

/** Opens, locks and reopens the library of a running app. There is a session only while it is open. */
export function createLibraryManager(options: CoreOptions, events: LibraryEvents) {
  const slot = createLibrarySlot(options, events)
  void slot.look()
  return {
    state: slot.state,
    secret: slot.secret,
    file: slot.file,
    place: slot.place,
    /** Tracks a call that works on the open library, so that locking waits for it. */
    track: slot.track,
    /** Throws LibraryClosed if there is none. */
    session(): Session {
      const session = slot.session()
      if (!session) throw new LibraryClosed(codeOf(slot.state()))
      return session
    },
    /** The library does not open, or it opened and then showed that its file is damaged. */
    canBeSalvaged: () => slot.state().kind === 'unavailable' || slot.sawDamage(),
    noteDamage: slot.noteDamage,
    /** When this computer saw a later state of the library that is open; null: it did not. */
    olderThan: slot.age.olderThan,
    keepOlder: slot.age.keep,
    /** Settles when this process has nothing open of what was left. */
    left: slot.left,
    /** Opens the file where it is, though that is a network drive. */
    openThere(): void {
      slot.allowDrive()
      if (!slot.session()) void slot.look()
    },
    /** Tries to open the file again, unless the library is open. */
    tryAgain: () => (slot.session() ? undefined : void slot.look()),
    create: (passphrase: string | null) => create(slot, passphrase),
    unlock: (proof: Proof) => unlockWith(slot, proof),
    async lock(): Promise<void> {
      if (slot.session() && slot.secret()) await slot.leave({ kind: 'locked', passphrase: true })
    },
    /** Closes the library and switches to another one, which may be locked or yet to be created. */
    async moveTo(next: string): Promise<void> {
      await slot.leave({ kind: 'working', what: 'switch', progress: null })
      slot.moveTo(next)
      await slot.look()
    },
    whileClosed: <T, F extends { code: string }>(what: FileWork, work: () => Promise<Worked<T, F>>) =>
      whileClosed(slot, what, work),
    rewriter: createRewriter(slot, options.libraryWorker),
    salvage: <F extends { code: string }>(work: SalvageWork<F>) => salvage(slot, work),
    /** Restarts the session of the open library after `change`. A closed library sees the change when it opens. */
    async renew(change: () => Promise<void>): Promise<void> {
      const secretAfter = slot.secret()
      const changed = () => change().then(() => ok({ value: null, secretAfter }))
      if (slot.session()) await whileClosed(slot, 'content', changed)
      else {
        await change()
        slot.set(slot.state())
      }
    },
    /** Replaces a library that does not open with another file, or with none, and looks at that. */
    replace<T>(work: (salvaged: Salvaged | null) => T): Result<T, Failure<'library.available'>> {
      const state = slot.state()
      if (state.kind !== 'unavailable') return err({ code: 'library.available' })
      const value = work(state.salvaged)
      slot.age.expectAnother()
      void slot.look()
      return ok(value)
    },
    close: () => slot.leave({ kind: 'locked', passphrase: true }),
  }
}

async function create(
  slot: LibrarySlot,
  passphrase: string | null,
): Promise<Result<LibrarySecret | null, OpenFailure>> {
  if (slot.state().kind !== 'new') return err({ code: 'library.busy' })
  const file = slot.file()
  const opened = passphrase === null ? openUnprotected(file) : await createProtected(file, passphrase)
  if (!opened.ok) return opened
  const entered = slot.enter(opened.value, true)
  return entered.ok ? ok(opened.value.secret) : entered
}

async function unlockWith(slot: LibrarySlot, proof: Proof): Promise<Result<null, UnlockFailure>> {
  if (slot.session()) return ok(null)
  if (slot.isOnBarredDrive()) return err({ code: 'library.network-drive' })
  const opened = await unlock(slot.file(), proof)
  // The proof was right, but the file is broken.
  if (!opened.ok && isBroken(opened.error)) slot.setUnavailable(opened.error)
  if (!opened.ok) return opened
  // Two windows may ask at the same time; the first one has opened it.
  if (!slot.session()) return slot.enter(opened.value)
  opened.value.library.close()
  return ok(null)
}

/**
 * Writes the file of the open library anew, in the worker; it opens again by itself. Once a process: where another program
 * has the file open, the next start tries again.
 */
function createRewriter(slot: LibrarySlot, libraryWorker: URL) {
  const tried = new Set<string>()
  let running: Promise<unknown> = Promise.resolve()
  return {
    start(): void {
      const [file, secret] = [slot.file(), slot.secret()]
      if (!slot.session() || tried.has(file)) return
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

type FileWork = 'protection' | 'restore' | 'content' | 'rewrite'
type Worked<T, F extends { code: string }> = Result<{ value: T; secretAfter: LibrarySecret | null }, F>

/**
 * Closes the library for work on its file and opens it again: with `secretAfter` if the work succeeded, otherwise as it was.
 * Also works for a library that is not open.
 */
async function whileClosed<T, F extends { code: string }>(
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

type SalvageWork<F extends { code: string }> = (
  onProgress: (done: number, of: number) => void,
) => Promise<Result<Salvaged, F>>

/** Reads what a damaged library still gives. It stays closed afterwards, for the person to decide. */
async function salvage<F extends { code: string }>(
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

function codeOf(state: LibraryState): string {
  if (state.kind === 'unavailable') return state.code
  return state.kind === 'working' ? 'library.working' : 'library.locked'
}
