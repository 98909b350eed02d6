import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { copyHead } from '../../files/hash-of-file.ts'
import { moveInto, syncFile } from '../../files/private-files.ts'
import {
  applicationId,
  makePrivate,
  makingFileOf,
  pagesFileOf,
  readingFileOf,
  removeDatabase,
  salvagedFileOf,
  settle,
  sweep,
} from '../../files/temporary-files.ts'
import { withWorkLock } from '../../files/work-lock.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { giveRoomBackInSteps, openDatabase, takeAlone } from '../database.ts'
import { LibraryBusy } from '../library-failures.ts'
import { migrations } from '../migrations/index.ts'
import { libraryFrom, openPrepared } from '../open-library.ts'
import { sumAnew } from '../sums/chain.ts'
import { openDamaged, type Readable, versionOf } from './open-damaged.ts'
import { repairLinks } from './salvage-links.ts'
import { type LooseRow, pagesOf, rowsOfPages } from './salvage-pages.ts'
import { dropUnreadable } from './salvage-records.ts'
import { createInsert, shapeOf, shapesOf, type TableShape } from './salvage-tables.ts'
import { type Verified, verifyLibrary } from './verify-library.ts'

export type Salvaged = { rows: number; lostRows: number; verified: Verified }
type Counts = Pick<Salvaged, 'rows' | 'lostRows'>
type Progress = (done: number, of: number) => void

/**
 * Saves what can still be read of a damaged library into a new one at `to`; the damaged file is only read. First row by row
 * through the library's own tables, which know what is of today; then whatever they could not give, from the pages
 * themselves. A letter whose original is lost stays, as does an original whose letter is lost: it is read anew.
 * null: nothing can be read.
 */
export function salvageLibrary(
  from: string,
  secret: LibrarySecret | null,
  to: string,
  onProgress: Progress = () => undefined,
): Salvaged | null {
  if (settle(from) === 'busy') throw new LibraryBusy()
  const library = to === salvagedFileOf(from) ? from : to
  return withWorkLock(library, () => {
    sweep(library)
    return salvage(from, secret, to, onProgress)
  })
}

function salvage(
  from: string,
  secret: LibrarySecret | null,
  to: string,
  onProgress: Progress,
): Salvaged | null {
  const [copy, fresh] = [readingFileOf(to), makingFileOf(to)]
  try {
    copyHead(from, copy, Number.POSITIVE_INFINITY)
    if (existsSync(`${from}-wal`)) copyHead(`${from}-wal`, `${copy}-wal`, Number.POSITIVE_INFINITY)
    const version = versionOf(copy, secret)
    const saved = makeEmpty(fresh, secret, version)
    const counts = copyRows(saved, { copy, secret, version, pages: pagesFileOf(to) }, onProgress)
    counts.lostRows += repairLinks(saved)
    saved.close()
    return counts.rows === 0 ? null : finish(fresh, secret, to, counts)
  } finally {
    for (const file of [copy, fresh]) removeDatabase(file)
  }
}

function makeEmpty(file: string, secret: LibrarySecret | null, version: number): Database {
  makePrivate(file)
  const saved = openDatabase(file, secret)
  giveRoomBackInSteps(saved)
  saved.pragma('foreign_keys = OFF')
  for (const step of migrations.slice(0, version)) saved.exec(step)
  saved.pragma(`application_id = ${applicationId}`)
  saved.pragma(`user_version = ${version}`)
  return saved
}

type Damaged = { copy: string; secret: LibrarySecret | null; version: number; pages: string }

