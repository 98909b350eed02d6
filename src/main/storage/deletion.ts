import type { Database } from 'better-sqlite3'
import type { LetterId } from '../../shared/model/letter.ts'
import { createRunner } from './database.ts'

/**
 * Deletes letters for good. Files are deleted with the last letter of their scan, so that a letter in the
 * same file loses nothing. `deleteLetters` belongs inside a transaction; SQLite writes zeros over what it frees, and the rest
 * is for `wiping`.
 */
export function createDeletion(database: Database) {
  const scanOf = database.prepare<[string], string>('SELECT scan_id FROM letter WHERE id = ?').pluck()
  const inSight = database
    .prepare<[string], number>('SELECT count(*) FROM letter WHERE scan_id = ? AND superseded = 0')
    .pluck()
  const lettersOf = database.prepare<[string], string>('SELECT id FROM letter WHERE scan_id = ?').pluck()
  const run = createRunner(database)

  function deleteLetter(id: string): void {
    run('DELETE FROM mailing WHERE letter_id = ?', id)
    run(piecesOf('exhibit', 'letter_id'), id)
    run('DELETE FROM exhibit WHERE letter_id = ?', id)
    run('DELETE FROM case_event WHERE letter_id = ?', id)
    run('DELETE FROM letter_search WHERE rowid = (SELECT id FROM letter_text WHERE letter_id = ?)', id)
    run('DELETE FROM letter_text WHERE letter_id = ?', id)
    run('DELETE FROM letter WHERE id = ?', id)
  }

  function deleteScan(scanId: string): void {
    for (const id of lettersOf.all(scanId)) deleteLetter(id)
    run('DELETE FROM page_search WHERE rowid IN (SELECT id FROM page_text WHERE scan_id = ?)', scanId)
    run('DELETE FROM page_text WHERE scan_id = ?', scanId)
    run(piecesOf('file', 'scan_id'), scanId)
    run('DELETE FROM file WHERE scan_id = ?', scanId)
    run('DELETE FROM scan WHERE id = ?', scanId)
  }

  return {
    /** Returns how many of them left their file behind because other letters are in it. */
    deleteLetters(ids: readonly LetterId[]): number {
      const scans = new Map(ids.map((id) => [id, scanOf.get(id)]))
      for (const id of ids) deleteLetter(id)
      const stillUsed = new Set<string>()
      for (const scanId of new Set(scans.values())) {
        if (scanId === undefined) continue
        if (inSight.get(scanId) === 0) deleteScan(scanId)
        else stillUsed.add(scanId)
      }
      return [...scans.values()].filter((scanId) => scanId !== undefined && stillUsed.has(scanId)).length
    },
  }
}

const piecesOf = (table: 'file' | 'exhibit', column: string): string =>
  `DELETE FROM content_piece WHERE content_id IN (SELECT '${table} ' || id FROM ${table} WHERE ${column} = ?)`
