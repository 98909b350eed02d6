import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { type LibrarySecret, newSecret } from '../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import { verifyLibrary } from '../../src/main/storage/backup/verify-library.ts'
import { openDatabase } from '../../src/main/storage/database.ts'
import type { Library } from '../../src/main/storage/open-library.ts'
import { openWith } from '../../src/main/storage/protection/unlock-library.ts'
import { recordHistory } from '../../src/main/storage/record-history.ts'
import { noAnswers } from '../../src/shared/model/appeal.ts'
import { Day } from '../../src/shared/model/day.ts'
import { type LetterId, noFacts } from '../../src/shared/model/letter.ts'
import { temporaryFolder } from '../support.ts'
import { attack } from './attack.ts'

const keptAt = '2026-11-22T12:00:00.000Z'

function open(file: string, secret: LibrarySecret | null): Library {
  const opened = openWith(file, secret)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value.library
}

/** What a person does in the app to a letter. */
function change(library: Library, id: LetterId, day: string): void {
  const noticeDate = Day.parse(day)
  const done = library.write(() =>
    recordHistory(
      library,
      () => [id],
      () => {
        library.letters.setConfirmed(id, { ...noFacts, noticeCode: 'LT11', noticeDate, amountDue: '1200.00' })
        library.letters.setAnswers(id, { ...noAnswers, reasons: [{ id: 'other', detail: day }] })
        library.events.replace(id, [{ kind: 'conferenceRequested', day: noticeDate, note: 'by phone' }])
      },
    ),
  )
  if (!done.ok) throw new Error(done.error.code)
}

/** Two letters, each with a confirmed date, answers, an event and a history. */
function makeLibrary(secret: LibrarySecret | null = null) {
  const file = join(temporaryFolder(), 'library.waymark')
  const library = open(file, secret)
  const ids = ['a.pdf', 'b.pdf'].flatMap((fileName) => {
    const kept = storeScan(library, { fileName, bytes: new Uint8Array(Buffer.from(fileName + file)), keptAt })
    if (!kept.ok) throw new Error(kept.error.code)
    return kept.value.ids
  })
  for (const id of ids) change(library, id, '2026-10-01')
  library.close()
  const [id, other] = ids
  if (!id || !other) throw new Error('no letter was made')
  return { file, id, other }
}

function issuesOf(file: string, secret: LibrarySecret | null = null) {
  const opened = openWith(file, secret)
  if (!opened.ok) return [{ what: 'structure' as const, letters: [], detail: opened.error.code }]
  opened.value.library.close()
  const database = openDatabase(file, secret)
  try {
    return verifyLibrary(database, file).issues
  } finally {
    database.close()
  }
}

const saidOf = (file: string, id: LetterId): string => {
  const issues = issuesOf(file)
  if (issues.length === 0) return 'nothing'
  const letters = new Set(issues.flatMap((issue) => issue.letters))
  return `${issues[0]?.what}: ${letters.size === 1 && letters.has(id) ? 'this letter' : [...letters].join()}`
}

const behindTheBack: [what: string, sql: string][] = [
  [
    'the date',
    `UPDATE letter SET confirmed = json_set(confirmed, '$.noticeDate', '2026-11-20') WHERE id = :id`,
  ],
  [
    'the notice code',
    `UPDATE letter SET confirmed = json_set(confirmed, '$.noticeCode', 'CP14') WHERE id = :id`,
  ],
  ['the amount', `UPDATE letter SET confirmed = json_set(confirmed, '$.amountDue', '1.00') WHERE id = :id`],
  ['the day of an event', `UPDATE case_event SET day = '2026-11-21' WHERE letter_id = :id`],
  ['an answer', `UPDATE letter SET answers = json_set(answers, '$.reasons', json('[]')) WHERE id = :id`],
  [
    'the newest step of the history',
    `UPDATE history SET changes = '[{"what":"kept"}]' WHERE id = (SELECT max(id) FROM history WHERE letter_id = :id)`,
  ],
  [
    'the time of a step',
    `DROP TRIGGER history_keeps_what_it_says;
     UPDATE history SET at = '2026-01-01T00:00:00.000Z' WHERE letter_id = :id;
     CREATE TRIGGER history_keeps_what_it_says BEFORE UPDATE OF id, letter_id, at, undoes ON history
    BEGIN SELECT RAISE(ABORT, 'history is append only'); END`,
  ],
  ['an event taken out', 'DELETE FROM case_event WHERE letter_id = :id'],
  [
    'the kept file, with its checksum',
    `UPDATE file SET bytes = x'00', sha256 =
     '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'
     WHERE scan_id = (SELECT scan_id FROM letter WHERE id = :id)`,
  ],
]

function edit(file: string, id: string, sql: string): void {
  const database = new SqliteDatabase(file)
  for (const statement of sql.includes('TRIGGER') ? sql.split(/;\n(?= {5})/) : [sql])
    database.exec(statement.replaceAll(':id', `'${id}'`))
  database.close()
}

