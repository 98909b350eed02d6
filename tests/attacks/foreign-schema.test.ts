import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { restoreBackup } from '../../src/main/storage/backup/restore.ts'
import { salvageLibrary } from '../../src/main/storage/backup/salvage.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { migrations } from '../../src/main/storage/migrations/index.ts'
import { openUnprotected } from '../../src/main/storage/protection/unlock-library.ts'
import { expectedSchema } from '../../src/main/storage/schema.ts'
import { Day } from '../../src/shared/model/day.ts'
import { noFacts } from '../../src/shared/model/letter.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const keptAt = '2026-11-22T12:00:00.000Z'

/** A library with one letter whose date a person confirmed. */
function makeLibrary(): string {
  const file = join(temporaryFolder(), 'library.waymark')
  const opened = openUnprotected(file)
  if (!opened.ok) throw new Error(opened.error.code)
  const { library } = opened.value
  const kept = storeScan(library, { fileName: 'a.pdf', bytes: new Uint8Array([1, 2, 3]), keptAt })
  const [id] = kept.ok ? kept.value.ids : []
  if (!id) throw new Error('no letter was made')
  const noticeDate = Day.parse('2026-10-01')
  library.write(() => library.letters.setConfirmed(id, { ...noFacts, noticeCode: 'LT11', noticeDate }))
  library.close()
  return file
}

/** Whatever somebody else may have written into the file that is handed on. */
const hostile: [what: string, block: string, sql: string][] = [
  [
    'a trigger that changes a confirmed date',
    'trigger later',
    `CREATE TRIGGER later AFTER INSERT ON history BEGIN
       UPDATE letter SET confirmed = json_set(confirmed, '$.noticeDate', '2026-11-20') WHERE confirmed IS NOT NULL; END`,
  ],
  [
    'a view that hides letters',
    'view letter, table hidden, table case_event, …',
    'ALTER TABLE letter RENAME TO hidden; CREATE VIEW letter AS SELECT * FROM hidden WHERE 0',
  ],
  ['an index that computes', 'index counts', `CREATE INDEX counts ON letter (json_extract(reading, '$.x'))`],
  ['a table of its own', 'table more', 'CREATE TABLE more (x)'],
  [
    'a table with a column more',
    'table setting, no table setting',
    `ALTER TABLE setting ADD COLUMN shown TEXT AS (json_extract(value, '$'))`,
  ],
  ['a table with a column less', 'table person, no table person', 'ALTER TABLE person DROP COLUMN form_8821'],
  ['one guard of the history less', 'no trigger history_stays', 'DROP TRIGGER history_stays'],
]

for (const [what, block, sql] of hostile) {
  const changed = () => {
    const file = makeLibrary()
    const database = new SqliteDatabase(file)
    database.pragma('legacy_alter_table = ON')
    database.exec(sql)
    database.close()
    return file
  }
  attack(`opening a library with ${what}`, `library.foreign-parts: ${block}`, () => {
    const opened = openUnprotected(changed())
    return opened.ok ? 'it is open' : `${opened.error.code}: ${opened.error.block}`
  })
  attack(`restoring a backup with ${what}`, `library.foreign-parts: ${block}`, () => {
    const from = changed()
    const file = join(temporaryFolder(), 'library.waymark')
    const none = { secret: null, slots: [] }
    const restored = restoreBackup({ from, file, ...none, present: undefined, now: keptAt })
    return restored.ok ? 'it is restored' : `${restored.error.code}: ${restored.error.block}`
  })
  attack(`checking a library with ${what}`, 'it is said', () => {
    const file = changed()
    const database = openDatabase(file, null)
    const { issues } = verifyLibrary(database, file)
    database.close()
    return issues.some(({ detail }) => detail.includes(block)) ? 'it is said' : JSON.stringify(issues)
  })
  attack(`salvaging a library with ${what}`, 'one letter of 2026-10-01, in a library of our own', () => {
    const to = join(temporaryFolder(), 'library.waymark')
    salvageLibrary(changed(), null, to)
    const opened = openUnprotected(to)
    if (!opened.ok) return opened.error.code
    const letters = opened.value.library.letters.list()
    opened.value.library.close()
    const dates = letters.map(({ confirmed }) => confirmed?.noticeDate)
    return `one letter of ${dates.join()}, in a library of our own`
  })
}

test('a library of each earlier version is exactly what the migrations of that version make', () => {
  for (let version = 1; version <= migrations.length; version += 1) {
    const file = join(temporaryFolder(), 'library.waymark')
    copyFileSync(join(import.meta.dirname, `../fixtures/schema/version-${version}.waymark`), file)
    const opened = openUnprotected(file)
    expect([version, opened.ok || opened.error]).toEqual([version, true])
    if (opened.ok) opened.value.library.close()
  }
  expect(expectedSchema(migrations.length).length).toBeGreaterThan(20)
})
