import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '../../../src/main/storage/migrations/index.ts'
import { openLibrary } from '../../../src/main/storage/open-library.ts'
import { createLettersTable } from '../../../src/main/storage/tables/letters-table.ts'
import type { FieldMapping } from '../../../src/shared/appeals/official-form.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { LetterId, noFacts } from '../../../src/shared/model/letter.ts'

const scanId = '00000000-0000-4000-8000-00000000000a'
const failedId = '00000000-0000-4000-8000-00000000000b'
const letterId = LetterId.parse('00000000-0000-4000-8000-000000000001')
const facts = { ...noFacts, noticeCode: 'CP504', taxpayerName: 'ALMA EXAMPLE' }

/** A library as the second version of its schema left it, with something in every table. */
function libraryOfVersion2(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
  const database = new SqliteDatabase(file)
  for (const step of migrations.slice(0, 2)) database.exec(step)
  database.pragma('user_version = 2')
  database.pragma(`application_id = ${0x57796d6b}`)
  const run = (sql: string, ...values: unknown[]) => database.prepare(sql).run(...values)
  const scan = `INSERT INTO scan (id, sha256, file_name, kept_at, status, failure, is_irs, page_count, rotations, bytes)
    VALUES (?, ?, ?, '2026-11-01T08:00:00.000Z', ?, ?, ?, ?, ?, ?)`
  run(scan, scanId, 'aa', 'letter.pdf', 'read', null, 1, 2, '[0,180]', Buffer.from('the very bytes'))
  run(scan, failedId, 'bb', 'other.pdf', 'failed', 'scan.damaged', null, null, null, Buffer.from(''))
  const letter = `INSERT INTO letter (id, scan_id, position, pages, reading, confirmed, answers) VALUES (?, ?, 0, ?, ?, ?, ?)`
  const reading = JSON.stringify({ pages: [2, 1], facts, evidence: {} })
  run(letter, letterId, scanId, '[2,1]', reading, JSON.stringify(facts), JSON.stringify(noAnswers))
  run(letter, letterId.replace(/1$/, '2'), failedId, '[]', null, null, JSON.stringify(noAnswers))
  run(`INSERT INTO case_event VALUES (?, 0, 'conferenceRequested', '2026-11-20', 'by phone')`, letterId)
  run(
    `INSERT INTO exhibit VALUES ('00000000-0000-4000-8000-0000000000ee', ?, 0, 'Receipt', 'receipt', 'r.jpg', '2026-11-21T08:00:00.000Z', ?)`,
    letterId,
    Buffer.from('a receipt'),
  )
  run(
    `INSERT INTO mailing VALUES (?, 0, '2026-11-21', 'certified', 'Form 9423', 'IRS', '', '00000000-0000-4000-8000-0000000000ee')`,
    letterId,
  )
  database.close()
  return file
}

test('a library of version 2 is migrated without loss', () => {
  const opened = openLibrary(libraryOfVersion2())
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  expect(library.scans.get(scanId)).toEqual({
    id: scanId,
    keptAt: '2026-11-01T08:00:00.000Z',
    status: 'read',
    failure: null,
    isIrs: true,
    rotations: [0, 180],
    layoutOverride: null,
  })
  expect(library.scans.get(failedId)).toMatchObject({ status: 'failed', failure: 'scan.damaged' })
  const [file] = library.files.listOfScan(scanId)
  expect(file).toMatchObject({ sha256: 'aa', fileName: 'letter.pdf', pageCount: 2, password: null })
  expect(Buffer.from(library.files.getBytes(file?.id ?? '')).toString()).toBe('the very bytes')
  expect(library.files.listOfScan(failedId)).toMatchObject([{ fileName: 'other.pdf', pageCount: null }])
  expect(library.letters.list()).toHaveLength(2)
  expect(library.letters.find(letterId)).toMatchObject({
    pages: [2, 1],
    confirmed: facts,
    reading: { facts },
    superseded: false,
  })
  expect(library.events.listOfLetter(letterId)).toHaveLength(1)
  expect(library.exhibits.listOfLetter(letterId)).toHaveLength(1)
  expect(library.mailings.listOfLetter(letterId)).toHaveLength(1)
  library.close()
})

