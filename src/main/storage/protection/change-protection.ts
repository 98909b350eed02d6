import type { Database } from 'better-sqlite3'
import { lookAtFile } from '../../files/library-file.ts'
import { moveInto } from '../../files/private-files.ts'
import { changingFileOf, originalFileOf, settleOriginal, sweep } from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import { writeKeyFile } from '../../keys/key-file.ts'
import type { PassphraseSlot } from '../../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { openDatabase, takeAlone } from '../database.ts'
import { writeCopy } from '../write-copy.ts'

export type ProtectionChange = {
  file: string
  from: LibrarySecret | null
  /** null: no protection from now on. */
  to: LibrarySecret | null
  /**
   * The slots that open the library now and the ones that will open it afterward; it does not matter which
   * file a crash leaves.
   */
  before: PassphraseSlot[]
  after: PassphraseSlot[]
}

/**
 * Encrypts a library, decrypts it, or gives it another secret. A changed copy is made, compared row by row
 * with the library, and only then replaces it, so that a crash at any moment leaves the old library or the
 * new one, whole, and its key file opens either. The library must be closed in this process; if another
 * program has it open, this throws SQLITE_BUSY. What a crash left behind is put in order before the library
 * is looked at again (`settle`).
 */
export function changeProtection(change: ProtectionChange): void {
  const { file, from, to } = change
  withWorkLock(file, () => {
    sweep(file)
    try {
      withAlone(file, from, (library) => {
        if (to) encrypt(library, { ...change, to })
        else decrypt(library, change)
      })
    } finally {
      sweep(file)
    }
  })
}

/** The copy is encrypted from its first byte, and is next to the library until it replaces it. */
function encrypt(library: Database, change: ProtectionChange & { to: LibrarySecret }): void {
  const { file, to, before, after } = change
  const fresh = changingFileOf(file)
  writeCopy(library, fresh, to)
  if (lookAtFile(fresh) !== 'protected') throw new Error('the changed copy is not encrypted')
  writeKeyFile(file, [...after, ...before])
  // Windows cannot rename over an open file; elsewhere the lock is held until the new file is in place.
  if (process.platform === 'win32') library.close()
  moveInto(fresh, file)
  writeKeyFile(file, after)
}

/**
 * An unencrypted copy must never be next to a library that is still protected. So the library is what moves:
 * it is kept as the original, and remains the one that counts, until the file written in its place is whole,
 * compared, on the disk, and marked.
 */
function decrypt(library: Database, { file, from }: ProtectionChange): void {
  const original = originalFileOf(file)
  if (process.platform === 'win32') library.close()
  moveInto(file, original)
  try {
    if (library.open) writeCopy(library, file, null)
    else withAlone(original, from, (alone) => writeCopy(alone, file, null))
  } finally {
    library.close()
    settleOriginal(file)
  }
}

function withAlone(file: string, secret: LibrarySecret | null, work: (database: Database) => void): void {
  const database = openDatabase(file, secret, { mustExist: true })
  try {
    takeAlone(database)
    work(database)
  } finally {
    database.close()
  }
}
