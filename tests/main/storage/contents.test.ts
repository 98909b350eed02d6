import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { makePrivate } from '../../../src/main/files/temporary-files.ts'
import { newSecret } from '../../../src/main/keys/recovery-key.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { makeBackup } from '../../../src/main/storage/backup/backup.ts'
import { salvageLibrary } from '../../../src/main/storage/backup/salvage.ts'
import { verifyLibrary } from '../../../src/main/storage/backup/verify-library.ts'
import { copyDatabase } from '../../../src/main/storage/copy-database.ts'
import { openDatabase } from '../../../src/main/storage/database.ts'
import { openWith } from '../../../src/main/storage/protection/unlock-library.ts'
import { temporaryFolder } from '../../support.ts'
import { bytesOf, exhibit, keptAt, mapping, opened } from './full-library.ts'

/** Larger than what stays in a row, and no whole number of pieces. */
const large = new Uint8Array(randomBytes(9 * 1024 * 1024 + 123))
const [exhibitNumber, template] = [7, '00000000-0000-4000-8000-0000000000b1']

let file: string
/** A library with a large letter, a large exhibit of it, and a large form template. */
beforeEach(() => {
  file = join(temporaryFolder(), 'library.waymark')
})
function filled() {
  const library = opened(file)
  const kept = storeScan(library, { fileName: 'a.pdf', bytes: large, keptAt })
  const [id] = kept.ok ? kept.value.ids : []
  if (!kept.ok || !id) throw new Error('not kept')
  library.write(() => {
    library.exhibits.insert(id, exhibit(exhibitNumber, 'enclosure'), large.subarray(1))
    const sha256 = createHash('sha256').update(large.subarray(2)).digest('hex')
    const row = { id: template, sha256, form: '9423', fileName: 'f.pdf', keptAt, fieldMapping: mapping }
    library.formTemplates.insert(row, large.subarray(2))
  })
  return { library, id, scanId: kept.value.scanId, exhibitId: exhibit(exhibitNumber, 'enclosure').id }
}
function inDatabase<T>(work: (database: ReturnType<typeof openDatabase>) => T): T {
  const database = openDatabase(file, null)
  try {
    return work(database)
  } finally {
    database.close()
  }
}
const count = (sql: string) => inDatabase((database) => database.prepare(sql).pluck().get())
const isSame = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0

test('what is too large for a row is kept in pieces, and comes back byte for byte', () => {
  const { library, scanId, exhibitId } = filled()
  expect([
    isSame(library.files.getBytes(scanId), large),
    isSame(library.exhibits.getBytes(exhibitId), large.subarray(1)),
    isSame(library.formTemplates.getBytes(template), large.subarray(2)),
  ]).toEqual([true, true, true])
  library.close()
  expect(count('SELECT max(length(bytes)) FROM content_piece')).toBe(2 * 1024 * 1024)
  expect(count('SELECT max(length(bytes)) FROM file')).toBeLessThan(100)
})

test('a file that looks like the place of one in pieces is that file', () => {
  const { library } = filled()
  const lookalike = inDatabase(
    (database) => database.prepare<[], Buffer>('SELECT bytes FROM file').pluck().get() ?? Buffer.alloc(0),
  )
  const kept = storeScan(library, { fileName: 'b.pdf', bytes: new Uint8Array(lookalike), keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  expect(isSame(library.files.getBytes(kept.value.scanId), lookalike)).toBe(true)
  library.close()
})

test('no piece is left of what was deleted for good', () => {
  const { library, id } = filled()
  library.write(() => {
    library.deletion.deleteLetters([id])
    library.formTemplates.remove(template)
  })
  library.close()
  expect(count('SELECT count(*) FROM content_piece')).toBe(0)
})

test.each([
  ['file', 'original'],
  ['exhibit', 'record'],
  ['form_template', 'original'],
] as const)('a changed or lost piece is noticed: %s', (table, what) => {
  filled().library.close()
  const issues = () =>
    inDatabase((database) => verifyLibrary(database, file).issues.map((issue) => issue.what))
  expect(issues()).toEqual([])
  const run = (sql: string) => inDatabase((database) => database.exec(sql))
  const where = `WHERE content_id LIKE '${table} %' AND position = 1`
  run(`UPDATE content_piece SET bytes = zeroblob(length(bytes)) ${where}`)
  expect(issues()).toContain(what)
  run(`DELETE FROM content_piece ${where}`)
  expect(issues()).toContain(what)
})

test('a letter with a lost piece is damage that is said, and all else opens', () => {
  const { library, scanId, exhibitId } = filled()
  library.close()
  inDatabase((database) =>
    database.exec(`DELETE FROM content_piece WHERE content_id LIKE 'file %' AND position = 4`),
  )
  const again = opened(file)
  expect(() => again.files.getBytes(scanId)).toThrow('a piece of a file is lost')
  expect(again.exhibits.getBytes(exhibitId)).toHaveLength(large.length - 1)
  again.close()
})

test('a backup, a salvage, and a copy under another key have all pieces', () => {
  const { library, scanId, exhibitId } = filled()
  library.close()
  makeBackup({ file, secret: null, slots: [], madeAt: keptAt })
  const [saved, copied] = ['saved', 'copied'].map((name) => join(temporaryFolder(), name)) as [string, string]
  salvageLibrary(file, null, saved)
  const secret = newSecret()
  makePrivate(copied)
  inDatabase((database) => {
    const target = openDatabase(copied, secret)
    copyDatabase(database, target)
    target.pragma(`application_id = ${database.pragma('application_id', { simple: true })}`)
    target.close()
  })
  for (const [path, key] of [
    [saved, null],
    [copied, secret],
  ] as const) {
    const again = openWith(path, key)
    if (!again.ok) throw new Error(again.error.code)
    const { files, exhibits, close } = again.value.library
    expect([
      isSame(files.getBytes(scanId), large),
      isSame(exhibits.getBytes(exhibitId), large.subarray(1)),
    ]).toEqual([true, true])
    close()
  }
})

test('a salvage leaves no piece behind that belongs to nothing', () => {
  filled().library.close()
  inDatabase((database) => database.exec(`DELETE FROM exhibit`))
  const saved = join(temporaryFolder(), 'saved')
  salvageLibrary(file, null, saved)
  file = saved
  expect(count(`SELECT count(DISTINCT content_id) FROM content_piece`)).toBe(2)
})

test('a small file stays in its row', () => {
  const library = opened(file)
  storeScan(library, { fileName: 'a.pdf', bytes: bytesOf('a letter'), keptAt })
  library.close()
  expect(count('SELECT count(*) FROM content_piece')).toBe(0)
})
