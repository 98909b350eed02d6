import { chmodSync } from 'node:fs'
import { moveInto, syncFile } from '../storage/atomic-write.ts'
import { changeKey, digestOf, openDatabase, removeDatabase, takeAlone } from '../storage/database.ts'
import { lookAtFile } from '../storage/library-file.ts'
import { removeKeyFile, writeKeyFile } from './keys/key-file.ts'
import type { PassphraseSlot } from './keys/passphrase-slot.ts'
import type { LibrarySecret } from './keys/recovery-key.ts'

export type ProtectionChange = {
  file: string
  from: LibrarySecret | null
  /** null: no protection any more. */
  to: LibrarySecret | null
  /** Slots that open the library now and will open it then; which file a crash leaves does not matter. */
  before: PassphraseSlot[]
  after: PassphraseSlot[]
}

/**
 * Encrypts a library, decrypts it, or gives it another secret. A changed copy is made, compared row by row with the
 * library, and only then put in its place, so that a crash at any moment leaves the old library or the new one, whole,
 * and its key file opens either. The library must be closed in this process; another program that has it open makes
 * this throw SQLITE_BUSY. A copy left by a crash is removed at the next change.
 */
export function changeProtection({ file, from, to, before, after }: ProtectionChange): void {
  const fresh = `${file}.changing`
  removeDatabase(fresh)
  const library = openDatabase(file, from, { mustExist: true })
  try {
    takeAlone(library)
    library.prepare('VACUUM INTO ?').run(fresh)
    const copy = openDatabase(fresh, from)
    changeKey(copy, to)
    copy.close()
    if (lookAtFile(fresh) !== (to ? 'protected' : 'plain'))
      throw new Error('the changed copy has another form')
    const changed = openDatabase(fresh, to)
    const same = digestOf(changed) === digestOf(library) && isWhole(changed)
    changed.close()
    if (!same) throw new Error('the changed copy differs from the library')
    chmodSync(fresh, 0o600)
    syncFile(fresh)
    if (to) writeKeyFile(file, [...after, ...before])
    // Windows does not rename over an open file; elsewhere the lock is held until the new file is in its place.
    if (process.platform === 'win32') library.close()
    moveInto(fresh, file)
    if (to) writeKeyFile(file, after)
    else removeKeyFile(file)
  } finally {
    library.close()
    removeDatabase(fresh)
  }
}

const isWhole = (database: ReturnType<typeof openDatabase>): boolean =>
  database.pragma('integrity_check', { simple: true }) === 'ok'
