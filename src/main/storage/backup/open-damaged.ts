import { statSync, truncateSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { openDatabase, sqliteCode } from '../database.ts'
import { migrations } from '../migrations/index.ts'
import { repairHeader } from '../repair-header.ts'
import { expectedSchema } from '../schema.ts'

/** A damaged library of which at least the list of tables can be read; `names`: the tables that are as we made them. */
export type Readable = { database: Database; names: string[] }

/**
 * Opens the copy of a damaged library, if its list of tables can be read. A header that SQLite does not take is written
 * anew. A file that was cut off is made longer, up to eight times; whoever takes its pages takes those that it had.
 */
export function openDamaged(copy: string, secret: LibrarySecret | null, version: number): Readable | null {
  let repaired = false
  for (let tries = 0; tries < 4; tries += 1) {
    const database = openDatabase(copy, secret, { damaged: true })
    try {
      return { database, names: ownTables(database, version) }
    } catch (error) {
      database.close()
      if (sqliteCode(error).startsWith('SQLITE_NOTADB')) {
        if (repaired) return null
        repaired = true
        repairHeader(copy, secret !== null)
        continue
      }
    }
    truncateSync(copy, Math.ceil((statSync(copy).size * 2) / 4096) * 4096)
  }
  return null
}

/** A table that somebody else wrote anew may compute what it shows; its rows are taken from their pages. */
function ownTables(database: Database, version: number): string[] {
  const expected = new Map(expectedSchema(version).map(({ name, sql }) => [name, sql]))
  const found = database
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'table'`)
    .all()
  return found.filter(({ name, sql }) => expected.get(name) === sql).map(({ name }) => name)
}

/** The newest where the library does not say: an older one is brought to it whenever it is opened. */
export function versionOf(copy: string, secret: LibrarySecret | null): number {
  const database = openDatabase(copy, secret, { damaged: true })
  try {
    const version = Number(database.pragma('user_version', { simple: true }))
    return version > 0 && version <= migrations.length ? version : migrations.length
  } catch {
    return migrations.length
  } finally {
    database.close()
  }
}
