import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Database } from 'better-sqlite3'
import { type LibrarySecret, newSecret } from '../../src/main/keys/recovery-key.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { temporaryFolder } from '../support.ts'

/**
 * How originals could be kept: one value a file in the library (as it is), values of 1 MB, or a second file that is attached.
 * For each a library of `--megabytes` is made, and what a person waits for is measured in a process of its own, so that its
 * peak of memory counts. See docs/adr/0001-originals-in-the-library-file.md.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '1024' },
    secret: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const megabyte = 1024 * 1024
const layouts = ['one value', 'values of 1 MB', 'attached file'] as const
type Layout = (typeof layouts)[number]

const measures: Record<string, (database: Database, layout: Layout, file: string) => void> = {
  'read the largest original whole': (database, layout) => void readWhole(database, layout, largest),
  'read 64 KB in its middle': (database, layout) => void readPiece(database, layout, largest),
  'copy for a backup (VACUUM INTO)'(database, layout, file) {
    database.exec(`VACUUM main INTO '${file}.copy'`)
    if (layout === 'attached file') database.exec(`VACUUM originals INTO '${file}.copy-originals'`)
  },
  'delete an original of 1 MB for good (secure_delete, VACUUM)'(database, layout) {
    database.pragma('secure_delete = ON')
    database.prepare(`DELETE FROM ${tableOf(layout)} WHERE id = 'file 10'`).run()
    database.exec('VACUUM main')
    if (layout === 'attached file') database.exec('VACUUM originals')
    database.pragma('wal_checkpoint(TRUNCATE)')
  },
}
const largest = 'file 0'
/** Of the whole: a fifth in one file, a fifth in files of 50 MB, the rest in files of 1 MB. */
function sizes(total: number): number[] {
  const [first, middle] = [Math.floor(total / 5), Math.floor(total / 5 / 50)]
  const small = total - first - middle * 50
  return [first, ...Array.from({ length: middle }, () => 50), ...Array.from({ length: small }, () => 1)]
}

function compare(): void {
  console.log(`| originals of ${values.megabytes} MB | ${layouts.join(' | ')} |\n|---|---|---|---|`)
  for (const secret of [null, newSecret()]) {
    const folder = temporaryFolder()
    const files = layouts.map((each) => {
      const made = join(folder, `${each.replaceAll(' ', '-')}.waymark`)
      fill(made, each, secret)
      return made
    })
    const kind = secret ? 'protected' : 'plain'
    row(
      `${kind}: size`,
      files.map((made) => `${Math.round(sizeOf(made) / megabyte)} MB`),
    )
    for (const name of Object.keys(measures))
      row(
        `${kind}: ${name}`,
        layouts.map((each, at) => measured(name, each, files[at] ?? '', secret)),
      )
    if (values.keep) console.log(folder)
    else rmSync(folder, { recursive: true })
  }
}
const row = (name: string, cells: readonly string[]) => console.log(`| ${name} | ${cells.join(' | ')} |`)
const sizeOf = (path: string): number =>
  [path, `${path}-originals`].reduce(
    (sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

function open(path: string, which: Layout, secret: LibrarySecret | null): Database {
  const database = openDatabase(path, secret)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  if (which === 'attached file') {
    // The second file takes the key of the first.
    database.exec(`ATTACH '${path}-originals' AS originals`)
    database.pragma('originals.journal_mode = WAL')
    database.pragma('originals.synchronous = FULL')
  }
  return database
}
const tableOf = (which: Layout) => (which === 'attached file' ? 'originals.file' : 'main.file')

function fill(path: string, which: Layout, secret: LibrarySecret | null): void {
  const database = open(path, which, secret)
  database.exec(
    `CREATE TABLE ${tableOf(which)} (id TEXT NOT NULL, piece INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (id, piece)) STRICT`,
  )
  const insert = database.prepare(`INSERT INTO ${tableOf(which)} VALUES (?, ?, ?)`)
  sizes(Number(values.megabytes)).forEach((size, at) => {
    const bytes = randomBytes(size * megabyte)
    const step = which === 'values of 1 MB' ? megabyte : bytes.length
    for (let from = 0; from < bytes.length; from += step)
      insert.run(`file ${at}`, from / step, bytes.subarray(from, from + step))
  })
  database.close()
}

function readWhole(database: Database, which: Layout, id: string): Uint8Array {
  const pieces = database
    .prepare<[string], Buffer>(`SELECT bytes FROM ${tableOf(which)} WHERE id = ? ORDER BY piece`)
    .pluck()
  if (which !== 'values of 1 MB') return pieces.get(id) ?? new Uint8Array()
  const all: Buffer[] = []
  for (const piece of pieces.iterate(id)) all.push(piece)
  return Buffer.concat(all)
}

function readPiece(database: Database, which: Layout, id: string): Uint8Array {
  const at = Math.floor((sizes(Number(values.megabytes))[0] ?? 0) / 2)
  const [piece, offset] = which === 'values of 1 MB' ? [at, 0] : [0, at * megabyte]
  const sql = `SELECT substr(bytes, ?, 65536) FROM ${tableOf(which)} WHERE id = ? AND piece = ?`
  return (
    database
      .prepare<[number, string, number], Buffer>(sql)
      .pluck()
      .get(offset + 1, id, piece) ?? new Uint8Array()
  )
}

function inChild(name: string, which: Layout, path: string): void {
  const database = open(path, which, (values.secret ?? null) as LibrarySecret | null)
  const before = process.resourceUsage().maxRSS
  const started = performance.now()
  measures[name]?.(database, which, path)
  const ms = performance.now() - started
  database.close()
  const grown = (process.resourceUsage().maxRSS - before) / 1024
  console.log(`${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms, +${Math.round(grown)} MB`)
}

function measured(name: string, which: Layout, path: string, secret: LibrarySecret | null): string {
  const own = [import.meta.filename, name, which, path, '--megabytes', values.megabytes]
  const run = () =>
    execFileSync(process.execPath, [...own, ...(secret ? ['--secret', secret] : [])], {
      encoding: 'utf8',
    }).trim()
  try {
    return run()
  } finally {
    for (const end of ['.copy', '.copy-originals']) rmSync(path + end, { force: true })
  }
}

const [measure, layout, file] = positionals
if (measure && layout && file) inChild(measure, layout as Layout, file)
else compare()
