import type { Database } from 'better-sqlite3'
import { Mailing } from '../../../shared/model/exhibit.ts'
import type { LetterId } from '../../../shared/model/letter.ts'
import { fromRecord } from '../library-failures.ts'

/** All SQL for `mailing`: what was sent when, per letter, in the person's order. */
export function createMailingsTable(database: Database) {
  const columns = 'letter_id, day, how, what, sent_to AS "to", number, receipt'
  const remove = database.prepare('DELETE FROM mailing WHERE letter_id = ?')
  const insert = database.prepare(
    'INSERT INTO mailing (letter_id, position, day, how, what, sent_to, number, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const all = database.prepare<[], RawMailing>(`SELECT ${columns} FROM mailing ORDER BY letter_id, position`)
  const ofLetter = database.prepare<[string], RawMailing>(
    `SELECT ${columns} FROM mailing WHERE letter_id = ? ORDER BY position`,
  )
  return {
    replace(letterId: LetterId, mailings: Mailing[]) {
      remove.run(letterId)
      mailings.forEach(({ day, how, what, to, number, receipt }, position) => {
        insert.run(letterId, position, day, how, what, to, number, receipt)
      })
    },
    listOfLetter: (letterId: LetterId): Mailing[] => ofLetter.all(letterId).map(mailingFromRow),
    /** Mailings by letter id. */
    list(): Map<string, Mailing[]> {
      const byLetter = new Map<string, Mailing[]>()
      for (const row of all.all())
        byLetter.set(row.letter_id, [...(byLetter.get(row.letter_id) ?? []), mailingFromRow(row)])
      return byLetter
    },
  }
}

type RawMailing = Mailing & { letter_id: string }
const mailingFromRow = fromRecord(({ letter_id: _, ...row }: RawMailing): Mailing => Mailing.parse(row))
