import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'

export const Base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/)

/** Bytes under AES-256-GCM: the nonce, and what was encrypted with its tag behind it; both in base64. */
type Sealed = { nonce: string; sealed: string }

/** Encrypts with a nonce of its own. */
export function seal(key: Buffer, content: Buffer): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), sealed: sealed.toString('base64') }
}

/** Throws if the key is another one, or a byte was changed. */
export function unseal(key: Buffer, { nonce, sealed }: Sealed): Buffer {
  const bytes = Buffer.from(sealed, 'base64')
  const options = { authTagLength: 16 }
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'), options)
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
}
