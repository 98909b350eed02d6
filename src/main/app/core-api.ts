import { type Api, type Call, contract, type Input, isPassive } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import { err } from '../../shared/model/result.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import { failureFromThrown } from '../storage/library-failures.ts'
import type { AutoLock } from './auto-lock.ts'
import { createBackupHandlers } from './backup.handlers.ts'
import type { ContentHandlers } from './content.handlers.ts'
import type { CoreOptions } from './core-options.ts'
import { createHelperHandlers } from './helper/helper.handlers.ts'
import type { HelperKeys } from './helper/helper-keys.ts'
import type { KnownLibraries } from './known-libraries.ts'
import type { LibrariesHandlers } from './libraries.handlers.ts'
import { createLibraryHandlers } from './library.handlers.ts'
import { LibraryClosed, type LibraryManager } from './library-manager.ts'
import { failureCodeOf, type LocalLog } from './local-log.ts'
import { createPassphraseHandlers } from './passphrase.handlers.ts'
import { createPassphraseRule } from './passphrase-rule.ts'
import { createProtectionHandlers } from './protection.handlers.ts'
import { createRateLimiter } from './rate-limiter.ts'
import { createSalvageHandlers } from './salvage.handlers.ts'
import type { AppCall, SessionApi } from './session.ts'

type AppNeeds = Pick<
  CoreOptions,
  'keychain' | 'clock' | 'libraryWorker' | 'version' | 'shell' | 'libraryFile' | 'driveOf' | 'anyDrive'
> & {
  helperKeys: HelperKeys
  known: KnownLibraries
  content: ContentStore
  manager: LibraryManager
  changes: ChangeFeed
  autoLock: AutoLock
  appRevision: () => AppRevision
  log: LocalLog
}

/** The calls that work whether or not a library is open. */
export function appApi(
  needs: AppNeeds,
): Pick<Api, Exclude<AppCall, keyof ContentHandlers | keyof LibrariesHandlers>> {
  const { content, manager, changes, autoLock, keychain, clock, libraryWorker } = needs
  const { version, shell, appRevision, log } = needs
  const limitTries = createRateLimiter()
  const rate = createPassphraseRule(manager)
  return {
    ...createLibraryHandlers({
      manager,
      changes,
      autoLock,
      keychain,
      clock,
      libraryWorker,
      appRevision,
      rate,
    }),
    ...createProtectionHandlers({ manager, keychain, libraryWorker, limitTries, rate }),
    ...createHelperHandlers({
      ...{ manager, changes, clock, limitTries, rate, keys: needs.helperKeys, known: needs.known },
      ...{ driveOf: needs.driveOf, anyDrive: needs.anyDrive, own: needs.libraryFile },
      law: () => content.inUse().law,
      openAt: (file) => openLibraryAt(manager, file),
    }),
    ...createPassphraseHandlers(rate),
    ...createBackupHandlers({ manager, changes, clock, libraryWorker, limitTries }),
    ...createSalvageHandlers({ manager, libraryWorker, limitTries }),
    'app:log': async () => ({ text: log.text() }),
    'letters:changed': async ({ since }) => ({ revision: await changes.after(since) }),
    'app:start': async () => ({
      law: content.inUse().law,
      forms: content.inUse().forms,
      packWords: content.inUse().words,
      today: clock.today(),
      version,
      shell,
      revision: changes.revision(),
      library: manager.state(),
      appRevision: appRevision(),
    }),
  }
}

const openLibraryAt = (manager: LibraryManager, file: string) =>
  manager.state().kind === 'open' && manager.file() === file ? manager.session().library : null

/** Each call goes to the session that is open at that moment. */
export function sessionApi(manager: LibraryManager): SessionApi {
  const names = (Object.keys(contract) as Call[]).map((name) => [
    name,
    (input: never) => {
      const call = (manager.session().api as Partial<Api>)[name] as (input: never) => Promise<unknown>
      return manager.track(call(input))
    },
  ])
  return Object.fromEntries(names) as SessionApi
}

/** Every call that a person causes postpones the automatic lock; unlocking is one of them. */
export function withTouch(api: Api, touch: () => void): Api {
  const calls = (Object.keys(contract) as Call[]).map((name) => {
    const call = api[name] as (input: never) => Promise<unknown>
    const touching = (input: never) => {
      touch()
      return call(input)
    }
    return [name, isPassive(name) ? call : touching]
  })
  return Object.fromEntries(calls) as Api
}

/** A call as a shell passes it on; whatever a person can be told is a value, and the log keeps its code. */
export async function callChecked<C extends Call>(
  api: Api,
  name: C,
  input: unknown,
  log: LocalLog,
): Promise<unknown> {
  const checked = contract[name].input.parse(input) as Input<C>
  try {
    const answer: unknown = await api[name](checked)
    const code = failureCodeOf(answer)
    if (code) log.write({ event: 'call.refused', call: name, code })
    return answer
  } catch (error) {
    const failure = error instanceof LibraryClosed ? { code: error.code } : failureFromThrown(error)
    if (failure) log.write({ event: 'call.refused', call: name, code: failure.code })
    else log.write({ event: 'call.failed', call: name, error })
    if (!failure) throw error
    return err(failure)
  }
}
