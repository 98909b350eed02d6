import type { Database } from 'better-sqlite3'
import { failureFromThrown } from './library-failures.ts'

/** Tables whose rows are found by an index when letters are listed. Originals are checked by their hashes when they are read. */
const tables = ['scan', 'letter', 'file', 'case_event', 'mailing', 'exhibit', 'history', 'person', 'setting']

/**
 * Whether each index leads to exactly the rows of its table. SQLite believes an index: one that is damaged, or was made to
 * leave a letter out, gives a list that is too short without a word. Where the file cannot be read at all, whoever reads it
 * next says so.
 */
export function indexesAgree(database: Database): boolean {
  try {
    return tables.every((table) =>
      indexesOf(database, table).every((index) => agrees(database, table, index)),
    )
  } catch (error) {
    if (failureFromThrown(error)?.code !== 'library.damaged') throw error
    return true
  }
}

const indexesOf = (database: Database, table: string): string[] =>
  database.prepare<[string], string>('SELECT name FROM pragma_index_list(?)').pluck().all(table)

type Counted = { rows: number; numbers: number | null }

function agrees(database: Database, table: string, index: string): boolean {
  const counted = (how: string) =>
    database
      .prepare<[], Counted>(`SELECT count(*) AS rows, total(rowid) AS numbers FROM "${table}" ${how}`)
      .get()
  const [listed, all] = [counted(`INDEXED BY "${index}"`), counted('NOT INDEXED')]
  if (!listed || !all || listed.rows !== all.rows || listed.numbers !== all.numbers) return false
  const columns = database
    .prepare<[string], string | null>('SELECT name FROM pragma_index_info(?)')
    .pluck()
    .all(index)
  // An index over expressions: that it has all rows must do.
  if (columns.includes(null)) return true
  const same = columns.map((name) => `b."${name}" IS a."${name}"`).join(' AND ')
  const found = database
    .prepare<[], number>(
      `SELECT count(*) FROM "${table}" AS a NOT INDEXED WHERE EXISTS (
         SELECT 1 FROM "${table}" AS b INDEXED BY "${index}" WHERE ${same} AND b.rowid = a.rowid)`,
    )
    .pluck()
    .get()
  return found === all.rows
}
