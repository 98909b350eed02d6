import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { writeAtomically } from '../files/private-files.ts'
import { keyFileOf } from '../files/temporary-files.ts'
import { PassphraseSlot } from './passphrase-slot.ts'

/**
 * The small file next to a protected library that lets a passphrase open it. It has two slots only while one
 * library is being replaced with another: then either slot opens, whichever file a crash left there.
 */
export const KeyFile = z.object({ waymark: z.literal('keys 1'), passphrases: z.array(PassphraseSlot).max(4) })
export type KeyFile = z.infer<typeof KeyFile>
/** Earlier versions wrote no sum. */
const StoredKeyFile = KeyFile.extend({ sum: z.string().optional() })

/**
 * How a key file looks: a wrong passphrase and a damaged slot cannot be told apart, so its own sum says which it is.
 * `unsummed`: an earlier version wrote it, and nothing is known.
 */
export type KeyFileLook = 'missing' | 'damaged' | 'unsummed' | 'whole'

export function lookAtKeyFile(libraryFile: string): KeyFileLook {
  if (!existsSync(keyFileOf(libraryFile))) return 'missing'
  try {
    const { passphrases, sum } = StoredKeyFile.parse(JSON.parse(readFileSync(keyFileOf(libraryFile), 'utf8')))
    if (sum === undefined) return passphrases.length === 0 ? 'damaged' : 'unsummed'
    return sum === sumOf(passphrases) && passphrases.length > 0 ? 'whole' : 'damaged'
  } catch {
    return 'damaged'
  }
}

/** null: there is none, or it is damaged; the recovery key opens the library without it. */
export function readKeyFile(libraryFile: string): KeyFile | null {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(keyFileOf(libraryFile), 'utf8')))
  } catch {
    return null
  }
}

/** The old file stays whole until the new one is on the disk. */
export function writeKeyFile(libraryFile: string, passphrases: PassphraseSlot[]): void {
  const content: KeyFile = { waymark: 'keys 1', passphrases }
  const stored = { ...content, sum: sumOf(passphrases) }
  writeAtomically(keyFileOf(libraryFile), `${JSON.stringify(stored, null, 2)}\n`)
}

const sumOf = (passphrases: PassphraseSlot[]): string =>
  createHash('sha256')
    .update(JSON.stringify(passphrases.map((slot) => PassphraseSlot.parse(slot))))
    .digest('hex')

export const removeKeyFile = (libraryFile: string): void => rmSync(keyFileOf(libraryFile), { force: true })

/** A key file without its library: the library may have been moved, and will need its keys again. */
export function setKeyFileAside(libraryFile: string): void {
  const file = keyFileOf(libraryFile)
  if (!existsSync(file)) return
  let number = 1
  while (existsSync(`${file}.old-${number}`)) number += 1
  renameSync(file, `${file}.old-${number}`)
}
