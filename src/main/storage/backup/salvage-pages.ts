import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { pageSize } from '../../files/library-file.ts'
import { openOwn } from '../../files/private-files.ts'
import { makePrivate, removeDatabase } from '../../files/temporary-files.ts'
import type { LibrarySecret } from '../../keys/recovery-key.ts'
import { openDatabase } from '../database.ts'
import { committedPages } from './wal-pages.ts'

/** The pages of a file, and those that its journal has newer. */
type Pages = { file: string; count: number; newer: { page: number; bytes: Buffer }[] }

/** @param most so many pages at most, to see whether a secret fits */
export function pagesOf(file: string, most = Number.POSITIVE_INFINITY): Pages {
  const newer = committedPages(`${file}-wal`)
  const last = newer.reduce((highest, { page }) => Math.max(highest, page), 0)
  return { file, newer, count: Math.min(most, Math.max(last, Math.ceil(statSync(file).size / pageSize))) }
}

/** A row as it lies on its page, whatever table it was of: columns that it does not have are left out. */
export type LooseRow = { rowid: number; values: unknown[] }

/** Of every library that was ever made; 0x0d in the clear says that a page holds rows. */
const leafOfTable = 0x0d
const mostColumns = 24
const absent = 'waymark: no such column in this row'

/**
 * Reads all rows of a damaged library from its pages alone, each page by itself: neither the list of tables nor the pages
 * that lead to a row are needed. The pages are laid under a list of tables of our own, in which one table begins at the
 * page to be read, so that SQLite itself decrypts the page and puts long values together.
 *
 * @param pages where the pages may be laid
 */
export function* rowsOfPages(
  from: Pages,
  pages: string,
  secret: LibrarySecret | null,
  onPage: (done: number, of: number) => void = () => undefined,
): Generator<LooseRow> {
  const { count } = from
  try {
    makeRoom(pages, secret, count)
    const held = writePages(from, pages)
    const database = openDatabase(pages, secret, { damaged: true })
    try {
      prepareToRead(database)
      for (let page = 2; page <= count; page += 1) {
        if (secret || held(page) === leafOfTable) yield* rowsOfPage(database, page)
        onPage(page, count)
      }
    } finally {
      database.close()
    }
  } finally {
    removeDatabase(pages)
  }
}

/** Whether the secret opens at least one page behind the first: a page that nobody changed opens with it alone. */
export function opensAnyPage(file: string, pages: string, secret: LibrarySecret): boolean {
  for (const _ of rowsOfPages(pagesOf(file, 64), pages, secret)) return true
  return false
}

/** A database of as many pages, whose first page knows of one table; what is on the others does not matter. */
function makeRoom(file: string, secret: LibrarySecret | null, count: number): void {
  makePrivate(file)
  const database = openDatabase(file, secret)
  database.unsafeMode(true)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  const columns = Array.from({ length: mostColumns }, (_, at) => `c${at} DEFAULT '${absent}'`)
  database.exec(`CREATE TABLE loose (${columns.join(', ')}); CREATE TABLE room (bytes)`)
  const missing = () => count - Number(database.pragma('page_count', { simple: true }))
  const fill = database.prepare('INSERT INTO room VALUES (zeroblob(?))')
  for (let rest = missing(); rest > 0; rest = missing())
    fill.run(Math.min(64 * 1024 * 1024, rest * (pageSize - 100)))
  database.close()
}

/** Copies all pages but the first, and over them what the journal has newer. Answers with the first byte of a page. */
function writePages({ file, count, newer }: Pages, to: string): (page: number) => number | undefined {
  const firstBytes = new Uint8Array(count + 1)
  const [source, target] = [openSync(file, 'r'), openOwn(to)]
  const lay = (page: number, bytes: Uint8Array) => {
    writeSync(target, bytes, 0, pageSize, (page - 1) * pageSize)
    firstBytes[page] = bytes[0] ?? 0
  }
  try {
    for (let page = 2; page <= count; page += 1) {
      const bytes = Buffer.alloc(pageSize)
      readSync(source, bytes, 0, pageSize, (page - 1) * pageSize)
      lay(page, bytes)
    }
    for (const { page, bytes } of newer) if (page > 1 && page <= count) lay(page, bytes)
    return (page) => firstBytes[page]
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

function prepareToRead(database: Database): void {
  database.unsafeMode(true)
  database.pragma('journal_mode = OFF')
  database.pragma('synchronous = OFF')
  database.pragma('writable_schema = ON')
}

/** Row by row, so that a long value that is lost takes no other row of its page with it. */
function* rowsOfPage(database: Database, page: number): Generator<LooseRow> {
  const rowids = attempt(() => beginAt(database, page)) ?? []
  const one = attempt(() =>
    database.prepare<[number], unknown[]>('SELECT * FROM loose WHERE rowid = ?').raw(),
  )
  for (const rowid of rowids) {
    const found = attempt(() => one?.get(rowid))
    const end = found?.indexOf(absent) ?? -1
    if (found) yield { rowid, values: end < 0 ? found : found.slice(0, end) }
  }
}

/** Lets the table begin at a page, and lists what rows it holds; throws where it is no page of rows. */
function beginAt(database: Database, page: number): number[] {
  database.prepare(`UPDATE sqlite_schema SET rootpage = ? WHERE name = 'loose'`).run(page)
  // Reads the list of tables anew.
  database.pragma('writable_schema = RESET')
  database.pragma('writable_schema = ON')
  const kind = database.prepare(`SELECT pagetype FROM dbstat WHERE name = 'loose' LIMIT 1`).pluck().get()
  if (kind !== 'leaf') return []
  return listedUntilDamage(
    database.prepare<[], number>('SELECT rowid FROM loose ORDER BY rowid').pluck().iterate(),
  )
}

function listedUntilDamage(rowids: Iterable<number>): number[] {
  const found: number[] = []
  try {
    for (const rowid of rowids) found.push(rowid)
  } catch {
    // The page is damaged behind this row.
  }
  return found
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
