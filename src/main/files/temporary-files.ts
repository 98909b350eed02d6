import { closeSync, existsSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { headOf } from './library-file.ts'
import { leftNewIn, openNew, sweepNew, syncFolder } from './private-files.ts'
import { withWorkLock, workLockIsFree } from './work-lock.ts'

/*
 * Every temporary file of a library: its names, how it is made, and how what a crash left is swept away. Each lies in the
 * library's folder or its backups, is readable by its owner alone, and is made under the work lock, so that whoever holds
 * the lock knows that nobody else is making one.
 */

/** Marks a file as ours ("Wymk"), so that another program's database is never written to. */
export const applicationId = 0x57796d6b

export const keyFileOf = (file: string): string => `${file}.keys`
/** A copy that will replace the library: encrypted again, or taken from a backup. */
export const changingFileOf = (file: string): string => `${file}.changing`
/** A library or salvaged library that is not complete yet. */
export const makingFileOf = (file: string): string => `${file}.making`
/**
 * Where a salvage puts what it saved, until a person decides to use it as the library. The suffix never changes: a
 * file that an earlier version left there must still be found.
 */
export const salvagedFileOf = (file: string): string => `${file}.rescued`
/** The copy of a damaged library that a salvage reads, and its pages under a list of tables of our own. */
export const readingFileOf = (file: string): string => `${file}.reading`
export const pagesFileOf = (file: string): string => `${file}.pages`
/** The protected library while its unprotected form is written in its place. An unencrypted copy is never next to a protected library: it is the library that is unencrypted first, and this file is the one that counts until that is complete. */
export const originalFileOf = (file: string): string => `${file}.original`

export const backupFolderOf = (file: string): string => join(dirname(file), 'backups')
export const stemOf = (file: string): string => basename(file, extname(file))
/** A backup that is not complete yet. */
export const backupInMaking = (folder: string, file: string): string => join(folder, `${stemOf(file)}.making`)

/** A copy in another folder that is not complete yet. If it is left there, a person must see what it is. */
export const copyInMaking = (folder: string, file: string): string =>
  join(folder, `${stemOf(file)} unfinished copy, can be deleted.making`)

const ends = ['', '-wal', '-shm', '-journal']

/** Removes a database that is not in use, with the files that SQLite keeps next to it. */
export function removeDatabase(file: string): void {
  for (const end of ends) rmSync(file + end, { force: true })
}

/** Removes the files next to a database that SQLite would apply to whatever replaces it. */
export function removeJournals(file: string): void {
  for (const end of ends.slice(1)) rmSync(file + end, { force: true })
}

/**
 * An empty file that only the owner can use; SQLite takes it as a new database and gives its journals the
 * same permissions.
 */
export function makePrivate(file: string): void {
  removeDatabase(file)
  closeSync(openNew(file))
}

/** All temporary files that a library may have, except the original. */
function temporaryFilesOf(file: string): string[] {
  const salvaged = salvagedFileOf(file)
  return [
    changingFileOf(file),
    makingFileOf(file),
    ...[file, salvaged].flatMap((each) => [readingFileOf(each), pagesFileOf(each)]),
    makingFileOf(salvaged),
    backupInMaking(backupFolderOf(file), file),
    // Earlier versions wrote a new key file under this name.
    `${keyFileOf(file)}.new`,
  ]
}

/**
 * `busy`: another program is removing the passphrase right now, and the library is not complete in its place.
 */
type Settled = 'settled' | 'busy'

/**
 * Puts the files of a library in order before anything looks at it: finishes or rolls back an interrupted
 * removal of the passphrase, and removes every temporary file that no living process is making. Not while
 * this process has the library open and its original exists, which cannot both be true.
 */
export function settle(file: string): Settled {
  if (!isUnsettled(file)) return 'settled'
  const hasOriginal = () => existsSync(originalFileOf(file))
  try {
    if (!workLockIsFree(file)) return hasOriginal() ? 'busy' : 'settled'
    withWorkLock(file, () => sweep(file))
  } catch (error) {
    // A disk that takes nothing now keeps its leftovers until it does; without its original there is no
    // library.
    if (hasOriginal()) throw error
  }
  return 'settled'
}

function isUnsettled(file: string): boolean {
  const left = [originalFileOf(file), ...temporaryFilesOf(file)]
  return (
    left.some((each) => ends.some((end) => existsSync(each + end))) || leftNewIn(dirname(file)).length > 0
  )
}

/** For the holder of the work lock: see `settle`. */
export function sweep(file: string): void {
  settleOriginal(file)
  for (const each of temporaryFilesOf(file)) removeDatabase(each)
  sweepNew(dirname(file))
}

/**
 * While the original exists, it is the library, unless the file in the library's place has the mark that it
 * gets once it is complete, compared and on the disk. For the holder of the work lock.
 */
export function settleOriginal(file: string): void {
  const original = originalFileOf(file)
  if (!existsSync(original)) return
  if (isMarkedWhole(file)) {
    // The keys first: a library without protection must not ask for a passphrase.
    rmSync(keyFileOf(file), { force: true })
    rmSync(original)
  } else {
    // SQLite would apply what it left next to the partial file to the original.
    removeJournals(file)
    renameSync(original, file)
  }
  syncFolder(dirname(file))
}

/** "Wymk" at byte 68, in the clear: https://sqlite.org/fileformat.html, 1.3. */
function isMarkedWhole(file: string): boolean {
  const head = headOf(file)
  return head?.toString('latin1', 0, 16) === 'SQLite format 3\0' && head.readUInt32BE(68) === applicationId
}
