import type { Database } from 'better-sqlite3'
import { CasePerson } from '../../../shared/model/case-person.ts'
import { fromRecord } from '../library-failures.ts'

/** All SQL for `person`. */
export function createPeopleTable(database: Database) {
  const save = database.prepare(
    `INSERT INTO person (name, role, representative, form_2848, form_8821) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role, representative = excluded.representative,
       form_2848 = excluded.form_2848, form_8821 = excluded.form_8821`,
  )
  const all = database.prepare(
    'SELECT name, role, representative, form_2848 AS form2848, form_8821 AS form8821 FROM person ORDER BY name',
  )
  return {
    save: ({ name, role, representative, form2848, form8821 }: CasePerson) =>
      save.run(name, role, representative, form2848, form8821),
    list: (): CasePerson[] => all.all().map(fromRecord((row) => CasePerson.parse(row))),
  }
}
