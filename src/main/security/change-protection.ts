import type { Database } from 'better-sqlite3'
import { moveInto, syncFile } from '../storage/atomic-write.ts'
import { copyDatabase } from '../storage/copy-database.ts'
import { openDatabase, takeAlone } from '../storage/database.ts'
import { lookAtFile } from '../storage/library-file.ts'
import {
  applicationId,
  changingFileOf,
  makePrivate,
  originalFileOf,
  settleOriginal,
  sweep,
} from '../storage/temporary-files.ts'
import { withWorkLock } from '../storage/work-lock.ts'
import { writeKeyFile } from './keys/key-file.ts'
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
 * library, and only then takes its place, so that a crash at any moment leaves the old library or the new one, whole,
 * and its key file opens either. The library must be closed in this process; another program that has it open makes
 * this throw SQLITE_BUSY. What a crash left is put in order before the library is looked at again (`settle`).
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

/** The copy is encrypted from its first byte, and lies beside the library until it takes its place. */
function encrypt(library: Database, change: ProtectionChange & { to: LibrarySecret }): void {
  const { file, to, before, after } = change
  const fresh = changingFileOf(file)
  writeCopy(library, fresh, to)
  if (lookAtFile(fresh) !== 'protected') throw new Error('the changed copy is not encrypted')
  writeKeyFile(file, [...after, ...before])
  // Windows does not rename over an open file; elsewhere the lock is held until the new file is in its place.
  if (process.platform === 'win32') library.close()
  moveInto(fresh, file)
  writeKeyFile(file, after)
}

/**
 * A copy in the clear must never lie beside a library that is still protected. So the library is what moves: it is kept
 * as the original, and is the truth, until what is written at its own place is whole, compared, on the disk, and marked.
 */
function decrypt(library: Database, { file, from }: ProtectionChange): void {
  const original = originalFileOf(file)
  if (process.platform === 'win32') library.close()
  moveInto(file, original)
  try {
    if (library.open) writeCopy(library, file, null)
    else withAlone(original, from, (kept) => writeCopy(kept, file, null))
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

/** Writes the copy and waits for the disk; only then it gets the mark of a library, which also reaches the disk. */
function writeCopy(library: Database, to: string, secret: LibrarySecret | null): void {
  makePrivate(to)
  const copy = openDatabase(to, secret)
  try {
    copyDatabase(library, copy)
    syncFile(to)
    copy.pragma(`application_id = ${applicationId}`)
  } finally {
    copy.close()
  }
  syncFile(to)
}
