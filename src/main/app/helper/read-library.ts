import { existsSync } from 'node:fs'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { type Drive, driveOf as driveOfSystem } from '../../files/drive.ts'
import { lookAtFile } from '../../files/library-file.ts'
import { originalFileOf } from '../../files/temporary-files.ts'
import type { Permission } from '../../keys/keyring.ts'
import type { LetterSources } from '../../letters/list-letters.ts'
import { openDatabase } from '../../storage/database.ts'
import { openFailureFrom } from '../../storage/library-failures.ts'
import { migrations } from '../../storage/migrations/index.ts'
import { type Library, libraryFrom, type OpenFailure, refusalOf } from '../../storage/open-library.ts'

type ReadFailure =
  | OpenFailure
  | Failure<'library.not-there' | 'helper.key-changed' | 'helper.older-version' | 'helper.taken-back'>

/** What is read of a library that stays closed to everything else. */
export type ReadableLibrary = LetterSources['library'] &
  Pick<Library, 'settings' | 'newestInstant' | 'position'>

export type Reading = { driveOf?: ((file: string) => Drive) | undefined; anyDrive?: boolean | undefined }

/** Milliseconds: one library that another program holds must not keep the others waiting. */
const longestWait = 500

/**
 * Opens a library for reading alone, hands it to `work`, and closes it again: nothing in it is written, migrated, or put in
 * order. Only while its own records still hold the permission, so that an old file of keys opens nothing that was taken
 * back. Not for a library that this process has open.
 */
export function readLibrary<T>(
  { file, secret, grant }: Permission,
  { driveOf = driveOfSystem, anyDrive = false }: Reading,
  work: (library: ReadableLibrary) => T,
): Result<T, ReadFailure> {
  if (!anyDrive && driveOf(file) === 'shared') return err({ code: 'library.network-drive' })
  if (existsSync(originalFileOf(file))) return err({ code: 'library.busy' })
  const found = lookAtFile(file)
  if (found === 'none') return err({ code: 'library.not-there' })
  if (found === 'empty') return err({ code: 'library.empty' })
  if (found === 'foreign') return err({ code: 'library.not-a-library' })
  if ((found === 'protected') !== (secret !== null)) return err({ code: 'helper.key-changed' })
  try {
    // A handle that may only read would leave SQLite's journals beside the library.
    const database = openDatabase(file, secret, { mustExist: true })
    try {
      database.pragma('query_only = ON')
      database.pragma(`busy_timeout = ${longestWait}`)
      const refusal = refusalOf(database)
      if (refusal) return err(refusal)
      if (Number(database.pragma('user_version', { simple: true })) < migrations.length)
        return err({ code: 'helper.older-version' })
      const library = libraryFrom(database, file)
      if (!library.settings.get().helpers.includes(grant)) return err({ code: 'helper.taken-back' })
      return ok(work(library))
    } finally {
      database.close()
    }
  } catch (error) {
    const failure = openFailureFrom(error, found)
    return err(failure.code === 'library.key-does-not-fit' ? { code: 'helper.key-changed' } : failure)
  }
}
