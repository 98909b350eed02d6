import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { storeReading } from '../../../src/main/scans/store-reading.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { noFacts, type Reading, type ScanReading } from '../../../src/shared/model/letter.ts'
import { column, pageOf } from '../reading/rules/page-support.ts'

let library: Library
let scanId: string
beforeEach(() => {
  const opened = openLibrary(join(mkdtempSync(join(tmpdir(), 'waymark-')), 'library.waymark'))
  if (!opened.ok) throw new Error(opened.error.code)
  library = opened.value
  const bytes = new TextEncoder().encode('a scan')
  const kept = storeScan(library, { fileName: 'scan.pdf', bytes, keptAt: '2026-11-22T12:00:00.000Z' })
  if (!kept.ok) throw new Error(kept.error.code)
  scanId = kept.value.scanId
})
afterEach(() => library.close())

const seen = {
  page: 1,
  box: [0, 0, 1, 1],
  raw: 'CP504',
  confidence: 1,
  rule: 'notice.header-box',
} satisfies Reading['evidence']['noticeCode']
const letter = (pages: number[], noticeCode: string): Reading => ({
  pages,
  facts: { ...noFacts, noticeCode },
  evidence: { noticeCode: seen },
})
const keep = (letters: Reading[], words: string[] = []) => {
  const reading: ScanReading = {
    pageCount: 4,
    isIrs: letters.length > 0,
    letters,
    texts: [pageOf(column(50, 100, ...words))],
    msToNumber: null,
  }
  storeReading(library, scanId, reading)
}
const stored = () =>
  library.letters.listOfScan(scanId).map(({ pages, reading }) => [pages, reading?.facts.noticeCode])

test('pages sorted differently by a newer reading are the same letter', () => {
  keep([letter([1, 2], 'CP501'), letter([3, 4], 'CP504')])
  keep([letter([2, 1], 'CP501'), letter([4, 3], 'CP504')])
  expect(stored()).toEqual([
    [[2, 1], 'CP501'],
    [[4, 3], 'CP504'],
  ])
})

test('a newer reading that splits a letter keeps the first part and adds the second', () => {
  keep([letter([1, 2, 3, 4], 'CP504')])
  const [id] = library.letters.listOfScan(scanId).map((row) => row.id)
  keep([letter([1, 2], 'CP504'), letter([3, 4], 'CP504')])
  expect(library.letters.listOfScan(scanId)[0]?.id).toBe(id)
  expect(stored()).toHaveLength(2)
})

test('scam indicators are stored with a paper in which no letter was found', () => {
  keep([], ['Pay with gift cards to avoid arrest.'])
  expect(library.letters.listOfScan(scanId)).toMatchObject([
    { pages: [1, 2, 3, 4], reading: { facts: noFacts, scamIndicators: ['gift-cards', 'arrest'] } },
  ])
})

test('earlier readings no longer count when a newer reading finds no letter', () => {
  keep([letter([1, 2], 'CP501')])
  keep([])
  expect(library.letters.listOfScan(scanId)).toMatchObject([{ pages: [1, 2, 3, 4], reading: null }])
})

test('such a paper becomes the letter that a newer reading finds in it', () => {
  keep([], ['Pay with gift cards.'])
  keep([letter([2, 3], 'CP504')])
  expect(stored()).toEqual([[[2, 3], 'CP504']])
})
