import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { storeReading } from '../../../src/main/scans/store-reading.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { noAnswers } from '../../../src/shared/model/appeal.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { noFacts, type Reading, type ScanReading } from '../../../src/shared/model/letter.ts'

const keptAt = '2026-11-22T12:00:00.000Z'
const scan = (text: string) => ({ fileName: 'letter.pdf', bytes: new TextEncoder().encode(text), keptAt })
const reading = (pages: number[], noticeCode: string): Reading => ({
  pages,
  facts: { ...noFacts, noticeCode },
  evidence: {},
})
const scanReading = (...letters: Reading[]): ScanReading => ({
  pageCount: 4,
  isIrs: true,
  letters,
  texts: [],
  msToNumber: null,
})

let file: string
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark')
})
function open(): Library {
  const library = openLibrary(file)
  if (!library.ok) throw new Error(library.error.code)
  return library.value
}
function kept(library: Library, text = 'one') {
  const result = storeScan(library, scan(text))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('a kept scan', () => {
  test('is unchanged byte for byte after the library was closed', () => {
    const library = open()
    const { scanId } = kept(library, 'the very bytes')
    library.close()
    const again = open()
    expect(new TextDecoder().decode(again.files.getBytes(scanId))).toBe('the very bytes')
    again.close()
  })

  test('is one letter when the same bytes come twice, and comes back from the trash', () => {
    const library = open()
    const first = kept(library)
    library.letters.setRemoved(first.ids[0]!, keptAt)
    const second = kept(library)
    expect(second).toEqual({ ...first, known: true })
    expect(library.letters.list()).toHaveLength(1)
    expect(library.letters.find(first.ids[0]!)?.removedAt).toBeNull()
    library.close()
  })

  test('an empty file is stored too', () => {
    const library = open()
    const { scanId } = kept(library, '')
    expect(library.files.getBytes(scanId)).toHaveLength(0)
    library.close()
  })
})

describe('a reading', () => {
  test('with two letters in one scan makes two letters', () => {
    const library = open()
    const { scanId } = kept(library)
    storeReading(library, scanId, scanReading(reading([1, 2], 'CP504'), reading([3, 4], 'LT11')))
    expect(library.letters.listOfScan(scanId).map((letter) => letter.reading?.facts.noticeCode)).toEqual([
      'CP504',
      'LT11',
    ])
    library.close()
  })

  test('read again keeps what a person confirmed and answered', () => {
    const library = open()
    const { scanId, ids } = kept(library)
    const id = ids[0]!
    storeReading(library, scanId, scanReading(reading([1], 'CP504')))
    library.letters.setConfirmed(id, { ...noFacts, noticeCode: 'CP504', noticeDate: Day.parse('2026-11-02') })
    library.letters.setAnswers(id, { ...noAnswers, name: 'Ana Sample' })
    storeReading(library, scanId, scanReading(reading([1], 'CP503')))
    const letter = library.letters.find(id)
    expect(letter?.confirmed?.noticeDate).toBe('2026-11-02')
    expect(letter?.answers.name).toBe('Ana Sample')
    expect(letter?.reading?.facts.noticeCode).toBe('CP503')
    library.close()
  })

  test('that finds no letter still leaves one letter with all pages', () => {
    const library = open()
    const { scanId } = kept(library)
    storeReading(library, scanId, { ...scanReading(), isIrs: false })
    expect(library.letters.listOfScan(scanId).map((letter) => letter.pages)).toEqual([[1, 2, 3, 4]])
    library.close()
  })
})

describe('opening', () => {
  test('another program’s database is refused and left as it is', () => {
    const other = new SqliteDatabase(file)
    other.exec('CREATE TABLE theirs (x)')
    other.close()
    const before = readFileSync(file)
    expect(openLibrary(file)).toEqual({ ok: false, error: { code: 'library.not-a-library' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a file that is no database is refused and left as it is', () => {
    writeFileSync(
      file,
      'a letter to my aunt, long enough to be no SQLite header at all ................................',
    )
    const before = readFileSync(file)
    expect(openLibrary(file)).toEqual({ ok: false, error: { code: 'library.not-a-library' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('a library of a newer version is refused', () => {
    open().close()
    const newer = new SqliteDatabase(file)
    newer.pragma('user_version = 99')
    newer.close()
    expect(openLibrary(file)).toEqual({ ok: false, error: { code: 'library.newer' } })
  })

  test('a write that throws half-way leaves nothing', () => {
    const library = open()
    expect(() =>
      library.write(() => {
        library.scans.insert({ id: 'a', keptAt })
        throw new Error('power cut')
      }),
    ).toThrow('power cut')
    expect(library.scans.list()).toEqual([])
    library.close()
  })
})
