import { dirname } from 'node:path'
import type { Proof } from '../../../shared/contract/library.ts'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import { lookAtFile } from '../../files/library-file.ts'
import { closeToOthers } from '../../files/owners-only.ts'
import { makePrivateFolder } from '../../files/private-files.ts'
import { pagesFileOf, settle } from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import {
  type KeyFile,
  lookAtKeyFile,
  readKeyFile,
  setKeyFileAside,
  writeKeyFile,
} from '../../keys/key-file.ts'
import { type PassphraseSlot, type ScryptCost, unwrapSecret, wrapSecret } from '../../keys/passphrase-slot.ts'
import { type LibrarySecret, newSecret, secretFromRecoveryKey } from '../../keys/recovery-key.ts'
import { opensAnyPage } from '../backup/salvage-pages.ts'
import { failureFromThrown, openFailureFrom, outsideFailureFrom } from '../library-failures.ts'
import { type Library, type OpenFailure, openLibrary } from '../open-library.ts'
import { type ProofFailure, refusedPassphrase, slotsOf } from './proofs.ts'

export type UnlockFailure = OpenFailure | ProofFailure

/** An open library and the secret that opens it again; null: it is not protected. */
export type Opened = { library: Library; secret: LibrarySecret | null }

/** What is found at the path of a library before anyone opens it. */
export type LibraryAccess =
  | { kind: 'new' }
  | { kind: 'unprotected' }
  /** `passphrase` false: the key file is gone, and only the recovery key opens the library. */
  | { kind: 'locked'; passphrase: boolean }
  | { kind: 'unavailable'; code: OpenFailure['code'] }

export function accessTo(file: string): LibraryAccess {
  try {
    if (settle(file) === 'busy') return { kind: 'unavailable', code: 'library.busy' }
  } catch (error) {
    return { kind: 'unavailable', code: openFailureFrom(error, 'protected').code }
  }
  const found = lookAtFile(file)
  switch (found) {
    case 'none':
      return { kind: 'new' }
    case 'plain':
      return { kind: 'unprotected' }
    case 'protected':
      closeToOthers(file)
      return { kind: 'locked', passphrase: slotsOf(file).length > 0 }
    case 'empty':
      return { kind: 'unavailable', code: 'library.empty' }
    case 'foreign':
      return { kind: 'unavailable', code: 'library.not-a-library' }
  }
}

export const openUnprotected = (file: string): Result<Opened, OpenFailure> => openWith(file, null)

/**
 * Tries a passphrase or recovery key on the library. One attempt takes a third of a second, because the
 * passphrase is costly by design.
 */
export async function unlock(file: string, proof: Proof): Promise<Result<Opened, UnlockFailure>> {
  if (proof.kind === 'recovery') {
    const secret = secretFromRecoveryKey(proof.key)
    return secret ? openWithRecoveryKey(file, secret) : err({ code: 'unlock.mistyped-key' })
  }
  const slots = slotsOf(file)
  let last: UnlockFailure | undefined
  for (const slot of slots) {
    const secret = await unwrapSecret(slot, proof.passphrase)
    if (!secret) continue
    const opened = remembering(openProven(file, secret), ({ library }) => keepOnly(file, library, slot))
    if (opened.ok) return opened
    last = opened.error
  }
  return err(last ?? refusedPassphrase(file, slots))
}

/** The library stores the slot of its passphrase, so that a lost key file can be restored. */
function openWithRecoveryKey(file: string, secret: LibrarySecret): Result<Opened, UnlockFailure> {
  const keyFileLost = slotsOf(file).length === 0 || lookAtKeyFile(file) === 'damaged'
  const opened = openProven(file, secret)
  if (!opened.ok && opened.error.code === 'library.key-does-not-fit') return err({ code: 'unlock.wrong-key' })
  return remembering(opened, ({ library }) => {
    const { keyFile } = library.settings.get()
    if (keyFileLost && keyFile) writeIfPossible(file, keyFile.passphrases)
  })
}

/** A secret that opens any page of the file is its secret: what does not open then is damaged. */
function openProven(file: string, secret: LibrarySecret): Result<Opened, OpenFailure> {
  const opened = openWith(file, secret)
  if (opened.ok || opened.error.code !== 'library.key-does-not-fit') return opened
  try {
    const fits = withWorkLock(file, () => opensAnyPage(file, pagesFileOf(file), secret))
    return fits ? err({ code: 'library.damaged' }) : opened
  } catch (error) {
    // Where nothing can be written it stays unknown.
    if (!failureFromThrown(error)) throw error
    return opened
  }
}

/** The first look into an opened library, which may show that it is damaged: then it is closed again. */
function remembering(
  opened: Result<Opened, OpenFailure>,
  look: (opened: Opened) => void,
): Result<Opened, OpenFailure> {
  if (!opened.ok) return opened
  try {
    look(opened.value)
    return opened
  } catch (error) {
    opened.value.library.close()
    return err(openFailureFrom(error, 'protected'))
  }
}

export function openWith(file: string, secret: LibrarySecret | null): Result<Opened, OpenFailure> {
  const opened = openLibrary(file, secret)
  return opened.ok ? ok({ library: opened.value, secret }) : opened
}

/**
 * The key file is written first: nobody who has not yet seen the recovery key could open a library without
 * it.
 */
export async function createProtected(
  file: string,
  passphrase: string,
  cost?: ScryptCost,
): Promise<Result<Opened & { secret: LibrarySecret }, OpenFailure>> {
  const secret = newSecret()
  const slot = await wrapSecret(secret, passphrase, cost)
  makePrivateFolder(dirname(file))
  setKeyFileAside(file)
  writeKeyFile(file, [slot])
  const opened = openLibrary(file, secret)
  if (!opened.ok) return opened
  keepOnly(file, opened.value, slot)
  return ok({ library: opened.value, secret })
}

/**
 * Whether nothing in a file can be read without a secret: it looks encrypted, or it has a key file although
 * its header is lost.
 */
export const isSealed = (file: string): boolean =>
  lookAtFile(file) === 'protected' || slotsOf(file).length > 0

/**
 * From now on, the slot that opened the library is its only one: others were left by an interrupted change.
 */
function keepOnly(file: string, library: Library, slot: PassphraseSlot): void {
  const keyFile: KeyFile = { waymark: 'keys 1', passphrases: [slot] }
  const is = (known: KeyFile | null) => JSON.stringify(known) === JSON.stringify(keyFile)
  if (!is(readKeyFile(file)) || lookAtKeyFile(file) !== 'whole') writeIfPossible(file, [slot])
  if (!is(library.settings.get().keyFile)) library.write(() => library.settings.set({ keyFile }))
}

/** If the folder takes no file right now, the letters are open all the same, and the next opening tries again. */
function writeIfPossible(file: string, slots: PassphraseSlot[]): void {
  try {
    writeKeyFile(file, slots)
  } catch (error) {
    if (!outsideFailureFrom(error)) throw error
  }
}
