import { statSync } from 'node:fs'
import type { Api, Output } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import { hasOtherName } from '../files/real-file.ts'
import { backupFolderOf } from '../files/temporary-files.ts'
import { recoveryKeyFrom } from '../keys/recovery-key.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Keychain } from '../ports/keychain.ts'
import type { Verified } from '../storage/backup/verify-library.ts'
import type { OpenFailure } from '../storage/library-failures.ts'
import type { Settings } from '../storage/tables/settings-table.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { AutoLock } from './auto-lock.ts'
import type { LibraryManager } from './library-manager.ts'
import type { RatePassphrase } from './passphrase-rule.ts'

type LibraryCalls = Pick<
  Api,
  | 'library:state'
  | 'library:try-again'
  | 'library:open-there'
  | 'library:create'
  | 'library:lock'
  | 'library:active'
  | 'library:locks-in'
  | 'library:info'
  | 'library:note-recovery-key'
  | 'library:set-auto-lock'
  | 'library:remember'
  | 'library:verify'
  | 'library:keep-changed'
  | 'library:older-than'
  | 'library:keep-older'
  | 'backup:note-copy'
>

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** A copy in another place that is older than this is no help against a stolen or broken computer. */
const copyGoodForMs = 30 * 24 * 3600 * 1000

type Needs = {
  manager: LibraryManager
  changes: ChangeFeed
  autoLock: AutoLock
  keychain?: Keychain | undefined
  clock: Clock
  libraryWorker: URL
  appRevision: () => AppRevision
  rate: RatePassphrase
}

/** The library as a file: its state, what is known about it, and its settings. */
export function createLibraryHandlers(needs: Needs): LibraryCalls {
  const { manager, changes, autoLock, keychain, clock } = needs
  const set = (settings: Partial<Settings>) => {
    const { library } = manager.session()
    const written = library.write(() => library.settings.set(settings))
    if (written.ok) changes.changed([])
    return written.ok ? ok(null) : written
  }
  return {
    'library:state': async () => ({
      revision: changes.revision(),
      library: manager.state(),
      appRevision: needs.appRevision(),
    }),
    'library:open-there': async () => {
      manager.openThere()
      return ok(null)
    },
    'library:try-again': async () => {
      manager.tryAgain()
      return ok(null)
    },
    'library:create': async ({ passphrase }) => {
      const rated = passphrase === null ? ok(null) : await needs.rate(passphrase)
      if (!rated.ok) return rated
      const made = await manager.create(passphrase)
      return made.ok ? ok({ recoveryKey: made.value && recoveryKeyFrom(made.value) }) : made
    },
    'library:lock': async () => {
      await manager.lock()
      return ok(null)
    },
    // Making this call is itself what postpones the automatic lock.
    'library:active': async () => null,
    'library:locks-in': async () => ({ seconds: autoLock.secondsLeft() }),
    'library:info': () => infoOf(needs),
    'library:note-recovery-key': async () => set({ recoveryKeyNoted: true }),
    'library:set-auto-lock': async ({ minutes }) => set({ autoLockMinutes: minutes }),
    'library:remember': async ({ remember }) => {
      const secret = manager.secret()
      if (!keychain || !secret || !(await keychain.set(manager.file(), remember ? secret : null)))
        return err({ code: 'library.no-keychain' })
      changes.changed([])
      return ok(null)
    },
    ...createCheckHandlers(needs),
    'backup:note-copy': async () => set({ copiedElsewhereAt: clock.now() }),
  }
}

async function infoOf({ manager, keychain, clock }: Needs): Promise<Output<'library:info'>> {
  const { library } = manager.session()
  const settings = library.settings.get()
  const [secret, file] = [manager.secret(), manager.file()]
  const isRemembered = secret !== null && (await keychain?.get(file)) === secret
  return {
    file,
    bytes: sizeOf(file) + sizeOf(`${file}-wal`),
    isProtected: secret !== null,
    recoveryKeyNoted: settings.recoveryKeyNoted,
    autoLockMinutes: settings.autoLockMinutes,
    remembered: keychain ? (isRemembered ? 'yes' : 'no') : 'unavailable',
    backupFolder: backupFolderOf(file),
    copiedElsewhereAt: settings.copiedElsewhereAt,
    hasOtherName: hasOtherName(file),
    unfinishedCopy: settings.unfinishedCopy,
    copyDue: isCopyDue(settings, clock.now()) && library.scans.list().length > 0,
  }
}

type CheckCalls = Pick<
  Api,
  'library:verify' | 'library:keep-changed' | 'library:older-than' | 'library:keep-older'
>

/** The check, and what a person says about letters that the app did not leave so, and about an older copy. */
function createCheckHandlers({ manager, changes, libraryWorker }: Needs): CheckCalls {
  return {
    'library:verify': async () => {
      manager.session()
      const input = { file: manager.file(), secret: manager.secret() }
      const checked = await runLibraryJob(libraryWorker, 'verify', input)
      if (showsDamage(checked)) manager.noteDamage()
      return checked
    },
    'library:keep-changed': async () => {
      const accepted = manager.session().library.keepChanged()
      if (accepted.ok) changes.changed([])
      return accepted
    },
    'library:older-than': async () => ({ seenAt: manager.olderThan() }),
    'library:keep-older': async () => {
      manager.keepOlder(manager.session().library)
      changes.changed([])
      return ok(null)
    },
  }
}

/** A day in the future comes from a clock that was wrong: better one reminder too many. */
function isCopyDue({ copiedElsewhereAt, begunAt }: Settings, now: string): boolean {
  const since = copiedElsewhereAt ?? begunAt
  if (since === null) return false
  const age = Date.parse(now) - Date.parse(since)
  return age < 0 || age > copyGoodForMs
}

/** A single letter that is not whole is said; a file that is not whole must be salvaged. */
const showsDamage = (checked: Result<Verified, OpenFailure>): boolean =>
  checked.ok
    ? checked.value.issues.some(({ what }) => what === 'structure')
    : checked.error.code === 'library.damaged'