/** A library as the seventh version left it, with a form template whose fields were mapped and a letter that was superseded. */
function libraryOfVersion7(): string {
  const file = libraryOfVersion2()
  const database = new SqliteDatabase(file)
  database.pragma('foreign_keys = OFF')
  for (const step of migrations.slice(2, 7)) database.exec(step)
  database.pragma('user_version = 7')
  database
    .prepare(`INSERT INTO blank VALUES (?, 'cc', '9423', 'f9423.pdf', '2026-11-21T08:00:00.000Z', ?, ?)`)
    .run('00000000-0000-4000-8000-0000000000bb', JSON.stringify(mapping), Buffer.from('a form'))
  database.prepare('UPDATE letter SET absorbed = 1 WHERE id <> ?').run(letterId)
  database.close()
  return file
}

const mapping: FieldMapping = {
  form: '9423',
  revision: 'Rev. 1-2026',
  title: 'Collection Appeal Request',
  pages: 1,
  mail: [1],
  marks: [],
  buttons: [],
  fields: [],
}

test('a library of version 7 keeps what it said under the older names of its columns', () => {
  const opened = openLibrary(libraryOfVersion7())
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  expect(library.letters.list().map(({ id }) => id)).toEqual([letterId])
  expect(library.letters.listOfScanWithSuperseded(failedId)).toMatchObject([{ superseded: true }])
  expect(library.letters.find(letterId)).toMatchObject({ superseded: false, confirmed: facts })
  const [template] = library.formTemplates.list()
  expect(template).toMatchObject({ form: '9423', fileName: 'f9423.pdf', fieldMapping: mapping })
  expect(Buffer.from(library.formTemplates.getBytes(template?.id ?? '')).toString()).toBe('a form')
  library.close()
})

/** How SQLite goes about the statement that `work` runs last. */
function planOf(file: string, work: (database: Database) => void): string {
  const statements: string[] = []
  const database = new SqliteDatabase(file, { verbose: (sql) => statements.push(String(sql)) })
  work(database)
  const plan = database.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${statements.at(-1)}`).all()
  database.close()
  return plan.map(({ detail }) => detail).join('; ')
}

test('other letters of a notice and the mailings of a receipt are looked up in an index', () => {
  const file = libraryOfVersion7()
  const opened = openLibrary(file)
  if (!opened.ok) throw new Error(opened.error.code)
  // With a handful of letters the planner is right to read them all.
  opened.value.write(() => {
    for (let at = 0; at < 300; at += 1) {
      const id = LetterId.parse(`00000000-0000-4000-8000-1${String(at).padStart(11, '0')}`)
      opened.value.letters.insert({ id, scanId, pages: [1], reading: null, answers: noAnswers }, at + 1)
      opened.value.letters.setConfirmed(id, { ...facts, noticeCode: `CP${at}` })
    }
  })
  opened.value.close()
  const ofNotice = planOf(file, (database) =>
    createLettersTable(database).listOfNotice('CP504', '2026-10-01'),
  )
  expect(ofNotice).toMatch(/USING INDEX letter_of_notice \(<expr>=\? AND <expr>=\?\)/)
  const ofReceipt = planOf(file, (database) =>
    database.prepare('SELECT 1 FROM mailing WHERE receipt = ?').get('00000000-0000-4000-8000-0000000000ee'),
  )
  expect(ofReceipt).toMatch(/INDEX mailing_of_receipt \(receipt=\?\)/)
})

test('rows that refer to a missing row are still refused after the migration', () => {
  const file = libraryOfVersion2()
  const opened = openLibrary(file)
  if (!opened.ok) throw new Error(opened.error.code)
  expect(() => opened.value.scans.remove(scanId)).toThrow(/FOREIGN KEY/)
  opened.value.close()
})
