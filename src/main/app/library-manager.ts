import type { LibraryState, Proof, Salvaged } from '../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Keychain } from '../ports/keychain.ts'
import { LibrarySecret } from '../security/keys/recovery-key.ts'
import {
  createProtected,
  doorOf,
  isSealed,
  type Opened,
  openUnprotected,
  openWith,
  type UnlockFailure,
  unlock,
} from '../security/unlock-library.ts'
import { forgetRescued } from '../storage/backup/keep-unopened.ts'
import { failureFromThrown } from '../storage/library-failures.ts'
import type { Library, OpenFailure } from '../storage/open-library.ts'
import type { CoreOptions } from './core-options.ts'
import type { Session } from './session.ts'

/** A call that needs an open library came while there was none. `code` is a stable code with words of its own. */
export class LibraryClosed extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type LibraryManager = ReturnType<typeof createLibraryManager>

/** Opens, locks and reopens the library of a running app; there is a session only while it is open. */
export function createLibraryManager(
  { libraryFile, startWith = libraryFile, whenNew = 'ask', keychain, clock, resume }: CoreOptions,
  openSession: (library: Library) => Session,
  changed: (state: LibraryState) => void,
  opened: (file: string) => void,
) {
  let file = startWith
  let place = resume?.place ?? 0
  let state: LibraryState = { kind: 'new' }
  let session: Session | null = null
  let secret: LibrarySecret | null = null
  /** The open library gave an error that only a damaged file gives. */
  let sawDamage = false
  const running = new Set<Promise<unknown>>()

  function enter(entered: Opened): void {
    secret = entered.secret
    sawDamage = false
    const { library } = entered
    if (!library.settings.get().begunAt) library.write(() => library.settings.set({ begunAt: clock.now() }))
    forgetRescued(file)
    session = openSession(library)
    opened(file)
    set({ kind: 'open', isProtected: secret !== null })
  }
  function set(next: LibraryState): void {
    state = next
    changed(state)
  }
  function look(): void | Promise<void> {
    const door = doorOf(file)
    if (door.kind === 'locked') return keychain ? lookWithKeychain(keychain, door) : set(door)
    if (door.kind === 'unprotected' || (door.kind === 'new' && whenNew === 'create')) {
      const opened = openUnprotected(file)
      if (opened.ok) enter(opened.value)
      else stick(opened.error.code)
      return
    }
    if (door.kind === 'unavailable') stick(door.code)
    else set(door)
  }
  /** The keychain is asked in another process; meanwhile nobody is asked for a passphrase that it may know. */
  async function lookWithKeychain(keychain: Keychain, locked: LibraryState): Promise<void> {
    const asking: LibraryState = { kind: 'working', what: 'switch', progress: null }
    set(asking)
    const kept = LibrarySecret.safeParse(await keychain.get(file).catch(() => null))
    // Closed meanwhile, or opened by somebody.
    if (state !== asking) return
    const opened = kept.success ? openWith(file, kept.data) : null
    if (opened?.ok) enter(opened.value)
    else set(locked)
  }
  const stick = (code: string, salvaged: Salvaged | null = null) =>
    set({ kind: 'unavailable', code, sealed: isSealed(file), salvaged })
  /** No new call gets in; those under way are let finish, so that no write is cut. */
  async function leave(next: LibraryState): Promise<void> {
    const old = session
    session = null
    secret = null
    set(next)
    await Promise.allSettled([...running])
    await old?.close()
  }

  void look()
  return {
    state: () => state,
    /** Throws LibraryClosed while there is none. */
    session(): Session {
      if (!session) throw new LibraryClosed(codeOf(state))
      return session
    },
    secret: () => secret,
    /** There is something to be rescued: the library does not open, or it opened and showed its damage afterwards. */
    mayBeRescued: () => state.kind === 'unavailable' || (state.kind === 'open' && sawDamage),
    file: () => file,
    /** Grows with each library that takes the place of another. */
    place: () => place,
    /** Closes the library and looks at another one, which may be locked or yet to be made. */
    async moveTo(next: string): Promise<void> {
      await leave({ kind: 'working', what: 'switch', progress: null })
      file = next
      place += 1
      await look()
    },
    /** Looks at the file again, unless the library is open. */
    tryAgain: () => (session ? undefined : void look()),
    /** A call that works on the open library: locking waits for it. */
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work)
      const forget = () => running.delete(work)
      work.then(forget, (error: unknown) => {
        forget()
        if (failureFromThrown(error)?.code === 'library.damaged') sawDamage = true
      })
      return work
    },
    async create(passphrase: string | null): Promise<Result<LibrarySecret | null, OpenFailure>> {
      if (state.kind !== 'new') return err({ code: 'library.busy' })
      const opened = passphrase === null ? openUnprotected(file) : await createProtected(file, passphrase)
      if (!opened.ok) return opened
      enter(opened.value)
      return ok(opened.value.secret)
    },
    async unlock(proof: Proof): Promise<Result<null, UnlockFailure>> {
      if (session) return ok(null)
      const opened = await unlock(file, proof)
      // The proof was right, and the file is damaged.
      if (!opened.ok && opened.error.code === 'library.damaged') stick(opened.error.code)
      if (!opened.ok) return opened
      // Two windows may ask at once; the first has opened it.
      if (session) opened.value.library.close()
      else enter(opened.value)
      return ok(null)
    },
    async lock(): Promise<void> {
      if (session && secret) await leave({ kind: 'locked', passphrase: true })
    },
    /**
     * Closes the library for work on its file, and opens it again: with `secretAfter` when the work succeeded, else as it
     * was. Also for a library that is not open now.
     */
    async aside<T, F extends OpenFailure | { code: string }>(
      what: 'protection' | 'restore' | 'content',
      work: () => Promise<Result<{ value: T; secretAfter: LibrarySecret | null }, F>>,
    ): Promise<Result<T, F>> {
      const [before, wasOpen] = [secret, session !== null]
      await leave({ kind: 'working', what, progress: null })
      const worked = await work().catch((error: unknown) => {
        void look()
        throw error
      })
      const opened = worked.ok
        ? openWith(file, worked.value.secretAfter)
        : wasOpen
          ? openWith(file, before)
          : null
      if (opened?.ok) enter(opened.value)
      else await look()
      return worked.ok ? ok(worked.value.value) : worked
    },
    /** Lets the open library begin anew after `change`; one that is not open sees the change when it opens. */
    async renew(change: () => Promise<void>): Promise<void> {
      if (!session) {
        await change()
        return changed(state)
      }
      const secretAfter = secret
      await this.aside('content', async () => {
        await change()
        return ok({ value: null, secretAfter })
      })
    },
    /** Reads what a damaged library still gives. It stays closed afterwards, so that the person decides. */
    async rescue<F extends { code: string }>(
      work: (onProgress: (done: number, of: number) => void) => Promise<Result<Salvaged, F>>,
    ): Promise<Result<null, F>> {
      const code = state.kind === 'unavailable' ? state.code : 'library.damaged'
      await leave({ kind: 'working', what: 'salvage', progress: null })
      const worked = await work((done, of) =>
        set({ kind: 'working', what: 'salvage', progress: { done, of } }),
      ).catch((error: unknown) => {
        void look()
        throw error
      })
      stick(worked.ok ? code : worked.error.code, worked.ok ? worked.value : null)
      return worked.ok ? ok(null) : worked
    },
    /** Puts another file, or none, in the place of a library that does not open, and looks at it. */
    replace<T>(work: (salvaged: Salvaged | null) => T): Result<T, Failure<'library.not-stuck'>> {
      if (state.kind !== 'unavailable') return err({ code: 'library.not-stuck' })
      const value = work(state.salvaged)
      void look()
      return ok(value)
    },
    async close(): Promise<void> {
      await leave({ kind: 'locked', passphrase: true })
    },
  }
}

function codeOf(state: LibraryState): string {
  if (state.kind === 'unavailable') return state.code
  return state.kind === 'working' ? 'library.working' : 'library.locked'
}
