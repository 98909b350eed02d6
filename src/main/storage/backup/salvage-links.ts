import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { noAnswers } from '../../../shared/model/appeal.ts'
import { keysOfContents } from '../contents.ts'
import { tablesOf } from '../database.ts'

/**
 * Puts back what ties letters and originals together, so that neither goes with the other: a scan of which only its letter
 * or its file was found, and a letter for a file that was found without one. Such a scan is read anew. What belongs to
 * nothing afterwards is removed. Answers with how many records were lost and made anew.
 */
export function repairLinks(saved: Database): number {
  // Before the fourth version a scan was its file.
  const hasFiles = tablesOf(saved).includes('file')
  const anew = (hasFiles ? makeScans(saved) : 0) + makeLetters(saved, hasFiles ? 'file' : 'scan')
  if (hasFiles)
    saved
      .prepare(
        'DELETE FROM scan WHERE id NOT IN (SELECT scan_id FROM letter) AND id NOT IN (SELECT scan_id FROM file)',
      )
      .run()
  withoutTriggers(saved, () => {
    loosenLinks(saved)
    removeOrphans(saved)
    if (tablesOf(saved).includes('content_piece'))
      saved.exec(`DELETE FROM content_piece WHERE content_id NOT IN (${keysOfContents})`)
  })
  return anew
}

function makeScans(saved: Database): number {
  return saved
    .prepare(
      `INSERT INTO scan (id, kept_at, status)
       SELECT scan_id, coalesce(min(kept_at), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
         CASE WHEN min(kept_at) IS NULL THEN 'read' ELSE 'waiting' END
       FROM (SELECT scan_id, kept_at FROM file UNION ALL SELECT scan_id, NULL FROM letter)
       WHERE scan_id NOT IN (SELECT id FROM scan) GROUP BY scan_id`,
    )
    .run().changes
}

function makeLetters(saved: Database, keeping: 'file' | 'scan'): number {
  const ofFile = keeping === 'file' ? 'SELECT scan_id FROM file' : 'SELECT id FROM scan'
  const without = saved
    .prepare<[], string>(
      `SELECT id FROM scan WHERE id NOT IN (SELECT scan_id FROM letter) AND id IN (${ofFile})`,
    )
    .pluck()
    .all()
  const insert = saved.prepare(
    `INSERT INTO letter (id, scan_id, position, pages, answers) VALUES (?, ?, 0, '[]', ?)`,
  )
  const wait = saved.prepare(`UPDATE scan SET status = 'waiting', failure = NULL WHERE id = ?`)
  for (const scanId of without) {
    insert.run(randomUUID(), scanId, JSON.stringify(noAnswers))
    wait.run(scanId)
  }
  return without.length
}

/** A mailing stays without its receipt, and a step of the history without the one that it undid. */
function loosenLinks(saved: Database): void {
  const loosened = [
    ['mailing', 'receipt', 'exhibit'],
    ['history', 'undoes', 'history'],
  ].filter(([table]) => tablesOf(saved).includes(table ?? ''))
  for (const [table, column, other] of loosened)
    saved.exec(`UPDATE ${table} SET ${column} = NULL WHERE ${column} NOT IN (SELECT id FROM ${other})`)
}

/** The history is append only; here it is being put together. */
export function withoutTriggers(saved: Database, work: () => void): void {
  const triggers = saved
    .prepare<[], { name: string; sql: string }>(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all()
  for (const { name } of triggers) saved.exec(`DROP TRIGGER "${name}"`)
  work()
  for (const { sql } of triggers) saved.exec(sql)
}

function removeOrphans(saved: Database): void {
  const orphans = () => saved.pragma('foreign_key_check') as { table: string; rowid: number }[]
  for (let found = orphans(); found.length > 0; found = orphans())
    for (const { table, rowid } of found) saved.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
}
