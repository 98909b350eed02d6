import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createCore } from '../../src/main/app/core.ts'
import { salvageLibrary } from '../../src/main/storage/backup/salvage.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import { indexesAgree } from '../../src/main/storage/indexes.ts'
import { temporaryFolder, testCore, testCoreOptions } from '../support.ts'
import { attack } from './attack.ts'
import { libraryWith } from './waymark-command.ts'

/* An index whose words are right and whose content leaves a letter out: SQLite believes it, and the list is too short. */

const letters = [1, 2, 3].map((each) => new Uint8Array(Buffer.from(`letter ${each}`)))

/** Makes the index with another content, and puts its right words back into the schema. */
function forge(file: string, index: string, made: (id: string, table: string) => string): void {
  const database = new SqliteDatabase(file)
  database.unsafeMode(true)
  const { sql, table } = database
    .prepare<[string], { sql: string; table: string }>(
      'SELECT sql, tbl_name AS "table" FROM sqlite_schema WHERE name = ?',
    )
    .get(index) ?? { sql: '', table: '' }
  const id = database.prepare<[], string>('SELECT id FROM letter LIMIT 1').pluck().get() ?? ''
  database.exec(`DROP INDEX ${index}; ${made(id, table)}`)
  database.pragma('writable_schema = ON')
  database.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(sql, index)
  database.pragma('schema_version = 9999')
  database.close()
}

const forgeries: [string, string, (id: string, table: string) => string][] = [
  [
    'leaves a letter out',
    'letter_of_scan',
    (id) => `CREATE INDEX letter_of_scan ON letter (scan_id, position) WHERE id <> '${id}'`,
  ],
  ['leads to the wrong scan', 'letter_of_scan', () => 'CREATE INDEX letter_of_scan ON letter (id, position)'],
  [
    'leaves a letter out of its number',
    'letter_of_notice',
    (id) => `CREATE INDEX letter_of_notice ON letter (scan_id, position) WHERE id <> '${id}'`,
  ],
  ['has no file', 'file_of_scan', () => 'CREATE INDEX file_of_scan ON file (scan_id, position) WHERE 0'],
]

for (const [name, index, made] of forgeries)
  attack(`a library whose index ${index} ${name}`, 'damaged, and all letters are saved', () => {
    const file = libraryWith(letters)
    forge(file, index, made)
    const core = createCore(testCoreOptions(file))
    const state = core.state()
    const saved = salvageLibrary(file, null, join(temporaryFolder(), 'saved.waymark'))
    return core
      .close()
      .then(() =>
        state.kind === 'unavailable' && state.code === 'library.damaged' && saved?.verified.letters === 3
          ? 'damaged, and all letters are saved'
          : `${JSON.stringify(state)}, ${saved?.verified.letters} letters saved`,
      )
  })

test('the indexes of a library that the app wrote to agree, also after a kill left its log', async () => {
  const file = join(temporaryFolder(), 'library.waymark')
  const core = testCore(file)
  for (const bytes of letters) await core.api['letter:add']({ fileName: 'a.txt', bytes })
  const copy = join(temporaryFolder(), 'library.waymark')
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end)
  await core.close()
  for (const each of [file, copy]) {
    const database = openDatabase(each, null)
    expect(indexesAgree(database)).toBe(true)
    database.close()
  }
  expect(readFileSync(file).length).toBeGreaterThan(0)
})
