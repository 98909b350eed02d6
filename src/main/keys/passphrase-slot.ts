import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { LibrarySecret } from './recovery-key.ts'

const Base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/)

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
  const [salt, nonce] = [randomBytes(16), randomBytes(12)]
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt, cost), nonce)
  const wrapped = Buffer.concat([cipher.update(secret, 'hex'), cipher.final(), cipher.getAuthTag()])
  const text = (bytes: Buffer) => bytes.toString('base64')
  return { kdf: 'scrypt', ...cost, salt: text(salt), nonce: text(nonce), wrapped: text(wrapped) }
}

/**
 * The secret in a slot; null if this is not its passphrase (or the slot is damaged: the two cannot be told
 * apart).
 */
export async function unwrapSecret(slot: PassphraseSlot, passphrase: string): Promise<LibrarySecret | null> {
  const bytes = (text: string) => Buffer.from(text, 'base64')
  const wrapped = bytes(slot.wrapped)
  try {
    const key = await keyFrom(passphrase, bytes(slot.salt), slot)
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(slot.nonce), { authTagLength: 16 })
    decipher.setAuthTag(wrapped.subarray(-16))
    return LibrarySecret.parse(
      decipher.update(wrapped.subarray(0, -16), undefined, 'hex') + decipher.final('hex'),
    )
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
