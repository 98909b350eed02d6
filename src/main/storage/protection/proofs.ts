import { basename } from 'node:path'
import type { Proof } from '../../../shared/contract/library.ts'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { keyFileOf } from '../../files/temporary-files.ts'
import { lookAtKeyFile, readKeyFile } from '../../keys/key-file.ts'
import { type PassphraseSlot, unwrapSecret } from '../../keys/passphrase-slot.ts'
import { type LibrarySecret, secretFromRecoveryKey } from '../../keys/recovery-key.ts'
import { trailerOf } from '../backup/backup-trailer.ts'

export type ProofFailure = Failure<
  | 'unlock.wrong-passphrase'
  /** `block` names the file. */
  | 'unlock.no-key-file'
  | 'unlock.key-file-damaged'
  | 'unlock.mistyped-key'
  | 'unlock.wrong-key'
>

/**
 * A file that was restored from a backup has its slots at its end. Not for a library that this process has
 * open.
 */
export const slotsOf = (file: string): PassphraseSlot[] =>
  readKeyFile(file)?.passphrases ?? trailerOf(file)?.passphrases ?? []

/** The secret behind a proof, for a file that is not open: its library or a backup. */
export async function secretFrom(file: string, proof: Proof): Promise<Result<LibrarySecret, ProofFailure>> {
  if (proof.kind === 'recovery') {
    const secret = secretFromRecoveryKey(proof.key)
    return secret ? ok(secret) : err({ code: 'unlock.mistyped-key' })
  }
  return secretIn(file, slotsOf(file), proof.passphrase)
}

/**
 * Why no slot opened. Where the file of the slots is gone or hurt, the passphrase may well be right, and whoever is told that
 * it is wrong takes the letters for lost.
 */
export function refusedPassphrase(file: string, slots: readonly PassphraseSlot[]): ProofFailure {
  const look = lookAtKeyFile(file)
  const block = basename(keyFileOf(file))
  if (look === 'damaged') return { code: 'unlock.key-file-damaged', block }
  if (look === 'missing' && slots.length === 0) return { code: 'unlock.no-key-file', block }
  return { code: 'unlock.wrong-passphrase' }
}

/** Whether a proof is one for the library that is open now. */
export async function proves(
  file: string,
  secret: LibrarySecret,
  proof: Proof,
): Promise<Result<null, ProofFailure>> {
  if (proof.kind === 'recovery') {
    const given = secretFromRecoveryKey(proof.key)
    if (!given) return err({ code: 'unlock.mistyped-key' })
    return given === secret ? ok(null) : err({ code: 'unlock.wrong-key' })
  }
  const found = await secretIn(file, readKeyFile(file)?.passphrases ?? [], proof.passphrase)
  if (!found.ok) return found
  return found.value === secret ? ok(null) : err({ code: 'unlock.wrong-passphrase' })
}

async function secretIn(
  file: string,
  slots: PassphraseSlot[],
  passphrase: string,
): Promise<Result<LibrarySecret, ProofFailure>> {
  for (const slot of slots) {
    const secret = await unwrapSecret(slot, passphrase)
    if (secret) return ok(secret)
  }
  return err(refusedPassphrase(file, slots))
}
