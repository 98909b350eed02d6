import { hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'

/**
 * What opens a protected library: 128 random bits, as hex. The printed recovery key is these bits themselves,
 * so the library file and the printed key are enough, whatever else is lost. A passphrase wraps them
 * (passphrase-slot.ts).
 */
export const LibrarySecret = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'LibrarySecret'>()
export type LibrarySecret = z.infer<typeof LibrarySecret>

/** Crockford's 32 characters: no I, L, O or U, so that a handwritten key is not misread. */
const characters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataCharacters = 26
/** The largest prime below 32 * 32: one wrong character, or two neighbors swapped, always changes the two check characters. */
const checkModulus = 1021n

export const newSecret = (): LibrarySecret => LibrarySecret.parse(randomBytes(16).toString('hex'))

/** `7K3M-9QRT-…`: seven groups of four characters, the last two of which are the check. */
export function recoveryKeyFrom(secret: LibrarySecret): string {
  const value = BigInt(`0x${secret}`)
  const text = charactersFrom(value, dataCharacters) + charactersFrom(value % checkModulus, 2)
  return text.match(/.{4}/g)?.join('-') ?? text
}

/**
 * The secret behind a typed recovery key. Case, spaces and dashes do not matter, O is 0, and I and L are 1.
 * null: mistyped.
 */
export function secretFromRecoveryKey(typed: string): LibrarySecret | null {
  const text = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== dataCharacters + 2 || [...text].some((character) => !characters.includes(character)))
    return null
  const value = numberFrom(text.slice(0, dataCharacters))
  if (value % checkModulus !== numberFrom(text.slice(dataCharacters))) return null
  const secret = LibrarySecret.safeParse(value.toString(16).padStart(32, '0'))
  return secret.success ? secret.data : null
}

/** The 256-bit key of the library's cipher, as hex. */
export const cipherKeyOf = (secret: LibrarySecret): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'hex'), '', 'waymark library 1', 32)).toString('hex')

function charactersFrom(value: bigint, count: number): string {
  let text = ''
  for (let rest = value; text.length < count; rest >>= 5n) text = characters[Number(rest & 31n)] + text
  return text
}

const numberFrom = (text: string): bigint =>
  [...text].reduce((value, character) => (value << 5n) | BigInt(characters.indexOf(character)), 0n)
