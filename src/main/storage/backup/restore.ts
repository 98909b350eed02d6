import { existsSync, statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { copyHead, hashOfFile } from '../../files/hash-of-file.ts'
import { lookAtFile, pageSize } from '../../files/library-file.ts'
import { moveInto, syncFile } from '../../files/private-files.ts'
import { changingFileOf, removeDatabase, removeJournals, sweep } from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import { removeKeyFile, writeKeyFile } from '../../keys/key-file.ts'
import type { PassphraseSlot } from '../../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { openDatabase, takeAlone } from '../database.ts'
import { failureFromThrown } from '../library-failures.ts'
import { type OpenFailure, openLibrary } from '../open-library.ts'
import { writeBackup } from './backup.ts'
import { trailerOf } from './backup-trailer.ts'
import { writeEncrypted } from './encrypted-copy.ts'
import { keepUnopened } from './keep-unopened.ts'
import { type Verified, verifyLibrary } from './verify-library.ts'

export type RestoreJob = {
  /** The backup file. */
  from: string
  secret: LibrarySecret | null
  slots: PassphraseSlot[]
  /** Where the library will be. */
  file: string
  /** What opens the library that is there now; undefined if nothing does. */
  present: { secret: LibrarySecret | null; slots: PassphraseSlot[] } | undefined
  now: string
}
export type RestoreFailure = OpenFailure | Failure<'backup.damaged' | 'backup.not-a-backup'>
export type Restored = {
  /** The name that the replaced library has among the backups; null: there was none. */
  savedAs: string | null
  /** What opens the library now. */
  secret: LibrarySecret | null
  verified: Verified
}

/**
 * Replaces the library with a backup. The backup is copied, migrated to this version and checked first; the
 * current library is kept as a backup of its own; only then does the copy replace it. A protected library stays
 * protected: a backup without protection gets what opens the library now. The library must be closed in this process.
 */
export function restoreBackup(given: RestoreJob): Result<Restored, RestoreFailure> {
  return withWorkLock(given.file, () => {
    const { present } = given
    const job = given.secret || !present?.secret ? given : { ...given, ...present }
    sweep(job.file)
    const fresh = changingFileOf(job.file)
    try {
      const taken = takeOut(job, fresh)
      if (!taken.ok) return taken
      const savedAs = existsSync(job.file) ? keepPresent(job) : null
      putInPlace(job, fresh)
      return ok({ savedAs, secret: job.secret, verified: taken.value })
    } finally {
      removeDatabase(fresh)
    }
  })
}

function takeOut({ from, secret, slots }: RestoreJob, fresh: string): Result<Verified, RestoreFailure> {
  const found = lookAtFile(from)
  if (found !== 'plain' && found !== 'protected') return err({ code: 'backup.not-a-backup' })
  const trailer = trailerOf(from)
  const bytes = trailer?.bytes ?? statSync(from).size
  const isWhole = trailer ? hashOfFile(from, bytes) === trailer.sha256 : bytes % pageSize === 0
  if (!isWhole) return err({ code: 'backup.damaged' })
  const encrypts = secret !== null && found === 'plain'
  if (encrypts) {
    const written = writeEncrypted(from, fresh, secret)
    if (!written.ok)
      return written.error.code === 'library.damaged' ? err({ code: 'backup.damaged' }) : written
  } else copyHead(from, fresh, bytes)
  const library = openLibrary(fresh, secret)
  if (!library.ok) return library.error.code === 'library.damaged' ? err({ code: 'backup.damaged' }) : library
  const { settings, write } = library.value
  if (encrypts) write(() => settings.set({ keyFile: { waymark: 'keys 1', passphrases: slots } }))
  library.value.close()
  const database = openDatabase(fresh, secret)
  const verified = verifyLibrary(database, fresh)
  // The journal must be empty before the file alone is moved.
  takeAlone(database)
  database.close()
  syncFile(fresh)
  // One damaged letter is no reason to refuse all the others; a broken file is.
  if (verified.issues.some(({ what }) => what === 'structure')) return err({ code: 'backup.damaged' })
  return ok(verified)
}

/** A library that is whole becomes a backup like any other; one that is not is kept as it is. */
function keepPresent({ file, present, now }: RestoreJob): string {
  if (!present) return keepUnopened(file)
  try {
    return writeBackup({ file, ...present, madeAt: now }, () => undefined).backup.name
  } catch (error) {
    // The damage may be what the backup is wanted for.
    if (failureFromThrown(error)?.code !== 'library.damaged') throw error
    return keepUnopened(file)
  }
}

/** What is damaged was kept with its journal; nothing has to be written back into it. */
function takeAloneUnlessDamaged(database: Database): void {
  try {
    takeAlone(database)
  } catch (error) {
    if (failureFromThrown(error)?.code !== 'library.damaged') throw error
  }
}

function putInPlace({ file, secret, slots, present }: RestoreJob, fresh: string): void {
  // Until the new file is in place, the key file must open both.
  if (secret) writeKeyFile(file, [...slots, ...(present?.slots ?? [])].slice(0, 4))
  const old = present && existsSync(file) ? openDatabase(file, present.secret) : null
  try {
    if (old) takeAloneUnlessDamaged(old)
    if (process.platform === 'win32') old?.close()
    // SQLite would apply the old library's journal to the new one.
    removeJournals(file)
    moveInto(fresh, file)
  } finally {
    old?.close()
  }
  if (secret) writeKeyFile(file, slots)
  else removeKeyFile(file)
}
