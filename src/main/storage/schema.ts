import SqliteDatabase, { type Database } from 'better-sqlite3'
import { migrations } from './migrations/index.ts'

/** A table, index, trigger or view of a library; `sql` null: SQLite made it for a table. */
type SchemaPart = { type: string; name: string; table: string; sql: string | null }

const made = new Map<number, SchemaPart[]>()

/** What the migrations make: every part that a library of this version has, and no other. */
export function expectedSchema(version: number): SchemaPart[] {
  const known = made.get(version)
  if (known) return known
  const database = new SqliteDatabase(':memory:')
  try {
    database.pragma('foreign_keys = OFF')
    for (const step of migrations.slice(0, version)) database.exec(step)
    const parts = schemaOf(database)
    made.set(version, parts)
    return parts
  } finally {
    database.close()
  }
}

const schemaOf = (database: Database): SchemaPart[] =>
  database.prepare<[], SchemaPart>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all()

/** What the query planner keeps of any library; SQLite makes no such table in another form. */
const statistics = [
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
]

/**
 * The parts of a library that are not exactly as the migrations of its version make them: a trigger or a view can change
 * what is written and hide what is there. Names only, as they stand in the file: they are somebody else's words.
 */
export function foreignParts(database: Database, version: number): string[] {
  const keyOf = ({ type, name, table, sql }: SchemaPart) => JSON.stringify([type, name, table, sql])
  const expected = new Map(expectedSchema(version).map((part) => [keyOf(part), part]))
  const foreign: SchemaPart[] = []
  for (const part of schemaOf(database)) {
    const isStatistics =
      part.type === 'table' && part.name === part.table && statistics.includes(part.sql ?? '')
    if (!expected.delete(keyOf(part)) && !isStatistics) foreign.push(part)
  }
  const missing = [...expected.values()].map(({ type, name }) => `no ${type} ${name}`)
  // What acts by itself first; an index that SQLite made for a table is named by its table.
  const rank = ({ type }: SchemaPart) => ['trigger', 'view', 'table', 'index'].indexOf(type)
  const named = foreign.filter(({ sql }) => sql !== null).sort((a, b) => rank(a) - rank(b))
  const all = named.length > 0 ? named : foreign
  return [...all.map(({ type, name }) => `${type} ${name}`), ...missing]
}

/** A few of them, without whatever else somebody wrote into the names. */
export const namesOf = (parts: readonly string[]): string =>
  parts
    .slice(0, 3)
    .map((part) => part.replace(/[^\p{L}\p{N}_ ]/gu, '').slice(0, 40))
    .join(', ') + (parts.length > 3 ? ', …' : '')