function copyRows(saved: Database, damaged: Damaged, onProgress: Progress): Counts {
  const counts = { rows: 0, lostRows: 0 }
  const shapes = shapesOf(saved)
  // Before SQLite plays the journal in, or makes the file longer.
  const pages = pagesOf(damaged.copy)
  const tables = openDamaged(damaged.copy, damaged.secret, damaged.version)
  const open = shapes.map((shape) => ({ shape, missing: throughTable(saved, shape, tables, counts) }))
  tables?.database.close()
  if (open.some(({ missing }) => missing !== 'none')) {
    const rows = rowsOfPages(pages, damaged.pages, damaged.secret, onProgress)
    fromPages(saved, open, rows, counts)
  }
  for (const { shape, missing } of open) counts.lostRows += stillLost(saved, shape, missing)
  return counts
}

/**
 * Numbers of the rows that a table has and does not give; `unknown`: the table does not even say how many it has;
 * `unlisted`: there is no table to ask.
 */
type Missing = 'none' | 'unknown' | 'unlisted' | Set<number>

/** No library has come near it: a higher number is damage, or somebody wants the search for rows never to end. */
const highestNumber = 2_000_000

function throughTable(saved: Database, shape: TableShape, tables: Readable | null, counts: Counts): Missing {
  if (!tables?.names.includes(shape.table)) return 'unlisted'
  const { database } = tables
  const { table, columns } = shape
  const last = attempt(() => database.prepare(`SELECT max(rowid) FROM "${table}"`).pluck().get())
  if (last === lost || Number(last ?? 0) > highestNumber) return 'unknown'
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const one = attempt(() =>
    database.prepare<[number], unknown[]>(`SELECT ${names} FROM "${table}" WHERE rowid = ?`).raw(),
  )
  if (one === lost) return 'unknown'
  const insert = createInsert(saved, shape)
  const missing = new Set<number>()
  for (let rowid = 1; rowid <= Number(last ?? 0); rowid += 1) {
    const values = attempt(() => one.get(rowid))
    if (values === undefined) continue
    if (values !== lost && insert({ rowid, values })) counts.rows += 1
    else missing.add(rowid)
  }
  return missing.size === 0 ? 'none' : missing
}

/** Whatever page it lies on: only rows that a table is known to miss, or may, so that no old state of a row comes back. */
function fromPages(
  saved: Database,
  open: { shape: TableShape; missing: Missing }[],
  rows: Iterable<LooseRow>,
  counts: Counts,
): void {
  const shapes = open.map(({ shape }) => shape)
  const wanted = new Map(
    open.map(({ shape, missing }) => [shape, { missing, insert: createInsert(saved, shape) }]),
  )
  for (const row of rows) {
    const shape = shapeOf(row, shapes)
    const table = shape && wanted.get(shape)
    if (!table || table.missing === 'none') continue
    if (table.missing instanceof Set && !table.missing.has(row.rowid)) continue
    if (table.insert(row)) counts.rows += 1
  }
}

/** Where nobody knows how many there were: one at least. */
function stillLost(saved: Database, { table }: TableShape, missing: Missing): number {
  if (missing === 'none') return 0
  if (missing === 'unknown') return 1
  const has = saved.prepare<[number], number>(`SELECT 1 FROM "${table}" WHERE rowid = ?`).pluck()
  if (missing instanceof Set) return [...missing].filter((rowid) => has.get(rowid) === undefined).length
  return saved.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined ? 1 : 0
}

function finish(fresh: string, secret: LibrarySecret | null, to: string, counts: Counts): Salvaged {
  const opened = openPrepared(fresh, secret)
  if (!opened.ok) throw new Error(`the salvaged library does not open: ${opened.error.code}`)
  const database = opened.value
  database.pragma('foreign_keys = OFF')
  const unreadable = dropUnreadable(database, libraryFrom(database, fresh))
  const lostRows = counts.lostRows + unreadable + repairLinks(database)
  database.transaction(sumAnew)(database)
  const verified = verifyLibrary(database, fresh)
  takeAlone(database)
  database.close()
  syncFile(fresh)
  moveInto(fresh, to)
  return { rows: counts.rows, lostRows, verified }
}

const lost = Symbol('lost')
function attempt<T>(work: () => T): T | typeof lost {
  try {
    return work()
  } catch {
    return lost
  }
}
