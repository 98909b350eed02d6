import { randomUUID } from 'node:crypto'
import { noAnswers } from '../../shared/model/appeal.ts'
import { LetterId, noFacts, type Reading, type ScanReading } from '../../shared/model/letter.ts'
import type { Result } from '../../shared/model/result.ts'
import { otherSenderOf } from '../reading/rules/other-sender.ts'
import { scamSignsIn } from '../reading/rules/scam-indicators.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type HistoryTables, recordHistory } from '../storage/record-history.ts'
import { type IndexTables, indexScan } from '../storage/search-index/index-letter.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { hasNothingRead, isWorkedOn, matchLetters } from './match-letters.ts'

/** Where a reading is written. */
export type ReadingTables = HistoryTables & IndexTables & Pick<Library, 'scans' | 'pageTexts' | 'write'>

/**
 * Stores what was read from a scan, in one transaction. Letters that the scan already has keep what a person
 * said about them. A scan without a letter stays one letter, with the scam indicators that its pages show.
 */
export const storeReading = (
  library: ReadingTables,
  scanId: string,
  reading: ScanReading,
): Result<void, WriteFailure> =>
  library.write(() => {
    library.scans.setRead(scanId, reading.isIrs, rotationsOf(reading))
    library.pageTexts.store(scanId, reading.texts)
    const counts = reading.filePages ?? [reading.pageCount]
    library.files.listOfScan(scanId).forEach((file, at) => {
      library.files.setPageCount(file.id, counts[at] ?? null)
    })
    const byPerson = library.scans.get(scanId).layoutOverride?.letters != null
    const ids = () => library.letters.listOfScanWithSuperseded(scanId).map(({ id }) => id)
    recordHistory(library, ids, () => {
      if (reading.letters.length === 0) storeWithoutLetters(library, scanId, reading)
      else placeLetters(library, scanId, reading.letters, byPerson)
    })
    indexScan(library, scanId)
  })

/**
 * Assigns a letter to each group of pages. A letter that matches no group is superseded if a person laid out
 * the pages or nobody had worked on it; otherwise it stays visible.
 */
export function placeLetters(
  library: Pick<Library, 'letters' | 'events' | 'exhibits' | 'mailings'>,
  scanId: string,
  groups: readonly (Reading | { pages: number[] })[],
  byPerson: boolean,
): void {
  const worked = (row: LetterRow) => isWorkedOn(library, row)
  const rows = library.letters.listOfScanWithSuperseded(scanId)
  const { matched, unmatched } = matchLetters(
    rows,
    groups.map(({ pages }) => pages),
    worked,
  )
  groups.forEach((group, at) => {
    const row = matched[at]
    const reading = 'facts' in group ? group : null
    if (row) {
      if (reading) library.letters.setReading(row.id, reading)
      else library.letters.setPages(row.id, group.pages)
      library.letters.setPlace(row.id, scanId, at)
      library.letters.setSuperseded(row.id, false)
    } else {
      const id = LetterId.parse(randomUUID())
      library.letters.insert({ id, scanId, pages: group.pages, reading, answers: noAnswers }, at)
    }
  })
  for (const row of unmatched) if (byPerson || !worked(row)) library.letters.setSuperseded(row.id, true)
}

function storeWithoutLetters(library: Pick<Library, 'letters'>, scanId: string, reading: ScanReading): void {
  const pages = Array.from({ length: reading.pageCount }, (_, index) => index + 1)
  const { indicators: scamIndicators, places: signPlaces } = scamSignsIn(reading.texts)
  const otherSender = otherSenderOf(reading.texts)
  const said = {
    ...(scamIndicators.length > 0 ? { scamIndicators, signPlaces } : {}),
    ...(otherSender ? { otherSender } : {}),
  }
  const shown = library.letters.listOfScan(scanId)
  for (const letter of shown.filter((each) => shown.length === 1 || hasNothingRead(each))) {
    if (Object.keys(said).length > 0)
      library.letters.setReading(letter.id, { pages, facts: noFacts, evidence: {}, ...said })
    else library.letters.clearReading(letter.id, pages)
  }
}

const rotationsOf = ({ pageCount, texts }: ScanReading) =>
  Array.from(
    { length: pageCount },
    (_, index) => texts.find((text) => text.page === index + 1)?.rotation ?? 0,
  )
