import type { Database } from 'better-sqlite3'
import { type Content, contentOf, createContents } from '../contents.ts'
import { UnreadableRecord } from '../library-failures.ts'

/** One stored file; a scan has one or more, read as one sequence of pages. */
export type FileRow = {
  id: string
  scanId: string
  sha256: string
  fileName: string
  /** ISO instant. */
  keptAt: string
  /** null until it has been opened. */
  pageCount: number | null
  /** What a person typed to open a locked PDF; needed to show its pages again. */
  password: string | null
}

/** The files as the reader takes them: their bytes are loaded when they are needed. */
export const contentsOf = (
  { files }: { files: Pick<ReturnType<typeof createFilesTable>, 'getBytes'> },
  rows: readonly FileRow[],
) => rows.map(({ id, sha256, password }) => ({ key: sha256, bytes: () => files.getBytes(id), password }))

/** All SQL for `file`: what was added, byte for byte. */
export function createFilesTable(database: Database) {
  const contents = createContents(database, 'file')
  const columns = 'id, scan_id, sha256, file_name, kept_at, page_count, password'
  const insert = database.prepare(
    `INSERT INTO file (id, scan_id, position, sha256, file_name, kept_at, bytes)
     VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 FROM file WHERE scan_id = ?), ?, ?, ?, ?)`,
  )
  const bySha = database.prepare<[string], RawFile>(`SELECT ${columns} FROM file WHERE sha256 = ?`)
  const ofScan = database.prepare<[string], RawFile>(
    `SELECT ${columns} FROM file WHERE scan_id = ? ORDER BY position`,
  )
  const all = database.prepare<[], RawFile>(`SELECT ${columns} FROM file ORDER BY scan_id, position`)
  const bytes = database.prepare<[string], Buffer>('SELECT bytes FROM file WHERE id = ?')
  const place = database.prepare('UPDATE file SET scan_id = ?, position = ? WHERE id = ?')
  const setPageCount = database.prepare('UPDATE file SET page_count = ? WHERE id = ?')
  const setPassword = database.prepare('UPDATE file SET password = ? WHERE id = ?')
  const inRow = (id: string): Buffer => {
    const found = bytes.pluck().get(id)
    if (!found) throw new UnreadableRecord('library: no such file')
    return found
  }
  return {
    /** After the files that the scan already has. */
    insert: (file: Omit<FileRow, 'pageCount' | 'password'>, content: Uint8Array) =>
      insert.run(
        file.id,
        file.scanId,
        file.scanId,
        file.sha256,
        file.fileName,
        file.keptAt,
        contents.put(file.id, contentOf(content)),
      ),
    findBySha256(sha256: string): FileRow | undefined {
      const row = bySha.get(sha256)
      return row && fileFromRow(row)
    },
    /** In the order of their pages. */
    listOfScan: (scanId: string): FileRow[] => ofScan.all(scanId).map(fileFromRow),
    /** Files by scan id, each in the order of their pages. */
    list(): Map<string, FileRow[]> {
      const byScan = new Map<string, FileRow[]>()
      for (const row of all.all())
        byScan.set(row.scan_id, [...(byScan.get(row.scan_id) ?? []), fileFromRow(row)])
      return byScan
    },
    getBytes: (id: string): Uint8Array<ArrayBuffer> => contents.get(id, inRow(id)),
    /** The same bytes part by part. */
    getContent: (id: string): Content => contents.read(id, inRow(id)),
    place: (id: string, scanId: string, position: number) => place.run(scanId, position, id),
    setPageCount: (id: string, count: number | null) => setPageCount.run(count, id),
    setPassword: (id: string, password: string | null) => setPassword.run(password, id),
  }
}

type RawFile = {
  id: string
  scan_id: string
  sha256: string
  file_name: string
  kept_at: string
  page_count: number | null
  password: string | null
}

const fileFromRow = (row: RawFile): FileRow => ({
  id: row.id,
  scanId: row.scan_id,
  sha256: row.sha256,
  fileName: row.file_name,
  keptAt: row.kept_at,
  pageCount: row.page_count,
  password: row.password,
})
