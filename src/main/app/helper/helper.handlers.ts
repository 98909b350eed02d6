import type { Api } from '../../../shared/contract/contract.ts'
import type { helperContract } from '../../../shared/contract/helper.ts'
import type { Proof } from '../../../shared/contract/library.ts'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import {
  changeKeyring,
  newGrant,
  newKeyring,
  readKeyring,
  removeKeyring,
  unlockKeyring,
  withoutGrants,
  withPermission,
} from '../../keys/keyring.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import type { Notifier } from '../../ports/change-feed.ts'
import { proves } from '../../storage/protection/proofs.ts'
import type { LibraryManager } from '../library-manager.ts'
import type { RatePassphrase } from '../passphrase-rule.ts'
import type { RateLimiter } from '../rate-limiter.ts'
import type { HelperFailure, HelperKeys } from './helper-keys.ts'
import { type ListNeeds, listHelped } from './list-helped.ts'
import { readLibrary } from './read-library.ts'

type HelperCalls = Pick<Api, keyof typeof helperContract>

type Needs = Omit<ListNeeds, 'keys'> & {
  keys: HelperKeys
  manager: LibraryManager
  changes: Notifier
  limitTries: RateLimiter
  rate: RatePassphrase
}

/** One passphrase of a helper for the libraries whose owners allowed it. */
export function createHelperHandlers(needs: Needs): HelperCalls {
  const { keys, changes, limitTries, clock } = needs
  return {
    'helper:state': async () => ({ keys: keys.state(), allowed: grantsHere(needs).length > 0 }),
    'helper:unlock': async ({ passphrase }) => {
      const opened = await limitTries(() => keys.unlock(passphrase))
      if (opened.ok) changes.changed([])
      return opened
    },
    'helper:lock': async () => {
      keys.lock()
      changes.changed([])
      return ok(null)
    },
    'helper:list': async () => {
      const listed = await listHelped(needs)
      return listed.ok ? ok({ today: clock.today(), libraries: listed.value }) : listed
    },
    'helper:open': ({ grant }) => open(needs, grant),
    'helper:allow': ({ proof, passphrase }) => allow(needs, proof, passphrase),
    'helper:take-back': async () => takeBack(needs),
    'helper:start-over': async () => {
      keys.lock()
      if (keys.folder) removeKeyring(keys.folder)
      changes.changed([])
      return ok(null)
    },
  }
}

/** Which grants of the file of keys the open library holds. */
function grantsHere({ keys, manager }: Pick<Needs, 'keys' | 'manager'>): string[] {
  if (manager.state().kind !== 'open') return []
  const { helpers } = manager.session().library.settings.get()
  return keys.grants().filter((grant) => helpers.includes(grant))
}

async function open(needs: Needs, grant: string): Promise<Awaited<ReturnType<HelperCalls['helper:open']>>> {
  const { keys, manager, openAt } = needs
  const found = keys.permission(grant)
  if (!found.ok) return found
  if (!found.value) return err({ code: 'helper.entry-damaged' })
  const { file, secret } = found.value
  if (openAt(file)) return ok(null)
  // Looked at before anything is closed, so that the open library stays open where this one does not open.
  const readable = readLibrary(found.value, needs, () => null)
  return readable.ok ? manager.openAt(file, secret) : readable
}

async function allow(needs: Needs, proof: Proof | null, passphrase: string) {
  const { keys, manager, changes } = needs
  const { library } = manager.session()
  const [file, secret] = [manager.file(), manager.secret()]
  if (!keys.folder) return err({ code: 'helper.unavailable' })
  const proven = secret === null ? ok(null) : await provenBy(needs, file, secret, proof)
  if (!proven.ok) return proven
  const opened = await keyFor(needs, keys.folder, passphrase)
  if (!opened.ok) return opened
  const { key, fresh } = opened.value
  const grant = newGrant()
  const helpers = [...library.settings.get().helpers, grant]
  const written = library.write(() => library.settings.set({ helpers }))
  if (!written.ok) return written
  // The library first: a permission that only it knows of opens nothing.
  changeKeyring(keys.folder, (now) => {
    const before = typeof now === 'string' ? fresh : now
    return before && withPermission(before, key, { grant, file, secret })
  })
  keys.take(key)
  changes.changed([])
  return ok(null)
}

/** Who may let somebody in must know what opens the library, as for showing its recovery key. */
async function provenBy({ limitTries }: Needs, file: string, secret: LibrarySecret, proof: Proof | null) {
  if (!proof) return err({ code: 'unlock.wrong-passphrase' as const })
  return limitTries(() => proves(file, secret, proof))
}

/** The key of the helper's file; where there is none yet, of a new one that is not written yet. */
async function keyFor({ limitTries, rate }: Needs, folder: string, passphrase: string) {
  const found = readKeyring(folder)
  if (found === 'damaged') return err({ code: 'helper.damaged' as const })
  if (found === 'none') {
    const rated = await rate(passphrase)
    if (!rated.ok) return rated
    const { keyring, key } = await newKeyring(passphrase)
    return ok({ key, fresh: keyring })
  }
  return limitTries(async (): Promise<Result<{ key: Buffer; fresh: null }, HelperFailure>> => {
    const key = await unlockKeyring(found, passphrase)
    return key ? ok({ key, fresh: null }) : err({ code: 'helper.wrong-passphrase' })
  })
}

/** The library forgets every permission; the file of keys on this computer loses those that it holds. */
function takeBack({ keys, manager, changes }: Needs) {
  const { library } = manager.session()
  const { helpers } = library.settings.get()
  const written = library.write(() => library.settings.set({ helpers: [] }))
  if (!written.ok) return written
  if (keys.folder && keys.grants().some((grant) => helpers.includes(grant)))
    changeKeyring(keys.folder, (now) => (typeof now === 'string' ? null : withoutGrants(now, helpers)))
  changes.changed([])
  return ok(null)
}
