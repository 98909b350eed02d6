import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { type LibrarySecret, newSecret } from '../../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { salvageLibrary } from '../../../src/main/storage/backup/salvage.ts'
import { bytesFrom, openDatabase } from '../../../src/main/storage/database.ts'
import { openLibrary, openPrepared } from '../../../src/main/storage/open-library.ts'
import { rewriteLibrary } from '../../../src/main/storage/rewrite.ts'
import { temporaryFolder } from '../../support.ts'

const fileIn = (folder = temporaryFolder()) => join(folder, 'library.waymark')
const keptAt = '2026-11-22T12:00:00.000Z'

function opened(file: string) {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  return library.value
}
const extra = 3
const inMemory = 2
const settingsOf = (database: Database, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, database.pragma(name, { simple: true })]))
const names = [
  ...['journal_mode', 'synchronous', 'fullfsync', 'checkpoint_fullfsync'],
  ...['trusted_schema', 'cell_size_check', 'foreign_keys', 'secure_delete', 'temp_store'],
]
function settingsOfLibrary(file: string, secret: LibrarySecret | null) {
  // The build's default for a write-ahead log comes into force where a file already has one.
  const fresh = openPrepared(file, secret)
  if (fresh.ok) fresh.value.close()
  const prepared = openPrepared(file, secret)
  if (!prepared.ok) throw new Error(prepared.error.code)
  const settings = settingsOf(prepared.value, names)
  prepared.value.close()
  return settings
}

test('every commit reaches the disk, also with a write-ahead log, and nothing in a schema is trusted', () => {
  const safe = {
    journal_mode: 'wal',
    synchronous: extra,
    fullfsync: 1,
    checkpoint_fullfsync: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    foreign_keys: 1,
    secure_delete: 1,
  }
  expect(settingsOfLibrary(fileIn(), null)).toMatchObject(safe)
  expect(settingsOfLibrary(fileIn(), newSecret())).toMatchObject(safe)
})

test('a salvage still sees the cells of a page that does not add up', () => {
  const database = openDatabase(fileIn(), null, { damaged: true })
  const settings = settingsOf(database, ['cell_size_check', 'trusted_schema'])
  expect(settings).toEqual({ cell_size_check: 0, trusted_schema: 0 })
  database.close()
})

test('a protected library sorts in memory and never in a plain file', () => {
  expect(settingsOfLibrary(fileIn(), newSecret()).temp_store).toBe(inMemory)
})

test('a file is opened whatever it is, and is identified at the first look', () => {
  const file = fileIn()
  writeFileSync(file, 'x'.repeat(10_000))
  const database = openDatabase(file, newSecret(), { mustExist: true })
  expect(() => database.prepare('SELECT count(*) FROM sqlite_schema')).toThrow(/not a database/)
  database.close()
})

test('a library whose schema calls what no schema of ours calls does not open, and its letters can be salvaged', () => {
  const file = fileIn()
  const library = opened(file)
  storeScan(library, { fileName: 'a.pdf', bytes: new Uint8Array([1]), keptAt })
  library.close()
  const hostile = new SqliteDatabase(file)
  hostile.exec('CREATE TRIGGER hostile AFTER INSERT ON letter BEGIN SELECT rtreedepth(zeroblob(8)); END')
  hostile.close()
  const error = { code: 'library.foreign-parts', block: 'trigger hostile' }
  expect(openLibrary(file)).toEqual({ ok: false, error })
  const salvaged = fileIn()
  expect(salvageLibrary(file, null, salvaged)).toMatchObject({
    lostRows: 0,
    verified: { letters: 1, issues: [] },
  })
  opened(salvaged).close()
})

test('what is deleted is overwritten at once, also where the file cannot be made smaller', () => {
  const file = fileIn()
  const library = opened(file)
  const bytes = new Uint8Array(9000).map((_, at) => (at * 7919) % 251)
  const kept = storeScan(library, { fileName: 'secret-name.pdf', bytes, keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  library.close()
  const piece = Buffer.from(bytes.slice(5000, 5200))
  expect(readFileSync(file).includes(piece)).toBe(true)
  const again = opened(file)
  again.write(() => again.deletion.deleteLetters(kept.value.ids))
  again.close()
  const left = readFileSync(file)
  expect([left.includes(piece), left.includes('secret-name')]).toEqual([false, false])
})

test('a library that was rewritten to lose what was deleted holds nothing of the reminder to do so', () => {
  const file = fileIn()
  const library = opened(file)
  const due = '5e0c1b7a-wipe-is-due'
  library.write(() => library.settings.set({ wipeDue: due, autoLockMinutes: 30 }))
  library.close()
  expect(readFileSync(file).includes(due)).toBe(true)
  rewriteLibrary({ file, secret: null })
  expect(readFileSync(file).includes(due)).toBe(false)
  const again = opened(file)
  expect(again.settings.get()).toMatchObject({ wipeDue: null, autoLockMinutes: 30 })
  again.close()
})

test('an original is read into memory once, as bytes that can be handed on without a copy', () => {
  const library = opened(fileIn())
  const bytes = new Uint8Array(8_000_000).fill(7)
  const kept = storeScan(library, { fileName: 'a.pdf', bytes, keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  const before = process.memoryUsage().arrayBuffers
  const read = library.files.getBytes(kept.value.scanId)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1.5 * bytes.length)
  const sent = structuredClone(read, { transfer: [read.buffer] })
  expect([read.length, sent.length, sent.at(0), sent.at(-1)]).toEqual([0, bytes.length, 7, 7])
  library.close()
})

test('bytes that share their memory with others are copied', () => {
  const shared = Buffer.from(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2)
  const bytes = bytesFrom(shared)
  expect([...bytes]).toEqual([2, 3])
  expect(bytes.buffer.byteLength).toBe(2)
})

test('closing a library leaves statistics for the query planner, and takes no lock that another program holds', () => {
  const file = fileIn()
  const library = opened(file)
  for (let each = 0; each < 200; each += 1)
    storeScan(library, { fileName: `${each}.pdf`, bytes: new TextEncoder().encode(`${each}`), keptAt })
  library.letters.list()
  const other = new SqliteDatabase(file)
  other.exec('BEGIN IMMEDIATE')
  const started = performance.now()
  library.close()
  // Whoever waits for the lock waits for five seconds.
  expect(performance.now() - started).toBeLessThan(4000)
  other.exec('ROLLBACK')
  other.close()
  const second = opened(file)
  second.letters.list()
  second.close()
  const database = new SqliteDatabase(file)
  expect(database.prepare("SELECT count(*) FROM sqlite_stat1 WHERE tbl = 'letter'").pluck().get()).not.toBe(0)
  database.close()
})
