import type { Database } from 'better-sqlite3'
import { type HistoryChange, HistoryStep } from '../../../shared/model/history.ts'
import { LetterId } from '../../../shared/model/letter.ts'
import { fromRecord } from '../library-failures.ts'
import { fromStored, toStored } from '../stored-names.ts'

/** All SQL for `history`: what happened to each letter, oldest first. */
export function createHistoryTable(database: Database) {
  const columns = 'id, at, changes, undoes'
  const insert = database.prepare('INSERT INTO history (letter_id, at, changes, undoes) VALUES (?, ?, ?, ?)')
  const ofLetter = database.prepare<[string], RawStep>(
    `SELECT ${columns} FROM history WHERE letter_id = ? ORDER BY id`,
  )
  const last = database.prepare<[string], RawStep>(
    `SELECT ${columns} FROM history WHERE letter_id = ? ORDER BY id DESC LIMIT 1`,
  )
  const amend = database.prepare('UPDATE history SET changes = ? WHERE id = ?')
  const newest = database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM history').pluck()
  const lettersAfter = database
    .prepare<[number], string>(
      'SELECT letter_id FROM history WHERE id > ? GROUP BY letter_id ORDER BY max(id) DESC',
    )
    .pluck()
  let now = () => new Date().toISOString()
  return {
    /** Steps are dated by this clock from now on. */
    dateBy(clock: () => string): void {
      now = clock
    },
    now: () => now(),
    insert: (id: LetterId, changes: HistoryChange[], undoes: number | null) =>
      insert.run(id, now(), toStored(changes), undoes),
    listOfLetter: (id: LetterId): HistoryStep[] => ofLetter.all(id).map(stepFromRow),
    lastOfLetter(id: LetterId): HistoryStep | undefined {
      const row = last.get(id)
      return row && stepFromRow(row)
    },
    /** Only the newest step of a letter can be amended. */
    amend: (step: number, changes: HistoryChange[]) => amend.run(toStored(changes), step),
    newestId: (): number => newest.get() ?? 0,
    /** Letters to which something happened after that step, latest first. */
    lettersAfter: (step: number): LetterId[] =>
      lettersAfter.all(step).map(fromRecord((id) => LetterId.parse(id))),
  }
}

type RawStep = { id: number; at: string; changes: string; undoes: number | null }

const stepFromRow = fromRecord(
  ({ changes, ...row }: RawStep): HistoryStep => HistoryStep.parse({ ...row, changes: fromStored(changes) }),
)
