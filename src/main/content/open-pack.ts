import { createHash, verify } from 'node:crypto'
import type { z } from 'zod'
import {
  ContentPack,
  isNewEnough,
  isPackPath,
  maxPackBytes,
  PackManifest,
} from '../../shared/content/pack.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { type ContentKey, findContentKey } from './content-keys.ts'

/** Why a pack is not trusted; the words for each code are in `resources/words`, key `errors.<code>`. */
export type PackFailure = Failure<
  | 'content.not-a-pack'
  | 'content.too-large'
  | 'content.unknown-key'
  | 'content.bad-signature'
  | 'content.changed-part'
  | 'content.app-too-old'
>
type OpenPack = { manifest: PackManifest; parts: ReadonlyMap<string, string> }

/**
 * Opens a content pack in memory. Nothing in it reaches the disk, so its paths are only names. Before the
 * signature is checked, only the name of the key is looked at.
 *
 * @param app the version of this app: `0.1.0`
 */
export function openPack(
  bytes: Uint8Array,
  { keys, app }: { keys: readonly ContentKey[]; app: string },
): Result<OpenPack, PackFailure> {
  if (bytes.length > maxPackBytes) return err({ code: 'content.too-large' })
  const pack = jsonOf(ContentPack, Buffer.from(bytes).toString('utf8'))
  const manifest = pack && jsonOf(PackManifest, pack.manifest)
  if (!pack || !manifest) return err({ code: 'content.not-a-pack' })
  const key = findContentKey(keys, manifest.key)
  if (!key) return err({ code: 'content.unknown-key' })
  if (!verify(null, Buffer.from(pack.manifest), key, Buffer.from(pack.signature, 'base64')))
    return err({ code: 'content.bad-signature' })
  if (!isNewEnough(app, manifest.needsApp)) return err({ code: 'content.app-too-old' })
  if (!manifest.parts.every(({ path }) => isPackPath(path))) return err({ code: 'content.not-a-pack' })
  const parts = new Map(Object.entries(pack.parts))
  const named = new Set(manifest.parts.map(({ path }) => path))
  const isWhole =
    named.size === parts.size &&
    named.size === manifest.parts.length &&
    manifest.parts.every(({ path, sha256 }) => sha256Of(parts.get(path)) === sha256)
  return isWhole ? ok({ manifest, parts }) : err({ code: 'content.changed-part' })
}

export const sha256Of = (text: string | undefined): string | null =>
  text === undefined ? null : createHash('sha256').update(text).digest('hex')

function jsonOf<T extends z.ZodType>(shape: T, text: string): z.output<T> | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
