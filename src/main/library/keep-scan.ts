import { createHash, randomUUID } from 'node:crypto'
import { noAnswers } from '../../shared/model/appeal.ts'
import { LetterId, noFacts, type ScanReading } from '../../shared/model/letter.ts'
import type { Result } from '../../shared/model/result.ts'
import { scamSignsIn } from '../../shared/reading/scam-signs.ts'
import { indexLetter } from './index-letter.ts'
import type { LetterRow } from './letters-table.ts'
import type { Library, WriteFailure } from './open-library.ts'

export type KeptScan = { scanId: string; ids: LetterId[]; known: boolean }

/**
 * Keeps the file byte for byte and makes a letter for it, in one transaction, before anything reads it.
 * The same bytes twice are one scan: its letters come back, out of the trash if they were there.
 */
export function keepScan(
  library: Library,
  file: { fileName: string; bytes: Uint8Array; keptAt: string },
): Result<KeptScan, WriteFailure> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  return library.write(() => {
    const known = library.scans.findBySha256(sha256)
    if (known) {
      const ids = library.letters.listOfScan(known.id).map((letter) => letter.id)
      for (const id of ids) library.letters.setRemoved(id, null)
      return { scanId: known.id, ids, known: true }
    }
    const scanId = randomUUID()
    const id = LetterId.parse(randomUUID())
    library.scans.insert({ id: scanId, sha256, fileName: file.fileName, keptAt: file.keptAt }, file.bytes)
    library.letters.insert({ id, scanId, pages: [], reading: null, answers: noAnswers }, 0)
    indexLetter(library, id)
    return { scanId, ids: [id], known: false }
  })
}

/**
 * Stores what was read from a scan, in one transaction. Letters that the scan already has keep what a person said
 * about them; a letter is met again by its first page, else by any page. A scan without a letter stays one letter, with
 * the signs of a scam that its pages show.
 */
export const keepReading = (
  library: Library,
  scanId: string,
  reading: ScanReading,
): Result<void, WriteFailure> =>
  library.write(() => {
    library.scans.setRead(scanId, reading.isIrs, rotationsOf(reading))
    library.pageTexts.keep(scanId, reading.texts)
    const existing = library.letters.listOfScan(scanId)
    const unmet = [...existing]
    if (reading.letters.length === 0) keepWithoutLetters(library, existing, reading)
    let position = existing.length
    for (const found of reading.letters) {
      const same = takeOut(unmet, (letter) => letter.pages[0] === found.pages[0])
      const met =
        same ??
        takeOut(unmet, (letter) => letter.pages.some((page) => found.pages.includes(page))) ??
        takeOut(unmet, hasNothingRead)
      if (met) library.letters.setReading(met.id, found)
      else {
        const id = LetterId.parse(randomUUID())
        library.letters.insert(
          { id, scanId, pages: found.pages, reading: found, answers: noAnswers },
          position++,
        )
      }
    }
    for (const letter of library.letters.listOfScan(scanId)) indexLetter(library, letter.id)
  })

function keepWithoutLetters(library: Library, existing: readonly LetterRow[], reading: ScanReading): void {
  const pages = Array.from({ length: reading.pageCount }, (_, index) => index + 1)
  const signs = scamSignsIn(reading.texts)
  for (const letter of existing.filter(hasNothingRead)) {
    if (signs.length > 0)
      library.letters.setReading(letter.id, { pages, facts: noFacts, evidence: {}, signs })
    else library.letters.setPages(letter.id, pages)
  }
}

const hasNothingRead = ({ reading }: LetterRow) =>
  reading === null || Object.keys(reading.evidence).length === 0

function takeOut<T>(list: T[], fits: (each: T) => boolean): T | undefined {
  const at = list.findIndex(fits)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

const rotationsOf = ({ pageCount, texts }: ScanReading) =>
  Array.from(
    { length: pageCount },
    (_, index) => texts.find((text) => text.page === index + 1)?.rotation ?? 0,
  )
