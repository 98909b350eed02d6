import type { LibraryState, Salvaged } from '../../shared/contract/library.ts'
import type { Keychain } from '../ports/keychain.ts'
import { LibrarySecret } from '../security/keys/recovery-key.ts'
import { accessTo, isSealed, type Opened, openUnprotected, openWith } from '../security/unlock-library.ts'
import { forgetSalvaged } from '../storage/backup/keep-unopened.ts'
import { failureFromThrown } from '../storage/library-failures.ts'
import type { Library } from '../storage/open-library.ts'
import type { CoreOptions } from './core-options.ts'
import type { Session } from './session.ts'

export type LibrarySlot = ReturnType<typeof createLibrarySlot>
export type LibraryEvents = {
  openSession: (library: Library) => Session
  changed: (state: LibraryState) => void
  opened: (file: string) => void
}

/**
 * The one library of a running app: its file, its state, and its session while it is open. `enter`, `leave` and `look` are
 * the only ways in and out; what a person can do with a library is built on them in the library manager.
 */
export function createLibrarySlot(
  { libraryFile, startWith = libraryFile, whenNew = 'ask', keychain, clock, resume }: CoreOptions,
  events: LibraryEvents,
) {
  let file = startWith
  let place = resume?.place ?? 0
  let state: LibraryState = { kind: 'new' }
  let open: { session: Session; secret: LibrarySecret | null } | null = null
  const running = createRunningCalls()

  function enter(entered: Opened): void {
    const { library, secret } = entered
    running.forgetDamage()
    if (!library.settings.get().begunAt) library.write(() => library.settings.set({ begunAt: clock.now() }))
    forgetSalvaged(file)
    open = { session: events.openSession(library), secret }
    events.opened(file)
    set({ kind: 'open', isProtected: secret !== null })
  }
  /** New calls are refused; calls under way are allowed to finish, so that no write is cut short. */
  async function leave(next: LibraryState): Promise<void> {
    const left = open
    open = null
    set(next)
    await running.settled()
    await left?.session.close()
  }
  /** Looks at the file and opens the library if nothing has to be asked for that. */
  function look(): void | Promise<void> {
    const access = accessTo(file)
    if (access.kind === 'locked') return keychain ? lookWithKeychain(keychain, access) : set(access)
    if (access.kind === 'unavailable') return setUnavailable(access.code)
    if (access.kind === 'new' && whenNew === 'ask') return set(access)
    const opened = openUnprotected(file)
    if (opened.ok) enter(opened.value)
    else setUnavailable(opened.error.code)
  }
  /** The keychain answers from another process; meanwhile nobody is asked for a passphrase that it may know. */
  async function lookWithKeychain(from: Keychain, locked: LibraryState): Promise<void> {
    const asking: LibraryState = { kind: 'working', what: 'switch', progress: null }
    set(asking)
    const stored = LibrarySecret.safeParse(await from.get(file).catch(() => null))
    // The library was closed meanwhile, or somebody opened it.
    if (state !== asking) return
    const opened = stored.success ? openWith(file, stored.data) : null
    if (opened?.ok) enter(opened.value)
    else set(locked)
  }
  function set(next: LibraryState): void {
    state = next
    events.changed(next)
  }
  const setUnavailable = (code: string, salvaged: Salvaged | null = null): void =>
    set({ kind: 'unavailable', code, sealed: isSealed(file), salvaged })

  return {
    ...{ enter, leave, look, set, setUnavailable },
    state: () => state,
    session: () => open?.session ?? null,
    secret: () => open?.secret ?? null,
    file: () => file,
    /** Grows whenever another library replaces this one. */
    place: () => place,
    track: running.track,
    sawDamage: running.sawDamage,
    /** Another file takes the place of this one. Call it between `leave` and `look`. */
    moveTo(next: string): void {
      file = next
      place += 1
    },
  }
}

/** The calls that are using the open library now, and whether one of them met damage in its file. */
function createRunningCalls() {
  const running = new Set<Promise<unknown>>()
  let damaged = false
  return {
    track<T>(work: Promise<T>): Promise<T> {
      running.add(work)
      const forget = () => running.delete(work)
      work.then(forget, (error: unknown) => {
        forget()
        if (failureFromThrown(error)?.code === 'library.damaged') damaged = true
      })
      return work
    },
    settled: async (): Promise<void> => void (await Promise.allSettled([...running])),
    sawDamage: () => damaged,
    forgetDamage: () => {
      damaged = false
    },
  }
}
