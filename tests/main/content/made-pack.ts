import { generateKeyPairSync } from 'node:crypto'
import { partsOf, signedPack } from '../../../scripts/make-pack.ts'
import type { ContentKey } from '../../../src/main/content/content-keys.ts'
import { sha256Of } from '../../../src/main/content/open-pack.ts'
import type { PackManifest } from '../../../src/shared/content/pack.ts'
import { resources } from '../../support.ts'

const pair = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
/** The keys that the tests' app believes; their private halves are made anew at each run. */
export const testKeys: ContentKey[] = [
  {
    id: 'test',
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    whose: 'a test',
  },
]

type Change = {
  version?: string
  /** By path: how a part differs from the one in `resources`; undefined leaves it out. */
  parts?: Record<string, (text: string) => string | undefined>
  manifest?: Partial<PackManifest>
  signedBy?: 'test' | 'stranger'
  /** After signing. */
  spoil?: (pack: { manifest: string; signature: string; parts: Record<string, string> }) => void
}

/** A content pack of our own `resources`, changed as a test wants it, and signed. */
export function madePack({ version = '2027-01-15', parts = {}, manifest, signedBy, spoil }: Change = {}) {
  const all = partsOf(resources)
  const changes: NonNullable<Change['parts']> = {
    'law/sources.json': (text) => text.replace(/"version": "[^"]+"/, `"version": "${version}"`),
    ...parts,
  }
  for (const [path, change] of Object.entries(changes)) {
    const text = change(all.get(path) ?? '')
    if (text === undefined) all.delete(path)
    else all.set(path, text)
  }
  const said: PackManifest = {
    version,
    madeOn: '2027-01-15',
    key: 'test',
    needsApp: '0.0.0',
    parts: [...all].map(([path, text]) => ({ path, sha256: sha256Of(text) ?? '' })),
    ...manifest,
  }
  const key = signedBy === 'stranger' ? stranger.privateKey : pair.privateKey
  const pack = JSON.parse(signedPack(said, all, key))
  spoil?.(pack)
  return new Uint8Array(Buffer.from(JSON.stringify(pack)))
}
