import type { Database } from 'better-sqlite3'
import { Exhibit } from '../../../shared/model/exhibit.ts'
import type { LetterId } from '../../../shared/model/letter.ts'
import { type Content, contentOf, createContents } from '../contents.ts'
import { fromRecord, UnreadableRecord } from '../library-failures.ts'

/** All SQL for `exhibit`: additional files that go with a letter, in the person's order. */
export function createExhibitsTable(database: Database) {
  const contents = createContents(database, 'exhibit')
  const columns = 'letter_id, id, title, role, file_name, kept_at'
  const insert = database.prepare(
    `INSERT INTO exhibit (id, letter_id, position, title, role, file_name, kept_at, bytes)
     VALUES (?, ?, (SELECT coalesce(max(position), -1) + 1 FROM exhibit WHERE letter_id = ?), ?, ?, ?, ?, ?)`,
  )
  const all = database.prepare<[], RawExhibit>(
    `SELECT ${columns} FROM exhibit WHERE removed_at IS NULL ORDER BY letter_id, position`,
  )
  const ofLetter = database.prepare<[string], RawExhibit>(
    `SELECT ${columns} FROM exhibit WHERE letter_id = ? AND removed_at IS NULL ORDER BY position`,
  )
  const bytes = database.prepare<[string], Buffer>('SELECT bytes FROM exhibit WHERE id = ?')
  const remove = database.prepare('UPDATE exhibit SET removed_at = ? WHERE id = ? AND letter_id = ?')
  const idsWithRemoved = database
    .prepare<[string], string>('SELECT id FROM exhibit WHERE letter_id = ? ORDER BY position')
    .pluck()
  const inRow = (id: string): Buffer => {
    const found = bytes.pluck().get(id)
    if (!found) throw new UnreadableRecord('library: no such exhibit')
    return found
  }
  return {
    insert: (letterId: LetterId, exhibit: Exhibit, content: Uint8Array) =>
      insert.run(
        exhibit.id,
        letterId,
        letterId,
        exhibit.title,
        exhibit.role,
        exhibit.fileName,
        exhibit.keptAt,
        contents.put(exhibit.id, contentOf(content)),
      ),
    listOfLetter: (letterId: LetterId): Exhibit[] => ofLetter.all(letterId).map(exhibitFromRow),
    /** Exhibits by letter id. */
    list(): Map<string, Exhibit[]> {
      const byLetter = new Map<string, Exhibit[]>()
      for (const row of all.all())
        byLetter.set(row.letter_id, [...(byLetter.get(row.letter_id) ?? []), exhibitFromRow(row)])
      return byLetter
    },
    getBytes: (id: string): Uint8Array<ArrayBuffer> => contents.get(id, inRow(id)),
    /** The same bytes part by part. */
    getContent: (id: string): Content => contents.read(id, inRow(id)),
    /** Whether its bytes are those that were put in. */
    isWhole(id: string): boolean {
      const found = bytes.pluck().get(id)
      return found !== undefined && contents.isWhole(id, found)
    },
    /** It stays in the library, hidden, so that it can come back. */
    remove: (letterId: LetterId, id: string, removedAt: string) => remove.run(removedAt, id, letterId),
    /** Restores these and removes all others. */
    showOnly(letterId: LetterId, shown: ReadonlySet<string>, removedAt: string): void {
      for (const id of idsWithRemoved.all(letterId))
        remove.run(shown.has(id) ? null : removedAt, id, letterId)
    },
  }
}

type RawExhibit = {
  letter_id: string
  id: string
  title: string
  role: string
  file_name: string
  kept_at: string
}

const exhibitFromRow = fromRecord(
  (row: RawExhibit): Exhibit =>
    Exhibit.parse({
      id: row.id,
      title: row.title,
      role: row.role,
      fileName: row.file_name,
      keptAt: row.kept_at,
    }),
)
