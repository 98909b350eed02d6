import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { err, ok, type Result } from '../../shared/model/result.ts'
import { identityOf, type LibraryFile, lookAtFile } from '../files/library-file.ts'
import { makePrivateFolder, moveInto } from '../files/private-files.ts'
import { applicationId, makePrivate, makingFileOf, settle, sweep } from '../files/temporary-files.ts'
import { withWorkLock } from '../files/work-lock.ts'
import type { LibrarySecret } from '../keys/recovery-key.ts'
import { createArchive } from './archive.ts'
import { giveRoomBackInSteps, keepThroughPowerCut, openDatabase, optimize, sqliteCode } from './database.ts'
import { createDeletion } from './deletion.ts'
import { indexesAgree } from './indexes.ts'
import {
  failureFromThrown,
  LibraryMoved,
  type OpenFailure,
  openFailureFrom,
  type WriteFailure,
  writeFailureFrom,
} from './library-failures.ts'
import { migrate, migrations } from './migrations/index.ts'
import { foreignParts, namesOf } from './schema.ts'
import { type ChainPosition, positionOf, sumAnew } from './sums/chain.ts'
import { createRecordSums, type RecordSums } from './sums/record-sums.ts'
import { createEventsTable } from './tables/events-table.ts'
import { createExhibitsTable } from './tables/exhibits-table.ts'
import { createFilesTable } from './tables/files-table.ts'
import { createFormTemplatesTable } from './tables/form-templates-table.ts'
import { createHistoryTable } from './tables/history-table.ts'
import { createLetterTextsTable } from './tables/letter-texts-table.ts'
import { createLettersTable } from './tables/letters-table.ts'
import { createMailingsTable } from './tables/mailings-table.ts'
import { createNewestInstant } from './tables/newest-instant.ts'
import { createPageTextsTable } from './tables/page-texts-table.ts'
import { createPeopleTable } from './tables/people-table.ts'
import { createScansTable } from './tables/scans-table.ts'
import { createSettingsTable } from './tables/settings-table.ts'
import { createWiping, type Wiping } from './wiping.ts'

export type { OpenFailure, WriteFailure } from './library-failures.ts'

/** One SQLite file per library: originals and their records share transactions, and a backup is one file. */
export type Library = {
  scans: ReturnType<typeof createScansTable>
  files: ReturnType<typeof createFilesTable>
  letters: ReturnType<typeof createLettersTable>
  events: ReturnType<typeof createEventsTable>
  exhibits: ReturnType<typeof createExhibitsTable>
  mailings: ReturnType<typeof createMailingsTable>
  formTemplates: ReturnType<typeof createFormTemplatesTable>
  pageTexts: ReturnType<typeof createPageTextsTable>
  people: ReturnType<typeof createPeopleTable>
  letterTexts: ReturnType<typeof createLetterTextsTable>
  history: ReturnType<typeof createHistoryTable>
  archive: ReturnType<typeof createArchive>
  deletion: ReturnType<typeof createDeletion>
  wiping: Wiping
  settings: ReturnType<typeof createSettingsTable>
  newestInstant: ReturnType<typeof createNewestInstant>
  /** How far the library had come, for telling it from an older copy of itself. */
  position(): ChainPosition | null
  /** A person compared the letters: from now on their records count as they are. */
  keepChanged(): Result<null, WriteFailure>
  /** Runs `work` completely or not at all; a full or read-only disk is a value. */
  write<T>(work: () => T): Result<T, WriteFailure>
  close(): void
}

/**
 * Opens the library at `file`, creating a new one if there is no file. A file that does not open is left as
 * it is.
 *
 * @param secret opens a protected library, or protects a new one; null for a library without protection
 */
export function openLibrary(file: string, secret: LibrarySecret | null = null): Result<Library, OpenFailure> {
  let found: LibraryFile = secret ? 'protected' : 'plain'
  try {
    if (settle(file) === 'busy') return err({ code: 'library.busy' })
    if (lookAtFile(file) === 'none') makeLibrary(file, secret)
    found = lookAtFile(file)
    if (found === 'empty') return err({ code: 'library.empty' })
    const opened = openPrepared(file, secret)
    return opened.ok ? preparedLibrary(opened.value, file) : opened
  } catch (error) {
    return err(openFailureFrom(error, found))
  }
}

/**
 * A statement that does not fit the schema: someone else wrote to this file. What is in its tables can be
 * salvaged.
 */
