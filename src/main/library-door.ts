import type { LibraryState, Proof } from '../shared/library-contract.ts'
import { err, ok, type Result } from '../shared/model/result.ts'
import {
  createProtected,
  doorOf,
  type Opened,
  openUnprotected,
  openWith,
  type UnlockFailure,
  unlock,
} from './library/door.ts'
import { LibrarySecret } from './library/keys/recovery-key.ts'
import type { Library, OpenFailure } from './library/open-library.ts'
import type { CoreOptions } from './parts.ts'
import type { Session } from './session.ts'

/** A call that needs an open library came while there was none. `code` is a stable code with words of its own. */
export class LibraryClosed extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

export type LibraryDoor = ReturnType<typeof createLibraryDoor>

/** Opens, locks and reopens the library of a running app; there is a session only while it is open. */
export function createLibraryDoor(
  { libraryFile: file, whenNew = 'ask', keychain, clock }: CoreOptions,
  openSession: (library: Library) => Session,
  changed: () => void,
) {
  let state: LibraryState = { kind: 'new' }
  let session: Session | null = null
  let secret: LibrarySecret | null = null
  const running = new Set<Promise<unknown>>()

  function enter(opened: Opened): void {
    secret = opened.secret
    const { library } = opened
    if (!library.settings.get().begunAt) library.write(() => library.settings.set({ begunAt: clock.now() }))
    session = openSession(library)
    set({ kind: 'open', isProtected: secret !== null })
  }
  function set(next: LibraryState): void {
    state = next
    changed()
  }
  function look(): void {
    const door = doorOf(file)
    if (door.kind === 'locked') {
      const kept = LibrarySecret.safeParse(keychain?.get())
      const opened = kept.success ? openWith(file, kept.data) : null
      if (opened?.ok) enter(opened.value)
      else set(door)
      return
    }
    if (door.kind === 'unprotected' || (door.kind === 'new' && whenNew === 'create')) {
      const opened = openUnprotected(file)
      if (opened.ok) enter(opened.value)
      else set({ kind: 'stuck', code: opened.error.code })
      return
    }
    set(door)
  }
  /** No new call gets in; those under way are let finish, so that no write is cut. */
  async function leave(next: LibraryState): Promise<void> {
    const old = session
    session = null
    secret = null
    set(next)
    await Promise.allSettled([...running])
    await old?.close()
  }

  look()
  return {
    state: () => state,
    /** Throws LibraryClosed while there is none. */
    session(): Session {
      if (!session) throw new LibraryClosed(codeOf(state))
      return session
    },
    secret: () => secret,
    /** Looks at the file again, unless the library is open. */
    tryAgain: () => (session ? undefined : look()),
    /** A call that works on the open library: locking waits for it. */
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work)
      const forget = () => running.delete(work)
      work.then(forget, forget)
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
      await leave({ kind: 'working', what })
      const worked = await work().catch((error: unknown) => {
        look()
        throw error
      })
      const opened = worked.ok
        ? openWith(file, worked.value.secretAfter)
        : wasOpen
          ? openWith(file, before)
          : null
      if (opened?.ok) enter(opened.value)
      else look()
      return worked.ok ? ok(worked.value.value) : worked
    },
    /** Lets the open library begin anew after `change`; one that is not open sees the change when it opens. */
    async renew(change: () => Promise<void>): Promise<void> {
      if (!session) {
        await change()
        return changed()
      }
      const secretAfter = secret
      await this.aside('content', async () => {
        await change()
        return ok({ value: null, secretAfter })
      })
    },
    async close(): Promise<void> {
      await leave({ kind: 'locked', passphrase: true })
    },
  }
}

function codeOf(state: LibraryState): string {
  if (state.kind === 'stuck') return state.code
  return state.kind === 'working' ? 'library.working' : 'library.locked'
}
