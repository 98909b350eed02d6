import { createHash } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { hashOfFile } from '../../files/hash-of-file.ts'
import { lookAtFile, pageSize } from '../../files/library-file.ts'
import { appendPrivately, makePrivateFolder, moveInto, syncFile } from '../../files/private-files.ts'
import { backupFolderOf, backupInMaking, removeDatabase, sweep } from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import type { PassphraseSlot } from '../../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { openDatabase } from '../database.ts'
import { failureFromThrown } from '../library-failures.ts'
import { type OpenFailure, refusalOf } from '../open-library.ts'
import { writeCopy } from '../write-copy.ts'
import { trailerBytes, trailerOfBytes } from './backup-trailer.ts'

/*
 * A backup without a passphrase that comes to a protected library. It is encrypted from its first byte on the way in, so that
 * no moment, and no crash, leaves a copy in the clear beside the library, and the library stays protected.
 */

export type CopyFailure = OpenFailure | Failure<'backup.damaged'>

/** Writes what an unprotected backup holds into a new file that is encrypted; the backup stays as it is. */
export function writeEncrypted(
  from: string | Buffer,
  to: string,
  secret: LibrarySecret,
): Result<null, CopyFailure> {
  const journals = typeof from === 'string' ? ['-wal', '-shm'].map((end) => from + end) : []
  const ours = journals.filter((each) => !existsSync(each))
  const backup = openDatabase(from, null, { mustExist: true, readonly: true })
  try {
    const refusal = refusalOf(backup)
    if (refusal) return err(refusal)
    if (backup.pragma('integrity_check(1)', { simple: true }) !== 'ok') return err({ code: 'backup.damaged' })
    writeCopy(backup, to, secret)
  } catch (error) {
    if (failureFromThrown(error)?.code !== 'library.damaged') throw error
    return err({ code: 'backup.damaged' })
  } finally {
    backup.close()
    // A connection that only reads does not remove them.
    for (const each of ours) rmSync(each, { force: true })
  }
  if (lookAtFile(to) !== 'protected') throw new Error('the copy of the backup is not encrypted')
  return ok(null)
}

export type AddBackupJob = {
  /** An unprotected backup from another place. */
  bytes: Uint8Array
  /** The protected library, and what it opens with. */
  file: string
  secret: LibrarySecret
  slots: PassphraseSlot[]
  /** The backup's name in the folder of backups. */
  name: string
}

/** Takes an unprotected backup into the folder of a protected library, encrypted with the library's secret. */
export const addEncryptedBackup = (job: AddBackupJob): Result<null, CopyFailure> =>
  withWorkLock(job.file, () => {
    sweep(job.file)
    const folder = backupFolderOf(job.file)
    makePrivateFolder(folder)
    const fresh = backupInMaking(folder, job.file)
    try {
      const given = Buffer.from(job.bytes.buffer, job.bytes.byteOffset, job.bytes.byteLength)
      const trailer = trailerOfBytes(given)
      const pages = given.subarray(0, trailer?.bytes ?? given.length)
      const isWhole = trailer ? sha256Of(pages) === trailer.sha256 : pages.length % pageSize === 0
      if (!isWhole) return err({ code: 'backup.damaged' })
      const written = writeEncrypted(withoutLog(pages), fresh, job.secret)
      if (!written.ok) return written
      if (trailer) {
        const own = { bytes: statSync(fresh).size, sha256: hashOfFile(fresh), passphrases: job.slots }
        appendPrivately(fresh, trailerBytes({ ...trailer, ...own }))
        syncFile(fresh)
      }
      moveInto(fresh, join(folder, job.name))
      return ok(null)
    } finally {
      removeDatabase(fresh)
    }
  })

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Says that there is no log, as SQLite wants it of a database in memory: https://sqlite.org/fileformat.html, 1.3.3. */
function withoutLog(pages: Buffer): Buffer {
  const own = Buffer.from(pages)
  own.fill(1, 18, 20)
  return own
}
