import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { createBlanksTable } from './blanks-table.ts'
import { createDeletion } from './delete-letter.ts'
import { createEventsTable } from './events-table.ts'
import { createExhibitsTable } from './exhibits-table.ts'
import { createFilesTable } from './files-table.ts'
import { createHistoryTable } from './history-table.ts'
import { createLetterTextsTable } from './letter-texts-table.ts'
import { createLettersTable } from './letters-table.ts'
import { createMailingsTable } from './mailings-table.ts'
import { migrate, migrations } from './migrations/index.ts'
import { createPageTextsTable } from './page-texts-table.ts'
import { createScansTable } from './scans-table.ts'

export type OpenFailure = Failure<
  'library.not-a-library' | 'library.newer' | 'library.busy' | 'library.read-only' | 'library.disk-full'
>

/** Marks the file as ours ("Wymk"), so that another program's database is never written to. */
const applicationId = 0x57796d6b

/** One SQLite file per library: originals and their records share transactions, and a backup is one file. */
export type Library = {
  scans: ReturnType<typeof createScansTable>
  files: ReturnType<typeof createFilesTable>
  letters: ReturnType<typeof createLettersTable>
  events: ReturnType<typeof createEventsTable>
  exhibits: ReturnType<typeof createExhibitsTable>
  mailings: ReturnType<typeof createMailingsTable>
  blanks: ReturnType<typeof createBlanksTable>
  pageTexts: ReturnType<typeof createPageTextsTable>
  letterTexts: ReturnType<typeof createLetterTextsTable>
  history: ReturnType<typeof createHistoryTable>
  deletion: Pick<ReturnType<typeof createDeletion>, 'deleteLetters'>
  /** Gives the room of deleted letters back to the disk; false where there is no room to do it in. */
  tidy(): boolean
  /** Runs `work` whole or not at all; a full or read-only disk is a value. */
  write<T>(work: () => T): Result<T, WriteFailure>
  close(): void
}
export type WriteFailure = Failure<'library.disk-full' | 'library.read-only' | 'library.busy'>

/** Opens the library at `file`, making a new one where there is no file. A file that does not open is left as it is. */
export function openLibrary(file: string): Result<Library, OpenFailure> {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const database = new SqliteDatabase(file, { timeout: 5000 })
    const failure = prepare(database)
    if (failure) {
      database.close()
      return err(failure)
    }
    return ok(libraryFrom(database))
  } catch (error) {
    return err(openFailureFrom(error))
  }
}

function prepare(database: Database): OpenFailure | undefined {
  const owner = Number(database.pragma('application_id', { simple: true }))
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()
  if (owner !== applicationId && tables !== 0) return { code: 'library.not-a-library' }
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > migrations.length) return { code: 'library.newer' }
  database.pragma('journal_mode = WAL')
  // A letter that was acknowledged must survive a power cut, so every commit reaches the disk.
  database.pragma('synchronous = FULL')
  if (owner !== applicationId) database.pragma(`application_id = ${applicationId}`)
  migrate(database)
  return undefined
}

const libraryFrom = (database: Database): Library => ({
  scans: createScansTable(database),
  files: createFilesTable(database),
  letters: createLettersTable(database),
  events: createEventsTable(database),
  exhibits: createExhibitsTable(database),
  mailings: createMailingsTable(database),
  blanks: createBlanksTable(database),
  pageTexts: createPageTextsTable(database),
  letterTexts: createLetterTextsTable(database),
  history: createHistoryTable(database),
  deletion: createDeletion(database),
  tidy() {
    try {
      createDeletion(database).shrink()
      return true
    } catch (error) {
      // What is no expected failure of writing is thrown on; the others leave a larger file, zeroed all the same.
      writeFailureFrom(error)
      return false
    }
  },
  write(work) {
    try {
      return ok(database.transaction(work).immediate())
    } catch (error) {
      return err(writeFailureFrom(error))
    }
  },
  close: () => database.close(),
})

function openFailureFrom(error: unknown): OpenFailure {
  if (sqliteCode(error).startsWith('SQLITE_NOTADB') || sqliteCode(error).startsWith('SQLITE_CORRUPT'))
    return { code: 'library.not-a-library' }
  if (sqliteCode(error).startsWith('SQLITE_CANTOPEN') || systemCode(error) === 'EACCES')
    return { code: 'library.read-only' }
  return writeFailureFrom(error)
}

/** What is not an expected failure is a bug and is thrown on. */
function writeFailureFrom(error: unknown): WriteFailure {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_FULL') || systemCode(error) === 'ENOSPC') return { code: 'library.disk-full' }
  if (code.startsWith('SQLITE_READONLY') || systemCode(error) === 'EROFS')
    return { code: 'library.read-only' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'library.busy' }
  throw error
}

const sqliteCode = (error: unknown): string => (error instanceof SqliteDatabase.SqliteError ? error.code : '')

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
