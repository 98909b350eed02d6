import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ContentKey } from '../../src/main/content/content-keys.ts'
import { createContentStore } from '../../src/main/content/content-store.ts'
import { resources } from '../support.ts'

/** Packs are kept beside the library here, so that what is left of them is seen; the key goes with the pack. */
const newPackOf = (file: string) => `${file}.pack`
const newKeyOf = (file: string) => `${file}.pack-key`

export const packsOf = (file: string) =>
  createContentStore({
    resources,
    folder: join(dirname(file), 'packs'),
    keys: JSON.parse(readFileSync(newKeyOf(file), 'utf8')) as ContentKey[],
    app: '0.0.0',
  })

export async function makePack(file: string): Promise<void> {
  const { madePack, testKeys } = await import('../main/content/made-pack.ts')
  writeFileSync(newPackOf(file), madePack(), { mode: 0o600 })
  writeFileSync(newKeyOf(file), JSON.stringify(testKeys), { mode: 0o600 })
}

export const takePack = (file: string) => packsOf(file).take(readFileSync(newPackOf(file)))
