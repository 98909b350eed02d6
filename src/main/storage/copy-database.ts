import type { Database } from 'better-sqlite3'
import { createRunner, digestOf, giveRoomBackInSteps, tablesOf } from './database.ts'
import { migrations } from './migrations/index.ts'

/**
 * Copies a library into an empty database that may have another key or none, row by row, so that no byte of
 * it is ever written in a form other than the target's, and a large library needs no memory. The target has
 * no journal and is worthless until this returns; the caller sets the mark of a library.
 *
 * Throws if what is in the target afterward is not what is in the library.
 */
export function copyDatabase(library: Database, target: Database): void {
  const version = Number(library.pragma('user_version', { simple: true }))
  // Otherwise there must be a journal, and the tables in which the search index stores its data are
  // read-only.
  target.unsafeMode(true)
  target.pragma('journal_mode = OFF')
  giveRoomBackInSteps(target)
  target.pragma('synchronous = OFF')
  target.pragma('foreign_keys = OFF')
  target.exec('BEGIN')
  for (const step of migrations.slice(0, version)) target.exec(step)
  for (const table of [...tablesOf(library), 'sqlite_sequence'].filter((each) => hasTable(target, each)))
    copyTable(library, target, table)
  target.pragma(`user_version = ${version}`)
  target.exec('COMMIT')
  target.unsafeMode(false)
  const isSame = digestOf(target) === digestOf(library)
  if (!isSame || target.pragma('integrity_check', { simple: true }) !== 'ok')
    throw new Error('the copy differs from the library')
}

function copyTable(library: Database, target: Database, table: string): void {
  const run = createRunner(target)
  run(`DELETE FROM "${table}"`)
  const columns = columnsToCopy(library, table)
  const list = columns.join(', ')
  const insert = `INSERT INTO "${table}" (${list}) VALUES (${columns.map(() => '?').join(', ')})`
  const rows = library.prepare(`SELECT ${list} FROM "${table}"`).raw().iterate() as Iterable<unknown[]>
  for (const row of rows) run(insert, ...row)
}

/** Including the row number if there is one: the index of pages and texts depends on it. */
function columnsToCopy(database: Database, table: string): string[] {
  const names = database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .map((name) => `"${name}"`)
  const hasNoRowNumber = database
    .prepare<[string], number>("SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?")
    .pluck()
    .get(table)
  return hasNoRowNumber ? names : ['rowid', ...names]
}

const hasTable = (database: Database, table: string): boolean =>
  database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table) !== undefined
