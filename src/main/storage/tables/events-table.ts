import type { Database } from 'better-sqlite3'
import { CaseEvent } from '../../../shared/model/case-event.ts'
import type { LetterId } from '../../../shared/model/letter.ts'
import { fromRecord } from '../library-failures.ts'

/** All SQL for `case_event`: what happened on which day, per letter, in the person's order. */
export function createEventsTable(database: Database) {
  const remove = database.prepare('DELETE FROM case_event WHERE letter_id = ?')
  const insert = database.prepare(
    'INSERT INTO case_event (letter_id, position, kind, day, note) VALUES (?, ?, ?, ?, ?)',
  )
  const all = database.prepare<[], RawEvent>(
    'SELECT letter_id, kind, day, note FROM case_event ORDER BY letter_id, position',
  )
  const ofLetter = database.prepare<[string], CaseEvent>(
    'SELECT kind, day, note FROM case_event WHERE letter_id = ? ORDER BY position',
  )
  return {
    replace(letterId: LetterId, events: CaseEvent[]) {
      remove.run(letterId)
      events.forEach((event, position) => {
        insert.run(letterId, position, event.kind, event.day, event.note)
      })
    },
    listOfLetter: (letterId: LetterId): CaseEvent[] => ofLetter.all(letterId).map(eventFromRow),
    /** Events by letter id. */
    list(): Map<string, CaseEvent[]> {
      const byLetter = new Map<string, CaseEvent[]>()
      for (const { letter_id, ...event } of all.all())
        byLetter.set(letter_id, [...(byLetter.get(letter_id) ?? []), eventFromRow(event)])
      return byLetter
    },
  }
}

const eventFromRow = fromRecord((row: Omit<RawEvent, 'letter_id'>) => CaseEvent.parse(row))

type RawEvent = { letter_id: string; kind: string; day: string; note: string }