for (const [what, sql] of behindTheBack) {
  attack(`a file without a passphrase changed with another tool: ${what}`, 'changed: this letter', () => {
    const { file, id } = makeLibrary()
    edit(file, id, sql)
    return saidOf(file, id)
  })
  attack(`a later change in the app over such a change: ${what}`, 'changed: this letter', () => {
    const { file, id } = makeLibrary()
    edit(file, id, sql)
    const library = open(file, null)
    change(library, id, '2026-10-02')
    library.close()
    return saidOf(file, id)
  })
}

attack('a letter removed with another tool', 'changed', () => {
  const { file, id } = makeLibrary()
  edit(
    file,
    id,
    `DELETE FROM case_event WHERE letter_id = :id; DELETE FROM letter_text WHERE letter_id = :id;
     DELETE FROM letter WHERE id = :id`,
  )
  return issuesOf(file)[0]?.what ?? 'nothing'
})

attack('a letter of another library put in, with its sums', 'changed', () => {
  const [own, foreign] = [makeLibrary(), makeLibrary()]
  const database = new SqliteDatabase(own.file)
  database.pragma('foreign_keys = OFF')
  database.exec(`ATTACH '${foreign.file}' AS other`)
  for (const table of ['letter', 'case_event', 'scan', 'file', 'record_sum'])
    database.exec(`INSERT OR IGNORE INTO ${table} SELECT * FROM other.${table}`)
  database.close()
  return [...new Set(issuesOf(own.file).map(({ what }) => what))].join() || 'nothing'
})

/** The covered rows, as whoever reads the library sees them. */
function rowsOf(file: string, secret: LibrarySecret): string | null {
  const database = openDatabase(file, secret)
  try {
    const tables = ['letter', 'case_event', 'mailing', 'exhibit', 'history', 'scan', 'file']
    return JSON.stringify(tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all()))
  } catch {
    return null
  } finally {
    database.close()
  }
}

const pageSize = 4096
const pageAt = (bytes: Buffer, page: number) => bytes.subarray(page * pageSize, (page + 1) * pageSize)

/** Each page alone, each two, and all but one. */
const setsOf = (pages: number[]): number[][] => [
  ...pages.flatMap((one, at) => [[one], ...pages.slice(at + 1).map((other) => [one, other])]),
  ...pages.map((left) => pages.filter((page) => page !== left)),
]

attack(
  'older pages of a protected library put back into the newer file, one, two, or all but one',
  'every set that shows an older record is noticed, but for the whole older state',
  () => {
    const secret = newSecret()
    const { file, id } = makeLibrary(secret)
    const older = readFileSync(file)
    const library = open(file, secret)
    change(library, id, '2026-10-02')
    library.close()
    const [newer, rows] = [readFileSync(file), rowsOf(file, secret)]
    const pages = Array.from({ length: newer.length / pageSize }, (_, page) => page).filter(
      (page) => !pageAt(older, page).equals(pageAt(newer, page)),
    )
    const olderFile = join(temporaryFolder(), 'older.waymark')
    writeFileSync(olderFile, older)
    const olderRows = rowsOf(olderFile, secret)
    const unnoticed: string[] = []
    let shown = 0
    for (const set of setsOf(pages)) {
      const mixed = Buffer.from(newer)
      for (const page of set) pageAt(older, page).copy(mixed, page * pageSize)
      const hybrid = join(temporaryFolder(), 'library.waymark')
      writeFileSync(hybrid, mixed)
      const seen = rowsOf(hybrid, secret)
      if (seen === null || seen === rows) continue
      shown += 1
      if (issuesOf(hybrid, secret).length === 0 && seen !== olderRows) unnoticed.push(set.join('+'))
    }
    return shown > 0 && unnoticed.length === 0
      ? 'every set that shows an older record is noticed, but for the whole older state'
      : `${shown} sets show something older, not noticed: ${unnoticed.join(' ')}`
  },
)

attack('a page of a protected library put in the place of another', 'it is not taken', () => {
  const secret = newSecret()
  const { file } = makeLibrary(secret)
  const bytes = readFileSync(file)
  pageAt(bytes, 2).copy(bytes, 3 * pageSize)
  writeFileSync(file, bytes)
  return issuesOf(file, secret).length > 0 ? 'it is not taken' : 'nothing'
})

attack('a page of one protected library put into another', 'it is not taken', () => {
  const [one, other] = [newSecret(), newSecret()]
  const [own, foreign] = [makeLibrary(one), makeLibrary(other)]
  const bytes = readFileSync(own.file)
  pageAt(readFileSync(foreign.file), 2).copy(bytes, 2 * pageSize)
  writeFileSync(own.file, bytes)
  return issuesOf(own.file, one).length > 0 ? 'it is not taken' : 'nothing'
})

attack('a healthy library, copied while it is closed', 'nothing', () => {
  const { file, id } = makeLibrary()
  const copy = join(temporaryFolder(), 'library.waymark')
  copyFileSync(file, copy)
  return saidOf(copy, id)
})