function preparedLibrary(database: Database, file: string): Result<Library, OpenFailure> {
  try {
    return ok(libraryFrom(database, file, createRecordSums(database)))
  } catch (error) {
    database.close()
    if (sqliteCode(error) !== 'SQLITE_ERROR') throw error
    return err({ code: 'library.damaged' })
  }
}

/**
 * Created under another name first: a crash or a full disk halfway leaves no partial library in its place.
 */
function makeLibrary(file: string, secret: LibrarySecret | null): void {
  makePrivateFolder(dirname(file))
  withWorkLock(file, () => {
    sweep(file)
    // Another process may have created it meanwhile, or an interrupted change was just rolled back.
    if (lookAtFile(file) !== 'none') return
    const fresh = makingFileOf(file)
    makePrivate(fresh)
    const opened = openPrepared(fresh, secret)
    if (!opened.ok) throw new Error(`a new library does not open: ${opened.error.code}`)
    opened.value.close()
    if (secret && lookAtFile(fresh) !== 'protected') throw new Error('a new library is not encrypted')
    moveInto(fresh, file)
  })
}

/** The database of a library, migrated to this version and ready to be written to. */
export function openPrepared(file: string, secret: LibrarySecret | null): Result<Database, OpenFailure> {
  const database = openDatabase(file, secret)
  try {
    const failure = prepare(database)
    if (!failure) return ok(database)
    database.close()
    return err(failure)
  } catch (error) {
    database.close()
    throw error
  }
}

/** Why a database is no library that this version may read; undefined: it is one, or is empty. */
export function refusalOf(database: Database): OpenFailure | undefined {
  const owner = Number(database.pragma('application_id', { simple: true }))
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (owner !== applicationId && tables !== 0) return { code: 'library.not-a-library' }
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > migrations.length) return { code: 'library.newer' }
  const foreign = foreignParts(database, version)
  if (foreign.length > 0) return { code: 'library.foreign-parts', block: namesOf(foreign) }
  return indexesAgree(database) ? undefined : { code: 'library.damaged' }
}

function prepare(database: Database): OpenFailure | undefined {
  const refusal = refusalOf(database)
  if (refusal) return refusal
  const owner = Number(database.pragma('application_id', { simple: true }))
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (tables === 0) giveRoomBackInSteps(database)
  database.pragma('journal_mode = WAL')
  // An acknowledged letter must survive a power failure, so every commit reaches the disk.
  keepThroughPowerCut(database)
  // What was replaced or removed is no longer in the file: nobody finds it there, and a salvage from its pages does not bring it
  // back.
  database.pragma('secure_delete = ON')
  if (owner !== applicationId) database.pragma(`application_id = ${applicationId}`)
  migrate(database)
  return undefined
}

/**
 * @param file where the database is: nothing is written after another file was put in its place
 * @param sums keeps the sums of the records; without it the library is for reading, or its caller sums it anew
 */
export function libraryFrom(database: Database, file: string, sums?: RecordSums): Library {
  const identity = identityOf(file)
  const settings = createSettingsTable(database)
  function write<T>(work: () => T): Result<T, WriteFailure> {
    const inPlace = () => {
      if (identityOf(file) !== identity) throw new LibraryMoved()
      return sums ? sums.during(work) : work()
    }
    try {
      return ok(database.transaction(inPlace).immediate())
    } catch (error) {
      return err(writeFailureFrom(error))
    }
  }
  return {
    scans: createScansTable(database),
    files: createFilesTable(database),
    letters: createLettersTable(database),
    events: createEventsTable(database),
    exhibits: createExhibitsTable(database),
    mailings: createMailingsTable(database),
    formTemplates: createFormTemplatesTable(database),
    pageTexts: createPageTextsTable(database),
    people: createPeopleTable(database),
    letterTexts: createLetterTextsTable(database),
    history: createHistoryTable(database),
    archive: createArchive(database),
    deletion: createDeletion(database),
    wiping: createWiping(database, settings),
    settings,
    newestInstant: createNewestInstant(database),
    position: () => positionOf(database),
    keepChanged() {
      const written = write(() => sumAnew(database))
      return written.ok ? ok(null) : written
    },
    write,
    close() {
      try {
        if (database.open && identityOf(file) === identity) optimize(database)
      } catch (error) {
        // If nothing can be written, the statistics stay as they were; a bug is rethrown.
        if (!failureFromThrown(error)) throw error
      } finally {
        database.close()
      }
    },
  }
}
