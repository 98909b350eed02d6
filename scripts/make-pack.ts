import { type KeyObject, sign } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInContent, contentFrom } from '../src/main/content/content.ts'
import { packFiles } from '../src/main/content/content-files.ts'
import { sha256Of } from '../src/main/content/open-pack.ts'
import { type ContentPack, isPackPath, PackManifest } from '../src/shared/content/pack.ts'

type PackRequest = {
  /** The folder that holds `law`, `words` and `forms`. */
  resources: string
  /** An Ed25519 private key. */
  key: KeyObject
  /** Under which the app knows its public half. */
  id: string
  madeOn: string
  needsApp: string
}

/** All that a pack may hold, by its path. */
export function partsOf(resources: string): Map<string, string> {
  const paths = readdirSync(resources, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isPackPath)
    .sort()
  return new Map(paths.map((path) => [path, readFileSync(join(resources, path), 'utf8')]))
}

/** A signed content pack as text. Throws where the app would refuse what is in it. */
export function makePack({ resources, key, id, madeOn, needsApp }: PackRequest) {
  const parts = partsOf(resources)
  const { law } = contentFrom(packFiles(parts), builtInContent(resources).law)
  const manifest = PackManifest.parse({
    version: law.version,
    madeOn,
    key: id,
    needsApp,
    parts: [...parts].map(([path, text]) => ({ path, sha256: sha256Of(text) })),
  })
  return { version: law.version, parts: parts.size, text: signedPack(manifest, parts, key) }
}

export function signedPack(
  manifest: PackManifest,
  parts: ReadonlyMap<string, string>,
  key: KeyObject,
): string {
  const text = JSON.stringify(manifest)
  const pack: ContentPack = {
    waymark: 'content pack 1',
    manifest: text,
    signature: sign(null, Buffer.from(text), key).toString('base64'),
    parts: Object.fromEntries(parts),
  }
  return JSON.stringify(pack)
}
