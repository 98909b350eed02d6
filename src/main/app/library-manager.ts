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
import type { CoreOptions } from './core-options.ts'
import { createLibrarySlot, type LibraryEvents, type LibrarySlot } from './library-slot.ts'
import {
  createRewriter,
  type FileWork,
  renew,
  type SalvageWork,
  salvage,
  type Worked,
  whileClosed,
} from './library-work.ts'
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
      events.locking()
      if (slot.session() && slot.secret()) await slot.leave({ kind: 'locked', passphrase: true })
    },
    /** Closes the library and switches to another one, which may be locked or yet to be created. */
    moveTo: (next: string) => moveTo(slot, next),
    /** Closes the library and opens another one with its key, where nobody has to be asked. */
    openAt: (next: string, secret: LibrarySecret | null) => openAt(slot, next, secret),
    whileClosed: <T, F extends { code: string }>(what: FileWork, work: () => Promise<Worked<T, F>>) =>
      whileClosed(slot, what, work),
    rewriter: createRewriter(slot, options.libraryWorker),
    salvage: <F extends { code: string }>(work: SalvageWork<F>) => salvage(slot, work),
    renew: (change: () => Promise<void>) => renew(slot, change),
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

async function moveTo(slot: LibrarySlot, next: string): Promise<void> {
  await slot.leave({ kind: 'working', what: 'switch', progress: null })
  slot.moveTo(next)
  await slot.look()
}

async function openAt(
  slot: LibrarySlot,
  next: string,
  secret: LibrarySecret | null,
): Promise<Result<null, OpenFailure>> {
  await slot.leave({ kind: 'working', what: 'switch', progress: null })
  slot.moveTo(next)
  const opened = slot.isOnBarredDrive()
    ? err({ code: 'library.network-drive' as const })
    : openWith(slot.file(), secret)
  if (opened.ok) return slot.enter(opened.value)
  await slot.look()
  return opened
}

function codeOf(state: LibraryState): string {
  if (state.kind === 'unavailable') return state.code
  return state.kind === 'working' ? 'library.working' : 'library.locked'
}
