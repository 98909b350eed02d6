import type { Database } from 'better-sqlite3'
import { LetterId } from '../../../shared/model/letter.ts'
import { foldedText } from '../../../shared/text/fold.ts'
import { ftsQuery } from '../search-index/fts-query.ts'
import type { SearchQuery } from '../search-index/search-query.ts'

/** All SQL for `letter_text` and its index: what is known about a letter besides its pages. */
export function createLetterTextsTable(database: Database) {
  const add = database.prepare('INSERT OR IGNORE INTO letter_text (letter_id) VALUES (?)')
  const idOf = database.prepare<[string], number>('SELECT id FROM letter_text WHERE letter_id = ?').pluck()
  const index = database.prepare('INSERT OR REPLACE INTO letter_search (rowid, text) VALUES (?, ?)')
  const search = database
    .prepare<[string, number], string>(
      `SELECT letter_id FROM letter_search JOIN letter_text ON letter_text.id = letter_search.rowid
       WHERE letter_search MATCH ? ORDER BY letter_search.rowid DESC LIMIT ?`,
    )
    .pluck()
  const without = database
    .prepare<[], string>(
      'SELECT id FROM letter WHERE NOT EXISTS (SELECT 1 FROM letter_text WHERE letter_id = letter.id)',
    )
    .pluck()
  return {
    store(id: LetterId, lines: readonly string[]): void {
      add.run(id)
      index.run(idOf.get(id), foldedText(lines))
    },
    /** Letters that may match, newest first; a caller that has enough stops. */
    *search(query: SearchQuery, limit: number): Iterable<LetterId> {
      for (const id of search.iterate(ftsQuery(query), limit)) yield LetterId.parse(id)
    },
    /** Letters that an older version stored. */
    lettersWithout: (): LetterId[] => without.all().map((id) => LetterId.parse(id)),
  }
}
