import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { copyHead, hashOfFile } from '../../files/hash-of-file.ts'
import { lookAtFile } from '../../files/library-file.ts'
import { appendPrivately, makePrivateFolder, moveInto, syncFile } from '../../files/private-files.ts'
import {
  backupFolderOf,
  backupInMaking,
  copyInMaking,
  makePrivate,
  removeDatabase,
  stemOf,
  sweep,
} from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import type { PassphraseSlot } from '../../keys/passphrase-slot.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { digestOf, openDatabase } from '../database.ts'
import { type Trailer, trailerBytes, trailerOf } from './backup-trailer.ts'
import { type Verified, verifyLibrary } from './verify-library.ts'

type Backup = {
  name: string
  /** ISO instant; null for a library that someone put there by hand. */
  madeAt: string | null
  bytes: number
  letters: number | null
  protected: boolean
}
export type BackupJob = {
  /** The library; this or another connection may have it open. */
  file: string
  secret: LibrarySecret | null
  slots: PassphraseSlot[]
  madeAt: string
  /** Another folder; by default the one next to the library, which keeps the last ten backups. */
  folder?: string
}
export type MadeBackup = { backup: Backup; verified: Verified }

const mostBackups = 10

/**
 * Copies the library as it is at one moment, opens the copy, compares it row by row with the library, checks
 * every original in it, and only then gives it its name. It has the same protection as the library. Older
 * copies are deleted only after a copy without an integrity issue.
 */
export const makeBackup = (job: BackupJob, onProgress: Progress = () => undefined): MadeBackup =>
  withWorkLock(job.file, () => {
    sweep(job.file)
    return writeBackup(job, onProgress)
  })

type Progress = (done: number, of: number) => void

/** For the holder of the work lock. */
export function writeBackup(job: BackupJob, onProgress: Progress): MadeBackup {
  const folder = job.folder ?? backupFolderOf(job.file)
  makePrivateFolder(folder)
  const fresh = backupInMaking(folder, job.file)
  try {
    copyAtOneMoment(job, fresh)
    const copy = openDatabase(fresh, job.secret, { mustExist: true })
    const verified = verifyLibrary(copy, fresh, onProgress)
    copy.close()
    if (lookAtFile(fresh) !== (job.secret ? 'protected' : 'plain'))
      throw new Error('the backup has another form')
    const trailer: Trailer = {
      waymark: 'backup 1',
      madeAt: job.madeAt,
      bytes: statSync(fresh).size,
      sha256: hashOfFile(fresh),
      letters: verified.letters,
      passphrases: job.slots,
    }
    appendPrivately(fresh, trailerBytes(trailer))
    syncFile(fresh)
    const name = nextName(folder, job)
    moveInto(fresh, join(folder, name))
    if (verified.issues.length === 0 && !job.folder) removeOldest(folder, job.file)
    return { backup: describe(folder, name), verified }
  } finally {
    removeDatabase(fresh)
  }
}

/**
 * Copies a backup to another folder, where it has its name only once it is whole and on the disk. A crash leaves an unfinished
 * copy there, which the next copy to that folder removes, or the next start of the app (`unfinished-copy.ts`).
 */
export const copyBackup = (library: string, backup: string, folder: string): void =>
  withWorkLock(library, () => {
    // An earlier version left an unfinished copy under the name that a backup has while it is made.
    removeDatabase(backupInMaking(folder, library))
    const fresh = copyInMaking(folder, library)
    removeDatabase(fresh)
    try {
      copyHead(backup, fresh, Number.POSITIVE_INFINITY)
      syncFile(fresh)
      moveInto(fresh, join(folder, basename(backup)))
    } finally {
      removeDatabase(fresh)
    }
  })

/** A letter that arrives between copying and comparing makes them differ; then both are repeated. */
function copyAtOneMoment({ file, secret }: BackupJob, fresh: string): void {
  const library = openDatabase(file, secret, { mustExist: true })
  const version = () => library.pragma('data_version', { simple: true })
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      makePrivate(fresh)
      const before = version()
      library.prepare('VACUUM INTO ?').run(fresh)
      const copy = openDatabase(fresh, secret)
      const [ours, theirs] = [library.transaction(digestOf)(library), digestOf(copy)]
      copy.close()
      if (ours === theirs) return
      if (version() === before) throw new Error('the backup differs from the library')
    }
    throw new Error('the library changed during each of five tries of a backup')
  } finally {
    library.close()
  }
}

/** The library's backups, newest first, and libraries that someone put into the folder. */
export function listBackups(file: string): Backup[] {
  const folder = backupFolderOf(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => extname(name) === '.waymark')
    .sort((a, b) => numberOf(b) - numberOf(a) || b.localeCompare(a))
    .map((name) => describe(folder, name))
}

function describe(folder: string, name: string): Backup {
  const path = join(folder, name)
  const trailer = trailerOf(path)
  return {
    name,
    madeAt: trailer?.madeAt ?? null,
    bytes: statSync(path).size,
    letters: trailer?.letters ?? null,
    protected: lookAtFile(path) === 'protected',
  }
}

/**
 * Numbered, not dated, in order: a clock that jumps back must not make the newest copy look like the oldest.
 */
function nextName(folder: string, { file, madeAt }: BackupJob): string {
  const last = Math.max(0, ...readdirSync(folder).map(numberOf))
  return `${stemOf(file)} backup ${last + 1}, ${madeAt.slice(0, 10)}.waymark`
}

const numberOf = (name: string): number => Number(/ backup (\d+), /.exec(name)?.[1] ?? 0)

function removeOldest(folder: string, file: string): void {
  const own = listBackups(file).filter(({ name }) => name.startsWith(`${stemOf(file)} backup `))
  for (const { name } of own.slice(mostBackups)) rmSync(join(folder, name), { force: true })
}
