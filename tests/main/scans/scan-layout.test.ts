import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pageCountOf, rotationsOf } from '../../../src/main/scans/scan-layout.ts'
import { storeScan } from '../../../src/main/scans/store-scan.ts'
import { type Library, openLibrary } from '../../../src/main/storage/open-library.ts'
import { temporaryFolder } from '../../support.ts'

let library: Library
let scanId: string
beforeEach(() => {
  const opened = openLibrary(join(temporaryFolder(), 'library.waymark'))
  if (!opened.ok) throw new Error(opened.error.code)
  library = opened.value
  const keptAt = '2026-11-22T12:00:00.000Z'
  const kept = storeScan(library, { fileName: 'a.pdf', bytes: new Uint8Array([1]), keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  scanId = kept.value.scanId
})
afterEach(() => library.close())

test('a person’s rotation comes before the one that was read, even where that is upright', () => {
  library.scans.setRead(scanId, true, [180, 90, 270])
  expect([1, 2, 3, 4].map(rotationsOf(library, scanId))).toEqual([180, 90, 270, 0])
  const turns = [
    { page: 1, rotation: 0 as const },
    { page: 3, rotation: 90 as const },
  ]
  library.scans.setLayoutOverride(scanId, { turns, letters: null, excludedPages: [] })
  expect([1, 2, 3, 4].map(rotationsOf(library, scanId))).toEqual([0, 90, 90, 0])
})

test('pages are not counted before every file has been opened', () => {
  expect(pageCountOf([{ pageCount: 2 }, { pageCount: 3 }])).toBe(5)
  expect(pageCountOf([{ pageCount: 2 }, { pageCount: null }])).toBeNull()
})
