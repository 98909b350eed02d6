import { randomBytes } from 'node:crypto'
import { storeReading } from '../../src/main/scans/store-reading.ts'
import { storeScan } from '../../src/main/scans/store-scan.ts'
import type { Library } from '../../src/main/storage/open-library.ts'
import { Day } from '../../src/shared/model/day.ts'
import { type Evidence, noFacts, type PageText, type ScanReading } from '../../src/shared/model/letter.ts'
import { type Chance, chanceFrom } from '../fixtures/chance.ts'

/** A letter of three pages as a scanner and the reader would give it: invented words in the frequencies of real text. */
export type MadeLetter = { bytes: Uint8Array; reading: ScanReading }

const [linesOnPage, wordsInLine, knownWords] = [42, 9, 6000]
const notices = ['CP501', 'CP503', 'CP504', 'LT11', 'L1058', 'L3172', 'CP2000', 'CP14']

export function letterMaker(seed: number, originalBytes: number) {
  const chance = chanceFrom(seed)
  const vocabulary = Array.from({ length: knownWords }, () => inventedWord(chance))
  /** Zipf: the n-th word comes 1/n as often as the first. */
  const word = () => vocabulary[Math.floor(knownWords ** (chance.int(0, 1e6) / 1e6)) - 1] ?? 'notice'
  return (at: number): MadeLetter => {
    const name = `${word()} ${word()}`.toUpperCase()
    const code = chance.pick(notices)
    const pages = [1, 2, 3].map((page) => {
      const lines = Array.from({ length: linesOnPage }, () =>
        Array.from({ length: wordsInLine }, word).join(' '),
      )
      if (page === 1)
        lines.unshift(`Notice ${code}`, name, `Number ${900_000_000 + at}`, 'Amount due $9,533.53')
      return pageFrom(page, lines)
    })
    // Scans are compressed already, so their bytes look like chance.
    return { bytes: randomBytes(originalBytes), reading: readingFrom(name, code, at, pages) }
  }
}

const inventedWord = (chance: Chance) =>
  Array.from(
    { length: chance.int(2, 4) },
    () => `${chance.pick([...'bcdfglmnprstv'])}${chance.pick([...'aeiou'])}`,
  ).join('')

const pageFrom = (page: number, texts: string[]): PageText => ({
  page,
  aspect: 0.7727,
  source: 'text-layer',
  rotation: 0,
  lines: texts.map((text, index) => ({
    text,
    box: [0.1, 0.05 + index * 0.019, text.length * 0.0093, 0.0126],
    confidence: 1,
  })),
})

function readingFrom(name: string, noticeCode: string, at: number, texts: PageText[]): ScanReading {
  const day = (from: number) =>
    Day.parse(new Date(Date.UTC(2024, 0, 1 + (at % 900) + from)).toISOString().slice(0, 10))
  const seen: Evidence = {
    page: 1,
    box: [0.1, 0.05, 0.2, 0.0126],
    raw: noticeCode,
    confidence: 1,
    rule: 'bench',
  }
  const facts = {
    ...noFacts,
    noticeCode,
    noticeDate: day(0),
    respondByDate: day(30),
    taxPeriods: [String(2018 + (at % 7))],
    form: '1040',
    amountDue: '9533.53',
    tinLast4: String(at % 10_000).padStart(4, '0'),
    taxpayerName: name,
    taxpayerAddress: '12 SAMPLE ST\nSPRINGFIELD, IL 62701',
  }
  const evidence = {
    noticeCode: seen,
    noticeDate: seen,
    amountDue: seen,
    taxPeriods: seen,
    taxpayerName: seen,
  }
  return {
    pageCount: 3,
    isIrs: true,
    letters: [{ pages: [1, 2, 3], facts, evidence }],
    texts,
    msToNumber: null,
  }
}

/** Keeps a letter and its reading as the app does: two transactions. Milliseconds that both took. */
export function keepLetter(library: Library, made: MadeLetter, at: number): number {
  const started = performance.now()
  const keptAt = new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()
  const kept = storeScan(library, { fileName: `letter-${at}.pdf`, bytes: made.bytes, keptAt })
  if (!kept.ok) throw new Error(kept.error.code)
  const read = storeReading(library, kept.value.scanId, made.reading)
  if (!read.ok) throw new Error(read.error.code)
  return performance.now() - started
}
