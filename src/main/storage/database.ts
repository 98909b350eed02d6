import { createHash } from 'node:crypto'
import SqliteDatabase, { type Database, type RunResult, type Statement } from 'better-sqlite3'
import { cipherKeyOf, type LibrarySecret } from '../keys/recovery-key.ts'

/**
 * The bare database with its key and its safety settings; nothing has been read from the file yet. The cipher
 * and the key come before everything else. An earlier statement would read or write the file without them.
 *
 * @param file or its bytes, which then are never on the disk
 * @param options `damaged`: also read the cells of a page that does not add up, for a salvage
 */
export function openDatabase(
  file: string | Buffer,
  secret: LibrarySecret | null,
  options: { mustExist?: boolean; damaged?: boolean; readonly?: boolean } = {},
): Database {
  const { mustExist: fileMustExist = false, readonly = false } = options
  const database = new SqliteDatabase(file, { timeout: 5000, fileMustExist, readonly })
  if (secret) {
    database.pragma(`cipher = 'aegis'`)
    database.pragma(`key = '${pragmaKey(secret)}'`)
    // Otherwise a sort that does not fit into memory would go to a file of its own, unencrypted.
    database.pragma('temp_store = MEMORY')
  }
  // Without these macOS leaves what was written in the memory of the disk; elsewhere they do nothing.
  database.pragma('fullfsync = ON')
  database.pragma('checkpoint_fullfsync = ON')
  // The file may come from someone else: nothing in its schema may call a function with side effects.
  database.pragma('trusted_schema = OFF')
  if (!options.damaged) database.pragma('cell_size_check = ON')
  return database
}

/**
 * What was acknowledged must survive a power failure: every commit reaches the disk, with a write-ahead log and with a
 * rollback journal, whose removal is then part of the commit. Reads the file.
 */
export function keepThroughPowerCut(database: Database): void {
  database.pragma('synchronous = EXTRA')
}

/**
 * Free pages at the end of the file can go without writing all of it anew. Only before the first table is made; in an older
 * file from its next copy on (`VACUUM INTO`). It also says that nothing of what was ever deleted is between the rows: whoever
 * makes such a file zeroes what it frees.
 */
export function giveRoomBackInSteps(database: Database): void {
  database.pragma('auto_vacuum = INCREMENTAL')
}

/**
 * Updates the query planner's statistics from a sample if they are out of date; never waits for another
 * program.
 */
export function optimize(database: Database): void {
  database.pragma('busy_timeout = 0')
  database.pragma('analysis_limit = 400')
  database.pragma('optimize')
}

/**
 * A value's bytes as a plain array that can be transferred. The binding gives each value its own memory, so
 * the 200 MB of a long scan are not copied once more.
 */
export const bytesFrom = (value: Buffer): Uint8Array<ArrayBuffer> =>
  value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength
    ? new Uint8Array(value.buffer)
    : new Uint8Array(value)

/** Runs statements with values; each is prepared at its first use and cached. */
export function createRunner(database: Database) {
  const prepared = new Map<string, Statement<unknown[]>>()
  return (sql: string, ...values: unknown[]): RunResult => {
    const statement = prepared.get(sql) ?? database.prepare<unknown[]>(sql)
    prepared.set(sql, statement)
    return statement.run(...values)
  }
}

const pragmaKey = (secret: LibrarySecret) => `raw:${cipherKeyOf(secret)}`

/**
 * Takes the database for this connection alone until it is closed, with nothing left in a journal. Throws
 * SQLITE_BUSY if another program has it open.
 */
export function takeAlone(database: Database): void {
  database.pragma('locking_mode = EXCLUSIVE')
  database.pragma('journal_mode = DELETE')
  keepThroughPowerCut(database)
  database.exec('BEGIN EXCLUSIVE; COMMIT')
}

/**
 * SHA-256 over every row of every table in order: two databases with the same digest have the same content.
 */
export function digestOf(database: Database): string {
  const hash = createHash('sha256')
  for (const table of tablesOf(database)) {
    hash.update(`table ${table}\n`)
    for (const row of database.prepare(`SELECT * FROM "${table}"`).raw().iterate() as Iterable<unknown[]>)
      for (const value of row) {
        const bytes = value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value) ?? '')
        hash.update(`${value === null ? 'null' : typeof value} ${bytes.length}\n`).update(bytes)
      }
  }
  return hash.digest('hex')
}

/** The names of the ordinary tables; a virtual table stores its rows in ordinary ones. */
export const tablesOf = (database: Database): string[] =>
  database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND sql NOT LIKE 'CREATE VIRTUAL TABLE%' ORDER BY name`,
    )
    .pluck()
    .all()

export const sqliteCode = (error: unknown): string =>
  error instanceof SqliteDatabase.SqliteError ? error.code : ''
