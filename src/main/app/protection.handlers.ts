import type { Api } from '../../shared/contract/contract.ts'
import type { Proof } from '../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { hasOtherName } from '../files/real-file.ts'
import { readKeyFile, writeKeyFile } from '../keys/key-file.ts'
import { type PassphraseSlot, wrapSecret } from '../keys/passphrase-slot.ts'
import type { WeakPassphrase } from '../keys/passphrase-strength.ts'
import { type LibrarySecret, newSecret, recoveryKeyFrom } from '../keys/recovery-key.ts'
import type { Keychain } from '../ports/keychain.ts'
import { type ProofFailure, proves } from '../storage/protection/proofs.ts'
import type { Settings } from '../storage/tables/settings-table.ts'
import { runLibraryJob } from '../storage/worker/library-jobs.ts'
import type { LibraryManager } from './library-manager.ts'
import type { RatePassphrase } from './passphrase-rule.ts'
import type { RateLimiter } from './rate-limiter.ts'

type ProtectionCalls = Pick<
  Api,
  | 'library:unlock'
  | 'library:protect'
  | 'library:unprotect'
  | 'library:set-passphrase'
  | 'library:show-recovery-key'
  | 'library:renew-recovery-key'
>

type Needs = {
  manager: LibraryManager
  keychain?: Keychain | undefined
  libraryWorker: URL
  limitTries: RateLimiter
  rate: RatePassphrase
}

/** Opening a protected library, and changing what opens it. */
export function createProtectionHandlers(needs: Needs): ProtectionCalls {
  const { manager, limitTries, rate } = needs
  const proven = (proof: Proof) => provenSecret(needs, proof)

  return {
    'library:unlock': (proof) => limitTries(() => manager.unlock(proof)),
    'library:protect': async ({ passphrase }) => {
      manager.session()
      if (manager.secret()) return err({ code: 'library.already-protected' })
      // The other name would keep the letters in the clear, and nobody knows where it is.
      if (hasOtherName(manager.file())) return err({ code: 'library.has-other-name' })
      const secret = newSecret()
      const slot = await newSlot(rate, secret, passphrase)
      if (!slot.ok) return slot
      const changed = await change(needs, secret, [slot.value])
      return changed.ok ? ok({ recoveryKey: recoveryKeyFrom(secret) }) : changed
    },
    'library:unprotect': async ({ proof }) => {
      const known = await proven(proof)
      return known.ok ? change(needs, null, []) : known
    },
    'library:set-passphrase': async ({ proof, passphrase }) => {
      const known = await proven(proof)
      if (!known.ok) return known
      const slot = await newSlot(rate, known.value, passphrase)
      if (!slot.ok) return slot
      writeKeyFile(manager.file(), [slot.value])
      remember(manager, { keyFile: { waymark: 'keys 1', passphrases: [slot.value] } })
      return ok(null)
    },
    'library:show-recovery-key': async ({ proof }) => {
      const known = await proven(proof)
      return known.ok ? ok({ recoveryKey: recoveryKeyFrom(known.value) }) : known
    },
    'library:renew-recovery-key': async ({ passphrase }) => {
      const known = await proven({ kind: 'passphrase', passphrase })
      if (!known.ok) return known
      // The other name would still open with the key that is given up.
      if (hasOtherName(manager.file())) return err({ code: 'library.renew-has-other-name' })
      const secret = newSecret()
      const changed = await change(needs, secret, [await wrapSecret(secret, passphrase)])
      return changed.ok ? ok({ recoveryKey: recoveryKeyFrom(secret) }) : changed
    },
  }
}

/** Encrypts the file again, or decrypts it; the library reopens automatically. */
async function change(
  { manager, keychain, libraryWorker }: Needs,
  to: LibrarySecret | null,
  after: PassphraseSlot[],
) {
  manager.session()
  const [from, file] = [manager.secret(), manager.file()]
  const remembered = from !== null && (await keychain?.get(file)) === from
  const changed = await manager.whileClosed('protection', async () => {
    const before = readKeyFile(manager.file())?.passphrases ?? []
    const done = await runLibraryJob(libraryWorker, 'protection', { file, from, to, before, after })
    return done.ok ? ok({ value: null, secretAfter: to }) : done
  })
  if (!changed.ok) return changed
  if (remembered) await keychain?.set(file, to)
  remember(manager, {
    keyFile: to ? { waymark: 'keys 1', passphrases: after } : null,
    recoveryKeyNoted: false,
  })
  return changed
}

function remember(manager: LibraryManager, settings: Partial<Settings>): void {
  const { library } = manager.session()
  library.write(() => library.settings.set(settings))
}

/** The secret of the open library, after someone has proved that they know what opens it. */
async function provenSecret(
  { manager, limitTries }: Needs,
  proof: Proof,
): Promise<Result<LibrarySecret, ProofFailure | Unprotected>> {
  manager.session()
  const secret = manager.secret()
  if (!secret) return err({ code: 'library.not-protected' })
  const proved = await limitTries(() => proves(manager.file(), secret, proof))
  return proved.ok ? ok(secret) : proved
}

/** A slot for a passphrase that was just chosen. */
async function newSlot(
  rate: RatePassphrase,
  secret: LibrarySecret,
  passphrase: string,
): Promise<Result<PassphraseSlot, WeakPassphrase>> {
  const rated = await rate(passphrase)
  return rated.ok ? ok(await wrapSecret(secret, passphrase)) : rated
}

type Unprotected = Failure<'library.not-protected'>
