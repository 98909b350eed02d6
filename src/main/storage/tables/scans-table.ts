import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { PageLayoutOverride, Rotation } from '../../../shared/model/page-layout-override.ts'
import { fromRecord, UnreadableRecord } from '../library-failures.ts'
import { fromStored, toStored } from '../stored-names.ts'

export type ScanRow = {
  id: string
  keptAt: string
  status: 'waiting' | 'read' | 'failed'
  failure: string | null
  isIrs: boolean | null
  /** Clockwise degrees that make each page upright, first page first. */
  rotations: Rotation[]
  /** What a person said about the pages. */
  layoutOverride: PageLayoutOverride | null
}

/** All SQL for `scan`: files that are read as one sequence of pages, and the result. */
export function createScansTable(database: Database) {
  const columns = 'id, kept_at, status, failure, is_irs, rotations, arrangement'
  const insert = database.prepare(`INSERT INTO scan (id, kept_at, status) VALUES (?, ?, 'waiting')`)
  const byId = database.prepare<[string], RawScan>(`SELECT ${columns} FROM scan WHERE id = ?`)
  const all = database.prepare<[], RawScan>(`SELECT ${columns} FROM scan`)
  const waiting = database.prepare<[number], string>(
    `SELECT id FROM scan WHERE status = 'waiting' ORDER BY kept_at LIMIT ?`,
  )
  const read = database.prepare(
    `UPDATE scan SET status = 'read', failure = NULL, is_irs = ?, rotations = ? WHERE id = ?`,
  )
  const failed = database.prepare(
    `UPDATE scan SET status = 'failed', failure = ?, is_irs = NULL WHERE id = ?`,
  )
  const wait = database.prepare(`UPDATE scan SET status = 'waiting', failure = NULL WHERE id = ?`)
  const arrange = database.prepare('UPDATE scan SET arrangement = ? WHERE id = ?')
  const rotate = database.prepare('UPDATE scan SET rotations = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM scan WHERE id = ?')
  return {
    insert: (scan: Pick<ScanRow, 'id' | 'keptAt'>) => insert.run(scan.id, scan.keptAt),
    get(id: string): ScanRow {
      const row = byId.get(id)
      if (!row) throw new UnreadableRecord('library: no such scan')
      return scanFromRow(row)
    },
    list: (): ScanRow[] => all.all().map(scanFromRow),
    /** The ids of the scans that still have to be read, oldest first; at most `most`. */
    waiting: (most = -1): string[] => waiting.pluck().all(most),
    setRead: (id: string, isIrs: boolean | null, rotations: Rotation[]) =>
      read.run(isIrs === null ? null : Number(isIrs), JSON.stringify(rotations), id),
    setFailed: (id: string, failure: string) => failed.run(failure, id),
    /** The rotation of its pages stays known until the next reading has looked. */
    setWaiting: (id: string) => wait.run(id),
    setRotations: (id: string, rotations: Rotation[]) => rotate.run(JSON.stringify(rotations), id),
    setLayoutOverride: (id: string, layoutOverride: PageLayoutOverride | null) =>
      arrange.run(layoutOverride === null ? null : toStored(layoutOverride), id),
    remove: (id: string) => remove.run(id),
  }
}

type RawScan = {
  id: string
  kept_at: string
  status: ScanRow['status']
  failure: string | null
  is_irs: number | null
  rotations: string | null
  arrangement: string | null
}

const scanFromRow = fromRecord(
  (row: RawScan): ScanRow => ({
    id: row.id,
    keptAt: row.kept_at,
    status: row.status,
    failure: row.failure,
    isIrs: row.is_irs === null ? null : row.is_irs === 1,
    rotations: row.rotations === null ? [] : z.array(Rotation).parse(JSON.parse(row.rotations)),
    layoutOverride: row.arrangement === null ? null : PageLayoutOverride.parse(fromStored(row.arrangement)),
  }),
)
