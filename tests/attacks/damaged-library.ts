import { closeSync, copyFileSync, existsSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { keyFileOf } from '../../src/main/files/temporary-files.ts'
import type { LibrarySecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import type { Library } from '../../src/main/storage/open-library.ts'
import { createProtected, openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { Day } from '../../src/shared/model/day.ts'
import { ExhibitId } from '../../src/shared/model/exhibit.ts'
import { type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { temporaryFolder } from '../support.ts'

export const passphrase = 'four velvet otter words test'
const keptAt = '2026-11-22T12:00:00.000Z'
const pageSize = 4096

/** What must not go with a page that it is not on. */
export type Known = { id: LetterId; name: string; bytes: Buffer }
export type Whole = { file: string; secret: LibrarySecret | null; letters: Known[]; pages: number }

/** A small library in which every table has rows, and of which nothing waits to be read. */
export async function makeWhole(isProtected: boolean): Promise<Whole> {
  const file = join(temporaryFolder(), 'library.waymark')
  const cheap = { n: 2 ** 10, r: 8, p: 1 } as const
  const made = isProtected ? await createProtected(file, passphrase, cheap) : openUnprotected(file)
  if (!made.ok) throw new Error(made.error.code)
  const { library, secret } = made.value
  const letters = [900, 9_000, 30_000].map((size, at) => keepLetter(library, at, size))
  const [first] = letters
  if (first) fillTables(library, first.id)
  library.close()
  const database = openDatabase(file, secret)
  const pages = Number(database.pragma('page_count', { simple: true }))
  database.close()
  return { file, secret, letters, pages }
}

function keepLetter(library: Library, at: number, size: number): Known {
  const bytes = Buffer.from(`letter ${at} `.repeat(size / 9))
  const kept = storeScan(library, { fileName: `${at}.pdf`, bytes: new Uint8Array(bytes), keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  const [id] = kept.value.ids
  if (!id) throw new Error('no letter was made')
  const name = `PERSON NUMBER ${at}`
  library.write(() => {
    library.scans.setFailed(kept.value.scanId, 'scan.damaged')
    library.letters.setConfirmed(id, { ...noFacts, noticeCode: 'CP504', taxpayerName: name })
  })
  return { id, name, bytes }
}

function fillTables(library: Library, id: LetterId): void {
  library.write(() => {
    library.events.replace(id, [
      { kind: 'conferenceRequested', day: Day.parse('2026-10-05'), note: 'by phone' },
    ])
    const receipt = ExhibitId.parse('00000000-0000-4000-8000-000000000021')
    library.exhibits.insert(
      id,
      { id: receipt, title: 'Receipt', role: 'receipt', fileName: 'r.pdf', keptAt },
      new Uint8Array(Buffer.alloc(6000, 'receipt ')),
    )
    library.people.save({
      name: 'PERSON NUMBER 0',
      role: 'client',
      representative: '',
      form2848: null,
      form8821: null,
    })
    library.settings.set({ autoLockMinutes: 20, recoveryKeyNoted: true })
  })
}

/** The rows, by table, of which a page holds a part; `isTail`: the middle or the end of a long value, and nothing else. */
export type OnPage = Map<number, { table: string; rowids: number[]; isTail: boolean }>

/** In the order of their paths the leaves of a table hold its rows in the order of their numbers. */
export function rowsOnPages(database: Database): OnPage {
  const found: OnPage = new Map()
  for (const table of ['letter', 'scan', 'file', 'exhibit', 'case_event', 'history', 'person', 'setting']) {
    const rowids = database.prepare<[], number>(`SELECT rowid FROM ${table} ORDER BY rowid`).pluck().all()
    const pages = database
      .prepare<[string], { path: string; pageno: number; pagetype: string; ncell: number }>(
        'SELECT path, pageno, pagetype, ncell FROM dbstat WHERE name = ? ORDER BY path',
      )
      .all(table)
    const leaves = new Map<string, number[]>()
    let at = 0
    for (const { path, pageno, pagetype, ncell } of pages) {
      if (pagetype === 'leaf') {
        leaves.set(path, rowids.slice(at, at + ncell))
        at += ncell
      }
      const [leaf = '', cell] = /^(.*\/)([0-9a-f]{3})\+/.exec(path)?.slice(1) ?? [path]
      const rows = leaves.get(leaf) ?? []
      const own =
        cell === undefined ? rows : rows.slice(Number.parseInt(cell, 16), Number.parseInt(cell, 16) + 1)
      if (pagetype !== 'internal') found.set(pageno, { table, rowids: own, isTail: pagetype === 'overflow' })
    }
  }
  return found
}

export type Damage = 'zeroed' | 'inverted' | 'one bit'

/** A copy of the library with one damaged page. */
export function damagedCopy({ file }: Whole, page: number, damage: Damage): string {
  const copy = join(temporaryFolder(), 'library.waymark')
  copyFileSync(file, copy)
  if (existsSync(keyFileOf(file))) copyFileSync(keyFileOf(file), keyFileOf(copy))
  const handle = openSync(copy, 'r+')
  const bytes = Buffer.alloc(pageSize)
  readSync(handle, bytes, 0, pageSize, (page - 1) * pageSize)
  if (damage === 'zeroed') bytes.fill(0)
  else if (damage === 'inverted') for (const [at, byte] of bytes.entries()) bytes.writeUInt8(byte ^ 0xff, at)
  else {
    // Somewhere in the second half, where a page has its rows.
    const at = 2048 + ((page * 7919) % 2040)
    bytes.writeUInt8((bytes[at] ?? 0) ^ 0x08, at)
  }
  writeSync(handle, bytes, 0, pageSize, (page - 1) * pageSize)
  closeSync(handle)
  return copy
}
