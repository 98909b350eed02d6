import { existsSync, statSync, truncateSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { LibrarySecret } from '../../security/keys/recovery-key.ts'
import { moveInto, syncFile } from '../atomic-write.ts'
import { openDatabase, sqliteCode, tablesOf, takeAlone } from '../database.ts'
import { copyHead } from '../hash-of-file.ts'
import { mendHeader } from '../mend-header.ts'
import { migrations } from '../migrations/index.ts'
import { openLibrary } from '../open-library.ts'
import {
  applicationId,
  makePrivate,
  makingFileOf,
  readingFileOf,
  removeDatabase,
  salvagedFileOf,
  settle,
  sweep,
} from '../temporary-files.ts'
import { withWorkLock } from '../work-lock.ts'
import { type Verified, verifyLibrary } from './verify-library.ts'

export type Salvaged = { rows: number; lostRows: number; verified: Verified }

/** The app rebuilds these from the letters whenever it has time. */
const madeAnew = ['page_text', 'letter_text']

/**
 * Saves what can still be read from a damaged library into a new one at `to`, row by row; the damaged file is
 * only read. Rows that depend on a lost row are lost with it, except for a letter whose original is lost:
 * what a person said about it is saved. null: not even the list of tables can be read.
 */
export function salvageLibrary(
  from: string,
  secret: LibrarySecret | null,
  to: string,
  onProgress: Progress = () => undefined,
): Salvaged | null {
  if (settle(from) === 'busy') throw new Error('salvage: another program is changing the library')
  const library = to === salvagedFileOf(from) ? from : to
  return withWorkLock(library, () => {
    sweep(library)
    return salvage(from, secret, to, onProgress)
  })
}

type Progress = (done: number, of: number) => void

function salvage(
  from: string,
  secret: LibrarySecret | null,
  to: string,
  onProgress: Progress,
): Salvaged | null {
  const [copy, fresh] = [readingFileOf(to), makingFileOf(to)]
  try {
    const damaged = openDamaged(from, copy, secret)
    if (!damaged) return null
    const version = Number(damaged.pragma('user_version', { simple: true }))
    makePrivate(fresh)
    const saved = openDatabase(fresh, secret)
    saved.pragma('foreign_keys = OFF')
    for (const step of migrations.slice(0, version)) saved.exec(step)
    saved.pragma(`application_id = ${applicationId}`)
    saved.pragma(`user_version = ${version}`)
    const counts = copyRows(damaged, saved, onProgress)
    damaged.close()
    removeOrphans(saved)
    saved.close()
    return { ...counts, verified: finish(fresh, secret, to) }
  } finally {
    for (const file of [copy, fresh]) removeDatabase(file)
  }
}

/**
 * A header that SQLite does not accept is written again. A file that was cut off is extended until SQLite
 * accepts it: then the pages that remain can be read.
 */
function openDamaged(from: string, copy: string, secret: LibrarySecret | null): Database | null {
  copyHead(from, copy, Number.POSITIVE_INFINITY)
  if (existsSync(`${from}-wal`)) copyHead(`${from}-wal`, `${copy}-wal`, Number.POSITIVE_INFINITY)
  let mended = false
  for (let tries = 0; tries < 12; tries += 1) {
    const database = openDatabase(copy, secret, { damaged: true })
    try {
      if (tablesOf(database).includes('letter')) return database
      database.close()
    } catch (error) {
      database.close()
      if (sqliteCode(error).startsWith('SQLITE_NOTADB')) {
        if (mended) return null
        mended = true
        mendHeader(copy, secret !== null)
        continue
      }
    }
    truncateSync(copy, Math.ceil((statSync(copy).size * 2) / 4096) * 4096)
  }
  return null
}

function copyRows(
  damaged: Database,
  saved: Database,
  onProgress: (done: number, of: number) => void,
): Pick<Salvaged, 'rows' | 'lostRows'> {
  const counts = { rows: 0, lostRows: 0 }
  const tables = tablesOf(saved)
    .filter((table) => !madeAnew.includes(table) && !isOfSearch(table))
    .map((table) => ({ table, ...rowsOf(damaged, table) }))
  const of = tables.reduce((sum, { last }) => sum + last, 0)
  let looked = 0
  for (const { table, last, isSure } of tables) {
    const names = saved.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
    const columns = ['rowid', ...names].map((name) => `"${name}"`).join(', ')
    const insert = saved.prepare(
      `INSERT OR IGNORE INTO "${table}" (${columns}) VALUES (${['rowid', ...names].map(() => '?').join(', ')})`,
    )
    const one = damaged
      .prepare<[number], unknown[]>(`SELECT ${columns} FROM "${table}" WHERE rowid = ?`)
      .raw()
    let lostInRow = 0
    for (let rowid = 1; rowid <= last; rowid += 1) {
      const row = attempt(() => one.get(rowid))
      if (row === lost) lostInRow += 1
      else if (row) {
        counts.rows += insert.run(...row).changes
        counts.lostRows += lostInRow
        lostInRow = 0
      }
      looked += 1
      onProgress(looked, of)
    }
    // Nobody knows how many rows came after the last one that was found; at least one.
    counts.lostRows += isSure ? lostInRow : Math.min(1, lostInRow)
  }
  return counts
}

/** The tables in which the search index stores its data. */
const isOfSearch = (table: string) => /_search_(data|idx|content|docsize|config)$/.test(table)

/** If the end cannot be read, rows are looked for up to a number that no library has reached by then. */
function rowsOf(database: Database, table: string): { last: number; isSure: boolean } {
  const last = attempt(() => database.prepare(`SELECT max(rowid) FROM "${table}"`).pluck().get())
  return last === lost ? { last: 20_000, isSure: false } : { last: Number(last ?? 0), isSure: true }
}

function removeOrphans(saved: Database): void {
  const orphans = () => saved.pragma('foreign_key_check') as { table: string; rowid: number }[]
  for (let found = orphans(); found.length > 0; found = orphans())
    for (const { table, rowid } of found) saved.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
}

function finish(fresh: string, secret: LibrarySecret | null, to: string): Verified {
  const library = openLibrary(fresh, secret)
  if (!library.ok) throw new Error(`the salvaged library does not open: ${library.error.code}`)
  library.value.close()
  const database = openDatabase(fresh, secret)
  const verified = verifyLibrary(database, fresh)
  takeAlone(database)
  database.close()
  syncFile(fresh)
  moveInto(fresh, to)
  return verified
}

const lost = Symbol('lost')
function attempt<T>(work: () => T): T | typeof lost {
  try {
    return work()
  } catch {
    return lost
  }
}
