import { statSync } from 'node:fs'
import { join } from 'node:path'
import { hashOfFile } from '../../files/hash-of-file.ts'
import { pageSize } from '../../files/library-file.ts'
import { appendPrivately, moveInto, syncFile } from '../../files/private-files.ts'
import { backupFolderOf, backupInMaking, removeDatabase, sweep } from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import type { PassphraseSlot } from '../../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { listBackups } from './backup.ts'
import { trailerBytes, trailerOf } from './backup-trailer.ts'
import { writeEncrypted } from './encrypted-copy.ts'

export type ProtectBackupsJob = {
  /** The protected library, and what it opens with. */
  file: string
  secret: LibrarySecret
  slots: PassphraseSlot[]
}
/** How many backups are protected now that were not, and the names of those that are damaged and stay as they are. */
export type ProtectedBackups = { protected: number; left: string[] }

/**
 * Encrypts the backups beside a protected library that were made before it had a passphrase. Each is written anew, compared
 * row by row, and only then takes the place of the one in the clear, so that a crash leaves one or the other whole.
 */
export const protectBackups = (job: ProtectBackupsJob): ProtectedBackups =>
  withWorkLock(job.file, () => {
    sweep(job.file)
    const plain = listBackups(job.file).filter((backup) => !backup.protected)
    const left = plain.filter(({ name }) => !protectBackup(job, name)).map(({ name }) => name)
    return { protected: plain.length - left.length, left }
  })

/** false: it is damaged, so that nothing could take its place. */
function protectBackup({ file, secret, slots }: ProtectBackupsJob, name: string): boolean {
  const folder = backupFolderOf(file)
  const [from, fresh] = [join(folder, name), backupInMaking(folder, file)]
  try {
    const trailer = trailerOf(from)
    const bytes = trailer?.bytes ?? statSync(from).size
    const isWhole = trailer ? hashOfFile(from, bytes) === trailer.sha256 : bytes % pageSize === 0
    if (!isWhole || !writeEncrypted(from, fresh, secret).ok) return false
    if (trailer) {
      const own = { bytes: statSync(fresh).size, sha256: hashOfFile(fresh), passphrases: slots }
      appendPrivately(fresh, trailerBytes({ ...trailer, ...own }))
    }
    syncFile(fresh)
    moveInto(fresh, from)
    return true
  } finally {
    removeDatabase(fresh)
  }
}
