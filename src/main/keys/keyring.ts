import { hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { makePrivateFolder, writeAtomically } from '../files/private-files.ts'
import { withWorkLock } from '../files/work-lock.ts'
import { PassphraseSlot, type ScryptCost, unwrapSecret, wrapSecret } from './passphrase-slot.ts'
import { LibrarySecret, newSecret } from './recovery-key.ts'
import { Base64, seal, unseal } from './seal.ts'

/** Names one permission of one library: random, so that it says nothing of the library. */
const Grant = z.string().regex(/^[0-9a-f]{32}$/)
const mostLibraries = 500

/**
 * The file of a helper: what opens each library whose owner allowed it, under the helper's own passphrase. The passphrase wraps
 * a random secret, as it does for a library; a key of that secret seals each permission. Nothing but numbers by chance is in
 * the clear, so that a permission can be taken out without the passphrase.
 */
const Keyring = z.object({
  waymark: z.literal('clinic keys 1'),
  helper: PassphraseSlot,
  libraries: z.array(z.object({ grant: Grant, nonce: Base64, sealed: Base64 })).max(mostLibraries),
})
export type Keyring = z.infer<typeof Keyring>

/** What is sealed for a library; `secret` null: it has no passphrase. */
const Permission = z.object({ grant: Grant, file: z.string(), secret: LibrarySecret.nullable() })
export type Permission = z.infer<typeof Permission>

const keyringFileOf = (folder: string): string => join(folder, 'clinic.keys')

/** `damaged`: there is a file, and it is none that this version can read. */
export function readKeyring(folder: string): Keyring | 'none' | 'damaged' {
  const file = keyringFileOf(folder)
  if (!existsSync(file)) return 'none'
  try {
    return Keyring.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return 'damaged'
  }
}

/** Reads it again and writes it, with no other program between; `change` returns null where nothing is to be written. */
export function changeKeyring(
  folder: string,
  change: (now: Keyring | 'none' | 'damaged') => Keyring | null,
): void {
  makePrivateFolder(folder)
  withWorkLock(keyringFileOf(folder), () => {
    const next = change(readKeyring(folder))
    if (next) writeAtomically(keyringFileOf(folder), `${JSON.stringify(Keyring.parse(next), null, 2)}\n`)
  })
}

export const removeKeyring = (folder: string): void => rmSync(keyringFileOf(folder), { force: true })

export async function newKeyring(
  passphrase: string,
  cost?: ScryptCost,
): Promise<{ keyring: Keyring; key: Buffer }> {
  const secret = newSecret()
  const helper = await wrapSecret(secret, passphrase, cost)
  return { keyring: { waymark: 'clinic keys 1', helper, libraries: [] }, key: keyOf(secret) }
}

/** The key of all permissions; null: this is not the passphrase. Whoever has it fills it with zeros when it is no longer needed. */
export async function unlockKeyring(keyring: Keyring, passphrase: string): Promise<Buffer | null> {
  const secret = await unwrapSecret(keyring.helper, passphrase)
  return secret && keyOf(secret)
}

const keyOf = (secret: LibrarySecret): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'waymark clinic 1', 32))

export const newGrant = (): string => randomBytes(16).toString('hex')

/** With one more permission, which replaces an earlier one of the same library. */
export function withPermission(keyring: Keyring, key: Buffer, permission: Permission): Keyring {
  const others = keyring.libraries.filter(
    ({ grant }) => permissionOf(keyring, key, grant)?.file !== permission.file,
  )
  const own = { grant: permission.grant, ...seal(key, Buffer.from(JSON.stringify(permission))) }
  return { ...keyring, libraries: [...others, own] }
}

/** Without these permissions; takes no passphrase. */
export const withoutGrants = (keyring: Keyring, grants: readonly string[]): Keyring => ({
  ...keyring,
  libraries: keyring.libraries.filter(({ grant }) => !grants.includes(grant)),
})

/** One permission; null: there is none, or its bytes were changed. */
export function permissionOf(keyring: Keyring, key: Buffer, grant: string): Permission | null {
  const found = keyring.libraries.find((each) => each.grant === grant)
  if (!found) return null
  try {
    const permission = Permission.parse(JSON.parse(unseal(key, found).toString()))
    return permission.grant === grant ? permission : null
  } catch {
    return null
  }
}
