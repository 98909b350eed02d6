import { Day } from '../../src/shared/model/day.ts'
import type { Letter, LetterFacts } from '../../src/shared/model/letter.ts'
import { letterOf } from '../renderer/memory-api.ts'

/** The day of the stories. */
export const today = '2026-02-10'

/** A letter that a person has confirmed. */
export function confirmed(facts: Partial<LetterFacts> = {}, part: Partial<Letter> = {}): Letter {
  const letter = letterOf(part, facts)
  return { ...letter, confirmed: letter.reading?.facts ?? null }
}

const codes = ['LT11', 'CP504', 'CP14', 'CP523', 'CP2000', 'L3172'] as const
const people = ['ALMA EXAMPLE', 'BEN SAMPLE', 'CARA PRACTICE'] as const

/** So many letters of three people; each third is still to be checked. */
export const manyLetters = (count: number): Letter[] =>
  Array.from({ length: count }, (_, at) => {
    const noticeDate = Day.parse(`2026-0${(at % 2) + 1}-${String((at % 28) + 1).padStart(2, '0')}`)
    const facts = {
      noticeCode: codes[at % codes.length] ?? 'LT11',
      taxpayerName: people[at % 3] ?? null,
      noticeDate,
    }
    return at % 3 === 0 ? letterOf({}, facts) : confirmed(facts)
  })

export const waiting = (): Letter =>
  letterOf({ fileName: 'scan-0001.pdf', status: { kind: 'reading', page: 2, of: 6 }, reading: null })

export const failed = (): Letter =>
  letterOf({ fileName: 'scan-0002.pdf', status: { kind: 'failed', code: 'scan.damaged' }, reading: null })

/** Names, file names and addresses that are longer than any column. */
export const longNames = (): Letter[] => [
  confirmed({
    taxpayerName: 'MARIA GUADALUPE HERNANDEZ-VILLANUEVA & JONATHAN BARTHOLOMEW FEATHERSTONEHAUGH-EXAMPLE',
    taxPeriods: ['2016', '2017', '2018', '2019', '2020', '2021', '2022'],
    amountDue: '1234567.89',
  }),
  letterOf({
    fileName: 'a-scan-with-a-very-long-name-as-some-scanners-make-it-2026-02-09-10-11-12-0001-copy-final.pdf',
    status: { kind: 'failed', code: 'scan.damaged' },
    reading: null,
  }),
]
