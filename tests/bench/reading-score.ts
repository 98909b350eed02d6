import { laterOf } from '../../src/shared/deadlines/days.ts'
import { factsToCheck } from '../../src/shared/letters/facts-to-check.ts'
import { Day } from '../../src/shared/model/day.ts'
import { type FactName, factNames, type ScanReading } from '../../src/shared/model/letter.ts'
import type { CorpusPaper } from '../fixtures/corpus/corpus.ts'

/** A field that was read as something else than what is printed. */
export type Mistake = {
  paper: string
  kind: string
  field: FactName | 'letters'
  want: string
  got: string
  rule: string
  /** It was not stated but given with a question mark. */
  asked: boolean
}
/** Values that consist of digits: one that is stated and wrong is the worst mistake. */
const ofDigits: readonly FactName[] = [
  'noticeCode',
  'noticeDate',
  'respondByDate',
  'terminationDate',
  'amountDue',
  'taxOwed',
  'penalty',
  'interest',
  'tinLast4',
  'contactPhone',
  'employeeId',
  'callerId',
  'faxNumber',
  'certifiedNumber',
  'hearingFax',
  'lienFiledDate',
  'uploadCode',
]
type Tally = { right: number; wrong: number; missed: number; absent: number }
export type Score = {
  fields: Map<FactName, Tally>
  /** By kind of paper: the notice's number, and all other fields together. */
  kinds: Map<string, { number: Tally; others: Tally }>
  otherPaper: number
  claimed: string[]
  mistakes: Mistake[]
  /** Values of digits that were stated, those of them that are wrong, and right values of any kind that were asked for all the same. */
  stated: number
  statedWrong: number
  given: number
  askedThoughRight: Map<FactName, number>
}

export const emptyScore = (): Score => ({
  fields: new Map(),
  kinds: new Map(),
  otherPaper: 0,
  claimed: [],
  mistakes: [],
  stated: 0,
  statedWrong: 0,
  given: 0,
  askedThoughRight: new Map(),
})

/** Adds what was read of one paper; `reading` null: the file could not be read at all. */
export function addToScore(
  score: Score,
  paper: CorpusPaper,
  kind: string,
  reading: ScanReading | null,
  today: Day,
): void {
  if (!paper.truth) {
    score.otherPaper++
    const claims =
      reading?.isIrs === true || reading?.letters.some((letter) => letter.facts.noticeCode !== null)
    if (claims)
      score.claimed.push(`${paper.name} -> ${reading?.letters.map((letter) => letter.facts.noticeCode)}`)
    return
  }
  const letters = reading?.letters ?? []
  if (letters.length !== 1) {
    const got = `${letters.length} (isIrs ${reading?.isIrs})`
    score.mistakes.push({ paper: paper.name, kind, field: 'letters', want: '1', got, rule: '', asked: false })
  }
  const [letter] = letters
  // The corpus is dated in months to come.
  const dated = paper.truth.noticeDate ? Day.parse(paper.truth.noticeDate) : today
  const readOn = laterOf(dated, today)
  const asked = new Set(letter ? factsToCheck(letter, readOn).map(({ name }) => name) : [])
  for (const field of factNames) {
    const want = String(paper.truth[field] ?? '')
    const got = String(letter?.facts[field] ?? '')
    const result = want === got ? (want === '' ? 'absent' : 'right') : got === '' ? 'missed' : 'wrong'
    tallyOf(score.fields, field)[result]++
    if (got !== '') tallyAsked(score, field, want === got, asked.has(field))
    kindOf(score, kind)[field === 'noticeCode' ? 'number' : 'others'][result]++
    if (want !== got)
      score.mistakes.push({
        paper: paper.name,
        kind,
        field,
        want,
        got,
        rule: letter?.evidence[field]?.rule ?? '',
        asked: asked.has(field),
      })
  }
}

function tallyAsked(score: Score, field: FactName, right: boolean, asked: boolean): void {
  score.given++
  if (ofDigits.includes(field) && !asked) score.stated++
  if (ofDigits.includes(field) && !asked && !right) score.statedWrong++
  if (right && asked) score.askedThoughRight.set(field, (score.askedThoughRight.get(field) ?? 0) + 1)
}

const noTally = (): Tally => ({ right: 0, wrong: 0, missed: 0, absent: 0 })

function tallyOf(map: Map<FactName, Tally>, key: FactName): Tally {
  const tally = map.get(key) ?? noTally()
  map.set(key, tally)
  return tally
}

function kindOf(score: Score, kind: string): { number: Tally; others: Tally } {
  const both = score.kinds.get(kind) ?? { number: noTally(), others: noTally() }
  score.kinds.set(kind, both)
  return both
}

/** The tables in Markdown. */
export function scoreTables(score: Score): string {
  const number = score.fields.get('noticeCode') ?? noTally()
  const others = sumOf([...score.fields].flatMap(([field, tally]) => (field === 'noticeCode' ? [] : [tally])))
  const measures = [
    ['notice number right', percent(number.right + number.absent, allOf(number))],
    ['notice number wrong when stated', String(number.wrong)],
    ['fields: precision when stated', precision(others)],
    ['fields: found', found(others)],
    ['digits stated wrong', `${score.statedWrong} of ${score.stated}`],
    ['asked though it was right', askedThoughRight(score)],
    ['other paper claimed as a notice', `${score.claimed.length} of ${score.otherPaper}`],
  ]
  const kinds = [...score.kinds].sort(([a], [b]) => a.localeCompare(b))
  return [
    table(['measure', 'result'], measures),
    table(
      ['kind', 'letters', 'number right', 'number wrong', 'fields: precision', 'fields: found'],
      kinds.map(([kind, { number, others }]) => [
        kind,
        String(allOf(number)),
        percent(number.right + number.absent, allOf(number)),
        String(number.wrong),
        precision(others),
        found(others),
      ]),
    ),
    table(
      ['field', 'right', 'wrong', 'missed', 'precision', 'found'],
      [...score.fields].map(([field, tally]) => [
        field,
        String(tally.right),
        String(tally.wrong),
        String(tally.missed),
        precision(tally),
        found(tally),
      ]),
    ),
  ].join('\n\n')
}

function askedThoughRight({ askedThoughRight, given }: Score): string {
  const all = [...askedThoughRight.values()].reduce((sum, count) => sum + count, 0)
  const fields = [...askedThoughRight].map(([field, count]) => `${field} ${count}`).join(', ')
  return `${percent(all, given)}${fields ? ` (${fields})` : ''}`
}

/** One line for each mistake, by field. */
export const confusions = ({ mistakes, claimed }: Score): string[] => [
  ...claimed.map((claim) => `other paper claimed: ${claim}`),
  ...[...mistakes]
    .sort((a, b) => a.field.localeCompare(b.field))
    .map(
      ({ paper, field, want, got, rule, asked }) =>
        `${asked ? 'asked: ' : ''}${field} ${JSON.stringify(want)} -> ${JSON.stringify(got)} ${rule} | ${paper}`,
    ),
]

const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, tally) => ({
      right: sum.right + tally.right,
      wrong: sum.wrong + tally.wrong,
      missed: sum.missed + tally.missed,
      absent: sum.absent + tally.absent,
    }),
    noTally(),
  )
const allOf = ({ right, wrong, missed, absent }: Tally) => right + wrong + missed + absent
const precision = ({ right, wrong }: Tally) => percent(right, right + wrong)
const found = ({ right, wrong, missed }: Tally) => percent(right, right + wrong + missed)
const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
