import type { Law } from '../../../shared/law/law.ts'
import { factsToCheck } from '../../../shared/letters/facts-to-check.ts'
import type { Day } from '../../../shared/model/day.ts'
import type { Evidence, Reading, ScanReading } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'

/**
 * One line of `waymark read --json`, an interface that scripts rely on: `noticeId` is the catalog's notice code,
 * `station` a station id, `respondBy` the last day printed on the letter; null where nothing was found. A letter's
 * `check` names the values that a person should compare with the paper.
 */
export type ReadingJson = {
  file: string
  pages: number | null
  isIrs: boolean | null
  ms: number
  /** From the file's bytes to the number of its first letter. */
  msToNumber: number | null
  error: { code: string; message: string } | null
  letters: Record<string, unknown>[]
}

export const jsonFromReading = (
  law: Law,
  file: string,
  ms: number,
  reading: ScanReading,
  today: Day,
): ReadingJson => ({
  file,
  pages: reading.pageCount,
  isIrs: reading.isIrs,
  ms,
  msToNumber: reading.msToNumber,
  error: null,
  letters: reading.letters.map((letter) => jsonFromLetter(law, letter, today)),
})

export const jsonFromFailure = (file: string, ms: number, code: string, message: string): ReadingJson => ({
  file,
  pages: null,
  isIrs: null,
  ms,
  msToNumber: null,
  error: { code, message },
  letters: [],
})

function jsonFromLetter(law: Law, reading: Reading, today: Day): Record<string, unknown> {
  const { noticeCode, respondByDate, ...facts } = reading.facts
  const placement = placeLetter(law, { confirmed: null, reading })
  return {
    noticeId: noticeCode,
    station: placement.kind === 'placed' ? placement.station : null,
    pages: reading.pages,
    respondBy: respondByDate,
    ...facts,
    check: factsToCheck(reading, today).map(({ name }) => outerName(name)),
    evidence: Object.fromEntries(
      Object.entries(reading.evidence).map(([name, evidence]) => [
        outerName(name),
        roundedEvidence(evidence),
      ]),
    ),
  }
}

const outerName = (name: string): string =>
  name === 'noticeCode' ? 'noticeId' : name === 'respondByDate' ? 'respondBy' : name

const roundedEvidence = (evidence: Evidence): Evidence => ({
  ...evidence,
  box: evidence.box.map((side) => Number(side.toFixed(4))) as Evidence['box'],
  confidence: Number(evidence.confidence.toFixed(3)),
})
