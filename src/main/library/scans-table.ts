import type { Database } from 'better-sqlite3'
import { z } from 'zod'

const Rotation = z.literal([0, 90, 180, 270])
export type Rotation = z.infer<typeof Rotation>

export type ScanRow = {
  id: string
  sha256: string
  fileName: string
  keptAt: string
  status: 'waiting' | 'read' | 'failed'
  failure: string | null
  isIrs: boolean | null
  pageCount: number | null
  /** Clockwise degrees that make each page upright, first page first. */
  rotations: Rotation[]
}

/** All SQL of `scan`: the kept files, byte for byte. */
export function createScansTable(database: Database) {
  const columns = 'id, sha256, file_name, kept_at, status, failure, is_irs, page_count, rotations'
  const insert = database.prepare(
    `INSERT INTO scan (id, sha256, file_name, kept_at, status, bytes) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  )
  const bySha = database.prepare<[string], RawScan>(`SELECT ${columns} FROM scan WHERE sha256 = ?`)
  const byId = database.prepare<[string], RawScan>(`SELECT ${columns} FROM scan WHERE id = ?`)
  const all = database.prepare<[], RawScan>(`SELECT ${columns} FROM scan`)
  const waiting = database.prepare<[], string>(
    `SELECT id FROM scan WHERE status = 'waiting' ORDER BY kept_at`,
  )
  const bytes = database.prepare<[string], Buffer>('SELECT bytes FROM scan WHERE id = ?')
  const status = database.prepare(
    'UPDATE scan SET status = ?, failure = ?, is_irs = ?, page_count = ?, rotations = ? WHERE id = ?',
  )
  return {
    insert: (scan: Pick<ScanRow, 'id' | 'sha256' | 'fileName' | 'keptAt'>, content: Uint8Array) => {
      insert.run(scan.id, scan.sha256, scan.fileName, scan.keptAt, content)
    },
    findBySha256(sha256: string): ScanRow | undefined {
      const row = bySha.get(sha256)
      return row && scanFromRow(row)
    },
    get(id: string): ScanRow {
      const row = byId.get(id)
      if (!row) throw new Error('library: no such scan')
      return scanFromRow(row)
    },
    list: (): ScanRow[] => all.all().map(scanFromRow),
    /** Ids of the scans that no reading has finished with, oldest first. */
    waiting: (): string[] => waiting.pluck().all(),
    getBytes(id: string): Uint8Array<ArrayBuffer> {
      const found = bytes.pluck().get(id)
      if (!found) throw new Error('library: no such scan')
      return new Uint8Array(found)
    },
    setRead: (id: string, isIrs: boolean | null, rotations: Rotation[]) =>
      status.run(
        'read',
        null,
        isIrs === null ? null : Number(isIrs),
        rotations.length,
        JSON.stringify(rotations),
        id,
      ),
    setFailed: (id: string, failure: string) => status.run('failed', failure, null, null, null, id),
    setWaiting: (id: string) => status.run('waiting', null, null, null, null, id),
  }
}

type RawScan = {
  id: string
  sha256: string
  file_name: string
  kept_at: string
  status: ScanRow['status']
  failure: string | null
  is_irs: number | null
  page_count: number | null
  rotations: string | null
}

const scanFromRow = (row: RawScan): ScanRow => ({
  id: row.id,
  sha256: row.sha256,
  fileName: row.file_name,
  keptAt: row.kept_at,
  status: row.status,
  failure: row.failure,
  isIrs: row.is_irs === null ? null : row.is_irs === 1,
  pageCount: row.page_count,
  rotations: row.rotations === null ? [] : z.array(Rotation).parse(JSON.parse(row.rotations)),
})
