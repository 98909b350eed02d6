import { randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { LibrarySecret } from './recovery-key.ts'
import { Base64, seal, unseal } from './seal.ts'

/**
 * A library secret, wrapped with a passphrase: scrypt, then AES-256-GCM. The bounds keep a forged file from
 * hanging the app.
 */
export const PassphraseSlot = z.object({
  kdf: z.literal('scrypt'),
  /** Cost: 128 * n * r bytes of memory. */
  n: z.union([2 ** 10, 2 ** 14, 2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18, 2 ** 19].map((n) => z.literal(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: Base64,
  nonce: Base64,
  wrapped: Base64,
})
export type PassphraseSlot = z.infer<typeof PassphraseSlot>
export type ScryptCost = Pick<PassphraseSlot, 'n' | 'r' | 'p'>

/** About a third of a second and 128 MB per attempt on a computer from 2026. */
const scryptCost: ScryptCost = { n: 2 ** 17, r: 8, p: 1 }

/** Wraps `secret` so that `passphrase` opens it. */
export async function wrapSecret(
  secret: LibrarySecret,
  passphrase: string,
  cost: ScryptCost = scryptCost,
): Promise<PassphraseSlot> {
  const salt = randomBytes(16)
  const { nonce, sealed } = seal(await keyFrom(passphrase, salt, cost), Buffer.from(secret, 'hex'))
  return { kdf: 'scrypt', ...cost, salt: salt.toString('base64'), nonce, wrapped: sealed }
}

/**
 * The secret in a slot; null if this is not its passphrase (or the slot is damaged: the two cannot be told
 * apart).
 */
export async function unwrapSecret(slot: PassphraseSlot, passphrase: string): Promise<LibrarySecret | null> {
  try {
    const key = await keyFrom(passphrase, Buffer.from(slot.salt, 'base64'), slot)
    return LibrarySecret.parse(unseal(key, { nonce: slot.nonce, sealed: slot.wrapped }).toString('hex'))
  } catch {
    return null
  }
}

/** The same words typed on another keyboard are the same passphrase: NFKC, and no spaces around it. */
const keyFrom = (passphrase: string, salt: Buffer, { n, r, p }: ScryptCost): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(
      passphrase.normalize('NFKC').trim(),
      salt,
      32,
      { N: n, r, p, maxmem: 256 * n * r + 2 ** 20 },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  )
