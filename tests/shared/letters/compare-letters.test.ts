import { expect, test } from 'vitest'
import { compareLetters, factsToCompare } from '../../../src/shared/letters/compare-letters.ts'
import { Day } from '../../../src/shared/model/day.ts'
import { type LetterFacts, noFacts } from '../../../src/shared/model/letter.ts'

const facts: LetterFacts = {
  ...noFacts,
  noticeCode: 'CP504',
  noticeDate: Day.parse('2026-01-30'),
  taxPeriods: ['2022'],
  amountDue: '9533.53',
  tinLast4: '4411',
  taxpayerName: 'ALMA EXAMPLE',
  taxpayerAddress: '12 SAMPLE ST\nSPRINGFIELD, IL 62701',
}
const words = Array.from({ length: 60 }, (_, at) => `word${at}`)
const text = (changed = 0) => [words.map((word, at) => (at < changed ? `misread${at}` : word)).join(' ')]
const kindOf = (
  part: Partial<LetterFacts>,
  lines: string[] | null = text(),
  mine: Partial<LetterFacts> = {},
) =>
  compareLetters({ facts: { ...facts, ...mine }, lines: text() }, { facts: { ...facts, ...part }, lines })
    ?.kind ?? null

test.each<[string, Partial<LetterFacts>, string | null]>([
  ['the same letter scanned twice', {}, 'second-copy'],
  ['the same without an amount', { amountDue: null }, 'second-copy'],
  ['the same without a name', { taxpayerName: null }, 'second-copy'],
  ['the same without a number of the taxpayer', { tinLast4: null }, 'second-copy'],
  ['the same without a period', { taxPeriods: [] }, 'second-copy'],
  ['periods in another order are the same', { taxPeriods: ['2022'] }, 'second-copy'],
  ['a middle initial comes and goes', { taxpayerName: 'Alma Q. Example' }, 'second-copy'],
  ['joint, and one of the two', { taxpayerName: 'BENITO & ALMA EXAMPLE' }, 'second-copy'],
  ['another number', { noticeCode: 'CP503' }, null],
  ['no number', { noticeCode: null }, null],
  ['another date: the next letter of its kind', { noticeDate: Day.parse('2026-03-06') }, null],
  ['no date', { noticeDate: null }, null],
  ['another year', { taxPeriods: ['2021'] }, null],
  ['another amount', { amountDue: '120.00' }, null],
  [
    'a client with the same letter of the same date',
    { taxpayerName: 'RAY OTHER', tinLast4: '9000', taxpayerAddress: '9 FAR RD' },
    null,
  ],
  ['neither name nor number of the taxpayer', { taxpayerName: null, tinLast4: null }, null],
  ['the same name with another number', { tinLast4: '9000' }, null],
  ['the spouse at the same address', { taxpayerName: 'BENITO EXAMPLE', tinLast4: '9000' }, 'spouse-copy'],
  ['the spouse, with the first number on both', { taxpayerName: 'BENITO EXAMPLE' }, 'spouse-copy'],
  [
    'the spouse, address typeset differently',
    { taxpayerName: 'BENITO EXAMPLE', taxpayerAddress: '12 Sample St., Springfield IL 62701' },
    'spouse-copy',
  ],
  [
    'the spouse at an address of their own is not guessed',
    { taxpayerName: 'BENITO EXAMPLE', taxpayerAddress: '9 FAR RD' },
    null,
  ],
])('%s', (_name, part, kind) => {
  expect(kindOf(part)).toBe(kind)
})

test.each<[string, string[] | null, string | null]>([
  ['some words misread', text(12), 'second-copy'],
  ['most words other', text(40), null],
  ['words of one are not known', null, 'second-copy'],
  ['hardly any words', ['CP504'], 'second-copy'],
])('%s', (_name, lines, kind) => {
  expect(kindOf({}, lines)).toBe(kind)
})

test('without words and without an amount nothing is suggested', () => {
  expect(kindOf({ amountDue: null }, null)).toBeNull()
})

test('it says why, and is the same from either side', () => {
  const [a, b] = [
    { facts, lines: text() },
    { facts: { ...facts, taxpayerName: 'BENITO EXAMPLE' }, lines: text() },
  ]
  expect(compareLetters(a, b)).toEqual(compareLetters(b, a))
  expect(compareLetters(a, a)?.because).toEqual([
    'number',
    'date',
    'periods',
    'amount',
    'words',
    'tin',
    'name',
  ])
})

test('what a photo of a letter made hard to read does not make another letter of it', () => {
  const evidence = { page: 1, box: [0, 0, 1, 1] as [number, number, number, number], raw: '', rule: 'x' }
  const read = (confidence: number) => ({
    confirmed: null,
    reading: {
      pages: [1],
      facts: { ...facts, amountDue: '9583.53', taxpayerName: 'ALNA EXAMPLE' },
      evidence: { amountDue: { ...evidence, confidence }, taxpayerName: { ...evidence, confidence } },
    },
  })
  const compared = (confidence: number) =>
    compareLetters({ facts, lines: text() }, { facts: factsToCompare(read(confidence)), lines: text(9) })
  expect(compared(0.6)?.kind).toBe('second-copy')
  expect(compared(0.97)).toBeNull()
  expect(factsToCompare({ ...read(0.6), confirmed: facts })).toEqual(facts)
})
