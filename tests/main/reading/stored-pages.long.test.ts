import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openScan } from '../../../src/main/reading/files/open-scan.ts'
import { createRecognizer, type Recognizer } from '../../../src/main/reading/ocr/recognizer.ts'
import { storedPage } from '../../../src/main/reading/ocr/stored-page.ts'
import { readScan } from '../../../src/main/reading/read-scan.ts'
import { openLibrary } from '../../../src/main/storage/open-library.ts'
import { factNames, type PageText, type Reading, type ScanReading } from '../../../src/shared/model/letter.ts'
import type { PageLayoutOverride } from '../../../src/shared/model/page-layout-override.ts'
import { typedPicture } from '../../fixtures/typed-picture.ts'
import { resources, temporaryFolder } from '../../support.ts'
import { law } from './reading-support.ts'

/** How often the engine was called. */
let calls = 0
const engine = createRecognizer(join(resources, 'tessdata'), 2)
const recognizer: Recognizer = {
  ...engine,
  words: (...asked) => {
    calls++
    return engine.words(...asked)
  },
}
afterAll(() => engine.close())

/** Two pages of two letters; the first was fed in crooked. */
let files: { bytes: Uint8Array }[]
let first: ScanReading
let kept: PageText[]
beforeAll(async () => {
  const crooked = sharp(await typedPicture({ code: 'CP501' }, 1200)).rotate(2, { background: '#fff' })
  const straight = await typedPicture({ code: 'CP504', date: 'June 8, 2026' }, 1200)
  files = [{ bytes: new Uint8Array(await crooked.jpeg().toBuffer()) }, { bytes: new Uint8Array(straight) }]
  first = await read()
  kept = throughLibrary(first.texts)
})

async function read(
  before: PageText[] = [],
  part: Partial<PageLayoutOverride> | null = null,
): Promise<ScanReading> {
  calls = 0
  const scan = await openScan(files)
  if (!scan.ok) throw new Error(scan.error.code)
  const result = await readScan(scan.value, {
    numbers: law,
    layoutOverride: part && { turns: [], letters: null, excludedPages: [], ...part },
    storedPages: before,
    recognizer,
    witness: { read: async () => null },
    atOnce: 2,
    onPage: () => {},
    onFirstNumber: () => {},
    canceled: () => false,
    elapsed: () => 0,
  })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** The pages as the library gives them back. */
function throughLibrary(texts: PageText[]): PageText[] {
  const opened = openLibrary(join(temporaryFolder(), 'library.waymark'))
  if (!opened.ok) throw new Error(opened.error.code)
  const library = opened.value
  library.scans.insert({ id: 'scan', keptAt: '2026-11-22T12:00:00.000Z' })
  library.pageTexts.store('scan', texts)
  const pages = library.pageTexts.list('scan')
  library.pageTexts.outdate('scan')
  expect(library.pageTexts.list('scan').map((page) => page.deskewed)).toEqual(texts.map(() => undefined))
  expect(library.pageTexts.list('scan').map((page) => page.lines)).toEqual(pages.map((page) => page.lines))
  library.close()
  return pages
}

const facts = ({ letters }: ScanReading) => letters.map((letter) => [letter.pages, letter.facts])
const turn = (page: number, rotation: 0 | 90 | 180 | 270) => ({ turns: [{ page, rotation }] })

test('unchanged pages are not read again, and give the same facts at the same places', async () => {
  expect(first.letters.map((letter) => letter.facts.noticeCode)).toEqual(['CP501', 'CP504'])
  const again = await read(kept)
  expect(calls).toBe(0)
  expect(facts(again)).toEqual(facts(first))
  again.letters.forEach((letter, at) => {
    expectSamePlaces(letter, first.letters[at])
  })
  expect(throughLibrary(again.texts)).toEqual(kept)
})

function expectSamePlaces(letter: Reading, before: Reading | undefined): void {
  for (const name of factNames) {
    const [now, then] = [letter.evidence[name], before?.evidence[name]]
    expect(now?.raw).toBe(then?.raw)
    for (const [at, value] of (now?.box ?? []).entries()) expect(value).toBeCloseTo(then?.box[at] ?? -1, 2)
  }
}

test('combined into one letter, its pages are not read again', async () => {
  const one = await read(kept, { letters: [{ pages: [1, 2], inThisOrder: true }] })
  expect(calls).toBe(0)
  expect(one.letters.map((letter) => letter.pages)).toEqual([[1, 2]])
})

test('only a rotated page is read, and it is read again when the rotation is undone', async () => {
  const turned = await read(kept, turn(2, 180))
  expect(calls).toBeGreaterThan(0)
  expect(turned.texts.map((text) => text.rotation)).toEqual([0, 180])
  expect(throughLibrary(turned.texts)[0]).toEqual(kept[0])
  const pages = throughLibrary(turned.texts)
  expect(storedPage(pages, 2, 180)).toBeDefined()
  expect(storedPage(pages, 2, undefined)).toBeUndefined()
})

test('rotating a page to the orientation it was read in changes nothing', async () => {
  const same = await read(kept, turn(2, 0))
  expect(calls).toBe(0)
  expect(facts(same)).toEqual(facts(first))
})

test('pages read by an earlier version, and pages requested again, are read', () => {
  const outdated = kept.map(({ deskewed: _, ...words }) => words)
  expect(storedPage(kept, 1, undefined)).toBeDefined()
  expect(storedPage(outdated, 1, undefined)).toBeUndefined()
})
