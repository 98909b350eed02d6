import { createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * Whose content packs are trusted: Ed25519 public keys (SPKI, base64). A key that is removed is no longer
 * trusted.
 */
const ContentKeys = z.strictObject({
  about: z.string(),
  keys: z.array(z.strictObject({ id: z.string().min(1).max(100), publicKey: z.string(), whose: z.string() })),
})
export type ContentKey = z.infer<typeof ContentKeys>['keys'][number]

/** The keys that ship with the app; throws if the file is not what the program expects. */
export const loadContentKeys = (resources: string): ContentKey[] =>
  ContentKeys.parse(JSON.parse(readFileSync(join(resources, 'content-keys.json'), 'utf8'))).keys

/** undefined for an unknown id; throws for a key that is not Ed25519. */
export function findContentKey(keys: readonly ContentKey[], id: string): KeyObject | undefined {
  const found = keys.find((key) => key.id === id)
  if (!found) return undefined
  const key = createPublicKey({ key: Buffer.from(found.publicKey, 'base64'), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`content key ${id} is not an Ed25519 key`)
  return key
}
