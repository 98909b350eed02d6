import type { Database } from 'better-sqlite3'
import { noAnswers } from '../../../shared/model/appeal.ts'
import { LetterId } from '../../../shared/model/letter.ts'
import { failureFromThrown, fromRecord } from '../library-failures.ts'
import type { Library } from '../open-library.ts'
import { withoutTriggers } from './salvage-links.ts'

/**
 * Removes from a salvaged library what this app could not have written, because its bytes were changed on the disk: one such
 * record would else keep the person from all others. As little as possible goes: of a letter what was read of it before
 * what a person said. Answers with how many records lost something.
 */
export function dropUnreadable(database: Database, library: Library): number {
  let lost = 0
  withoutTriggers(database, () => {
    lost += repairRecords(database, 'letter', letterRepairs, (id) => library.letters.find(letterIdOf(id)))
    lost += repairRecords(database, 'scan', scanRepairs, (id) => library.scans.get(id))
    lost += repairRecords(database, 'form_template', templateRepairs, (id) => library.formTemplates.find(id))
    for (const [table, list] of [
      ['case_event', library.events.listOfLetter],
      ['mailing', library.mailings.listOfLetter],
      ['exhibit', library.exhibits.listOfLetter],
      ['history', library.history.listOfLetter],
    ] as const)
      for (const id of textsOf(database, 'letter', 'id')) {
        const letter = LetterId.parse(id)
        lost += dropRows(database, `${table} WHERE letter_id = ?`, [id], () => list(letter))
      }
    lost += dropRows(database, 'person WHERE ?', [1], library.people.list)
  })
  return lost
}

const letterIdOf = fromRecord((id: string) => LetterId.parse(id))

/** One after the other until the record can be read; what is left to do then is to remove it. */
const letterRepairs = [
  'reading = NULL',
  'confirmed = NULL',
  `answers = '${JSON.stringify(noAnswers)}'`,
  `pages = '[]'`,
]
const scanRepairs = ['rotations = NULL', 'arrangement = NULL']
const templateRepairs = ['field_mapping = NULL']

function repairRecords(
  database: Database,
  table: string,
  repairs: readonly string[],
  read: (id: string) => unknown,
): number {
  const damaged = textsOf(database, table, 'id').filter((id) => !isReadable(() => read(id)))
  for (const id of damaged) {
    const needed = repairs.find((repair) => {
      database.prepare(`UPDATE ${table} SET ${repair} WHERE id = ?`).run(id)
      return isReadable(() => read(id))
    })
    if (needed === undefined) database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
  }
  return damaged.length
}

/** Takes the rows out and puts back one by one those with which all can still be read. */
function dropRows(database: Database, rows: string, values: unknown[], list: () => unknown): number {
  if (isReadable(list)) return 0
  const table = rows.split(' ')[0] ?? ''
  const found = database
    .prepare<unknown[], Record<string, unknown>>(`SELECT rowid AS "rowid", * FROM ${rows}`)
    .all(...values)
  database.prepare(`DELETE FROM ${rows}`).run(...values)
  let lost = 0
  for (const row of found) {
    const names = Object.keys(row)
    database
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row))
    if (isReadable(list)) continue
    database.prepare(`DELETE FROM ${table} WHERE rowid = ?`).run(row.rowid)
    lost += 1
  }
  return lost
}

const textsOf = (database: Database, table: string, column: string): string[] =>
  database.prepare<[], string>(`SELECT ${column} FROM ${table}`).pluck().all()

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (!failureFromThrown(error)) throw error
    return false
  }
}
