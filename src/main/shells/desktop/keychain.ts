import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { app, safeStorage } from 'electron'
import { idOfLibrary } from '../../app/known-libraries.ts'
import { writeAtomically } from '../../files/private-files.ts'
import type { Keychain } from '../../ports/keychain.ts'

/**
 * The system's keychain, to open the library without its passphrase on this computer. Undefined where there is none: on
 * Linux without a keyring Electron would only scramble with a key that everyone knows (`basic_text`).
 */
export function createKeychain(own: string): Keychain | undefined {
  if (!safeStorage.isEncryptionAvailable()) return undefined
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text')
    return undefined
  /** The library that everybody has keeps the name that it always had. */
  const fileOf = (library: string) =>
    join(
      app.getPath('userData'),
      library === own ? 'remembered-key' : `remembered-key-${idOfLibrary(library)}`,
    )
  return {
    async get(library) {
      const file = fileOf(library)
      try {
        return existsSync(file)
          ? safeStorage.decryptString(Buffer.from(readFileSync(file, 'utf8'), 'base64'))
          : null
      } catch {
        // A keychain that was reset or stays locked: the passphrase opens the library as ever.
        return null
      }
    },
    async set(library, secret) {
      const file = fileOf(library)
      try {
        if (secret === null) rmSync(file, { force: true })
        else writeAtomically(file, safeStorage.encryptString(secret).toString('base64'))
        return true
      } catch {
        return false
      }
    },
  }
}
