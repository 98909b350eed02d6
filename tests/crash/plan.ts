import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { resources } from '../support.ts'

/** What the child says once the core has acknowledged it; `about to` lines come before, as a crash may leave either. */
export type Said =
  | { kind: 'open'; isProtected: boolean }
  | { kind: 'all read' }
  | { kind: 'added'; sha256: string }
  | { kind: 'about to confirm' | 'confirmed'; id: string; name: string }
  | { kind: 'arranged' | 'packet'; id: string }
  | { kind: 'backup'; name: string; issues: number }
  | { kind: 'about to protect' | 'protected' | 'unprotected' | 'passphrase' }
  | { kind: 'bug'; what: string }

export const passphrase = 'four velvet otter words test'

/** mulberry32: the same numbers for the same seed on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const sample = readFileSync(join(resources, 'samples/1-lt11.pdf'))

/** A letter of two pages with a text layer, no two alike: what stands behind the end of a PDF is not read. */
export const letterBytes = (number: number) =>
  new Uint8Array(Buffer.concat([sample, Buffer.from(`\n%${number}\n`)]))
