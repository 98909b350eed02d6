import type { Database } from 'better-sqlite3'
import type { LetterId } from '../../shared/model/letter.ts'
import { type Content, createContents } from './contents.ts'
import { createRunner } from './database.ts'
import type { ExportedLetter, ExportedScan, ExportIndex } from './export-format.ts'
import { toStored } from './stored-names.ts'

type ExhibitRow = {
  id: string
  removedAt: string | null
  title: string
  role: 'enclosure' | 'receipt'
  fileName: string
  keptAt: string
}

/**
 * What export reads and import writes beyond the methods of the tables: all letters of a scan in their order, exhibits that
 * were removed, too, and whole rows with the ids and instants that they had.
 */
export function createArchive(database: Database) {
  const exhibits = database.prepare<[string], ExhibitRow>(
    `SELECT id, title, role, file_name AS fileName, kept_at AS keptAt, removed_at AS removedAt
     FROM exhibit WHERE letter_id = ? ORDER BY position`,
  )
  const pages = database
    .prepare<[string], number>('SELECT page FROM page_text WHERE scan_id = ? ORDER BY page')
    .pluck()
  const hasLetter = database.prepare<[string], number>('SELECT count(*) FROM letter WHERE id = ?').pluck()
  const has = (table: 'scan' | 'file' | 'exhibit') => {
    const count = database.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE id = ?`).pluck()
    return ({ id }: { id: string }): boolean => count.get(id) !== 0
  }
  const [hasScan, hasFile, hasExhibit] = [has('scan'), has('file'), has('exhibit')]
  const run = createRunner(database)
  const files = createContents(database, 'file')
  const exhibitContents = createContents(database, 'exhibit')
  const templates = createContents(database, 'form_template')
  const hasTemplate = database
    .prepare<[string, string], number>('SELECT count(*) FROM form_template WHERE id = ? OR sha256 = ?')
    .pluck()
  return {
    listExhibits: (id: LetterId): ExhibitRow[] => exhibits.all(id),
    pagesWithText: (scanId: string): number[] => pages.all(scanId),
    hasLetter: (id: string): boolean => hasLetter.get(id) !== 0,
    /** Whether the library has a scan, a file or an exhibit with an id that stands here. */
    hasIdOf: (scan: ExportedScan, letters: readonly ExportedLetter[]): boolean =>
      hasScan(scan) ||
      scan.files.some(hasFile) ||
      [...letters, ...scan.absorbed].some(({ exhibits }) => exhibits.some(hasExhibit)),
    insertScan: (scan: ExportedScan, contentOf: ContentOf): void =>
      insertScan(run, scan, (file) => files.put(file.id, contentOf(file))),
    insertLetter: (scanId: string, letter: ExportedLetter, position: number, superseded: boolean): void =>
      insertLetter(run, scanId, letter, position, superseded),
    insertExhibits: (letter: ExportedLetter, contentOf: ContentOf): void =>
      insertExhibits(run, letter, (file) => exhibitContents.put(file.id, contentOf(file))),
    insertHistory: (letter: ExportedLetter): void => insertHistory(run, letter),
    /** One that is there already stays as it is. */
    insertTemplate(template: ExportIndex['blanks'][number], contentOf: ContentOf): void {
      if (hasTemplate.get(template.id, template.sha256) === 0)
        insertTemplate(run, template, templates.put(template.id, contentOf(template)))
    },
  }
}

type Run = ReturnType<typeof createRunner>
/** The content of an exported file, which has this hash. */
type ContentOf = (file: { path: string; sha256: string }) => Content
/** What goes into the row of a file or exhibit. */
type InRow<File> = (file: File) => Uint8Array
const json = (value: unknown) => (value === null ? null : toStored(value))

function insertScan(run: Run, scan: ExportedScan, inRow: InRow<ExportedScan['files'][number]>): void {
  run(
    `INSERT INTO scan (id, kept_at, status, failure, is_irs, rotations, arrangement) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    scan.id,
    scan.keptAt,
    scan.status,
    scan.failure,
    scan.isIrs === null ? null : Number(scan.isIrs),
    json(scan.rotations),
    json(scan.layoutOverride),
  )
  scan.files.forEach((file, position) => {
    run(
      `INSERT INTO file (id, scan_id, position, sha256, file_name, kept_at, page_count, password, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      file.id,
      scan.id,
      position,
      file.sha256,
      file.fileName,
      file.keptAt,
      file.pageCount,
      file.password,
      inRow(file),
    )
  })
}

function insertLetter(
  run: Run,
  scanId: string,
  letter: ExportedLetter,
  position: number,
  superseded: boolean,
): void {
  run(
    `INSERT INTO letter (id, scan_id, position, pages, reading, confirmed, answers, removed_at, superseded)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    letter.id,
    scanId,
    position,
    json(letter.pages),
    json(letter.reading),
    json(letter.confirmed),
    json(letter.answers),
    letter.removedAt,
    Number(superseded),
  )
}

function insertExhibits(
  run: Run,
  letter: ExportedLetter,
  inRow: InRow<ExportedLetter['exhibits'][number]>,
): void {
  letter.exhibits.forEach((exhibit, position) => {
    run(
      `INSERT INTO exhibit (id, letter_id, position, title, role, file_name, kept_at, bytes, removed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      exhibit.id,
      letter.id,
      position,
      exhibit.title,
      exhibit.role,
      exhibit.fileName,
      exhibit.keptAt,
      inRow(exhibit),
      exhibit.removedAt,
    )
  })
}

/** Steps get new ids; what they undo is renumbered with them. */
function insertHistory(run: Run, letter: ExportedLetter): void {
  const ids = new Map<number, number | bigint>()
  for (const { id, at, changes, undoes } of letter.history) {
    const undone = undoes === null ? null : (ids.get(undoes) ?? null)
    const sql = 'INSERT INTO history (letter_id, at, changes, undoes) VALUES (?, ?, ?, ?)'
    ids.set(id, run(sql, letter.id, at, toStored(changes), undone).lastInsertRowid)
  }
}

function insertTemplate(run: Run, template: ExportIndex['blanks'][number], bytes: Uint8Array): void {
  run(
    'INSERT INTO form_template (id, sha256, form, file_name, kept_at, field_mapping, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    template.id,
    template.sha256,
    template.form,
    template.fileName,
    template.keptAt,
    json(template.manifest),
    bytes,
  )
}
