import type { LibraryState, Salvaged } from '../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { closeToOthers } from '../files/owners-only.ts'
import { LibrarySecret } from '../keys/recovery-key.ts'
import type { Keychain } from '../ports/keychain.ts'
import { forgetSalvaged } from '../storage/backup/keep-unopened.ts'
import { sweepUnfinishedCopy } from '../storage/backup/unfinished-copy.ts'
import { isBroken, openFailureFrom } from '../storage/library-failures.ts'
import type { Library, OpenFailure } from '../storage/open-library.ts'
import {
  accessTo,
  isSealed,
  type Opened,
  openUnprotected,
  openWith,
} from '../storage/protection/unlock-library.ts'
import type { CoreOptions } from './core-options.ts'
import { createCurrentSession } from './current-session.ts'
import { createLibraryAge, type SeenEvents } from './library-age.ts'
import type { Session } from './session.ts'
import { createWhereabouts, type Whereabouts } from './whereabouts.ts'

export type LibrarySlot = ReturnType<typeof createLibrarySlot>
export type LibraryEvents = SeenEvents & {
  openSession: (library: Library, file: string) => Session
  changed: (state: LibraryState) => void
  opened: (file: string) => void
  /** Somebody locks the library, or nobody has used the app: whatever else is unlocked is locked with it. */
  locking: () => void
}

/**
 * The one library of a running app: its file, its state, and its session while it is open. `enter`, `leave` and `look` are
 * the only ways in and out; what a person can do with a library is built on them in the library manager.
 */
export function createLibrarySlot(options: CoreOptions, events: LibraryEvents) {
  const where = createWhereabouts(options)
  const { file } = where
  let state: LibraryState = { kind: 'new' }
  const age = createLibraryAge(events, file)
  const current = createCurrentSession(() => void leaveDamaged(), age.leaving)

  const set = (next: LibraryState): void => {
    state = next
    events.changed(next)
  }
  /** @param isExpected the person put this library here with the app, so that no other one is missed */
  function enter(entered: Opened, isExpected = false): Result<null, OpenFailure> {
    const begun = beginSession(entered, options.clock.now, (library) => events.openSession(library, file()))
    if (!begun.ok) {
      setUnavailable(begun.error)
      return begun
    }
    current.begin({ session: begun.value, secret: entered.secret })
    forgetSalvaged(file())
    tidyUp(entered.library, file())
    events.opened(file())
    age.entered(entered.library, isExpected)
    set({ kind: 'open', isProtected: entered.secret !== null })
    return ok(null)
  }
  /** New calls are refused; calls under way are allowed to finish, so that no write is cut short. */
  const leave = (next: LibraryState): Promise<void> => current.end(() => set(next))
  /** An open library that shows damage is closed, so that the person sees what can be saved. */
  async function leaveDamaged(): Promise<void> {
    const closing: LibraryState = { kind: 'working', what: 'switch', progress: null }
    await leave(closing)
    if (state === closing) setUnavailable({ code: 'library.damaged' })
  }
  const setUnavailable = (failure: Failure, salvaged: Salvaged | null = null): void =>
    set(unavailable(file(), failure, salvaged))

  const look = createLook(options, where, { enter, set, setUnavailable, state: () => state })

  return {
    ...{ enter, leave, look, set, setUnavailable },
    ...current.asSeen,
    ...where,
    age,
    state: () => state,
  }
}

type Entrance = {
  enter(entered: Opened, isExpected?: boolean): unknown
  set(next: LibraryState): void
  setUnavailable(failure: Failure): void
  state(): LibraryState
}

/** Looks at the file and opens the library if nothing has to be asked for that. */
function createLook(
  { whenNew = 'ask', keychain }: CoreOptions,
  { file, isOnBarredDrive }: Whereabouts,
  { enter, set, setUnavailable, state }: Entrance,
) {
  function look(): void | Promise<void> {
    if (isOnBarredDrive()) return setUnavailable({ code: 'library.network-drive' })
    const access = accessTo(file())
    if (access.kind === 'locked') return keychain ? lookWithKeychain(keychain, access) : set(access)
    if (access.kind === 'unavailable') return setUnavailable(access)
    if (access.kind === 'new' && whenNew === 'ask') return set(access)
    const opened = openUnprotected(file())
    if (opened.ok) enter(opened.value, access.kind === 'new')
    else setUnavailable(opened.error)
  }
  /** The keychain answers from another process; meanwhile nobody is asked for a passphrase that it may know. */
  async function lookWithKeychain(from: Keychain, locked: LibraryState): Promise<void> {
    const asking: LibraryState = { kind: 'working', what: 'switch', progress: null }
    set(asking)
    const stored = await storedSecret(from, file())
    // The library was closed meanwhile, or somebody opened it.
    if (state() !== asking) return
    const opened = stored && openWith(file(), stored)
    if (opened?.ok) enter(opened.value)
    else if (opened && isBroken(opened.error)) setUnavailable(opened.error)
    else set(locked)
  }
  return look
}

const storedSecret = async (keychain: Keychain, file: string): Promise<LibrarySecret | null> =>
  LibrarySecret.safeParse(await keychain.get(file).catch(() => null)).data ?? null

/** The first work with an opened library may show that it is damaged: then it is closed again. */
function beginSession(
  { library, secret }: Opened,
  now: () => string,
  openSession: (library: Library) => Session,
): Result<Session, OpenFailure> {
  try {
    if (!library.settings.get().begunAt) library.write(() => library.settings.set({ begunAt: now() }))
    return ok(openSession(library))
  } catch (error) {
    library.close()
    return err(openFailureFrom(error, secret ? 'protected' : 'plain'))
  }
}

/** What an earlier run, or whoever copied the library here, left as it should not be. */
function tidyUp(library: Library, file: string): void {
  closeToOthers(file)
  sweepUnfinishedCopy(library, file)
}

const unavailable = (file: string, { code, block }: Failure, salvaged: Salvaged | null): LibraryState => ({
  ...{ kind: 'unavailable', code, sealed: isSealed(file), salvaged },
  ...(block === undefined ? {} : { block }),
})
