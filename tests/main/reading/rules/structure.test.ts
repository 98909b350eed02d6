import { describe, expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const letterhead = column(
  50,
  40,
  'Department of the Treasury',
  'Internal Revenue Service',
  'Austin, TX 73301-0030',
)
const filler = column(50, 400, 'You owe federal tax. See www.irs.gov for what you can do about it.')
const notice = (code: string, date: string, page: string | null, tin = 'XXX-XX-4411'): Printed[] => [
  [400, 40, 'Notice'],
  [500, 40, code],
  [400, 54, 'Notice date'],
  [500, 54, date],
  [400, 68, 'Social Security number'],
  [520, 68, tin],
  ...(page === null ? [] : [[400, 82, `Page ${page}`] as const]),
  ...filler,
]
const first = (...sheet: Parameters<typeof notice>): Printed[] => [...letterhead, ...notice(...sheet)]
const officer = (date: string, name: string): Printed[] => [
  ...letterhead,
  [400, 40, `Date: ${date}`],
  [400, 54, 'Taxpayer ID number: XXX-XX-4411'],
  ...column(50, 300, `Dear ${name}:`, 'Enclosed is a copy of Form 668(Y)(c). See www.irs.gov.'),
  [420, 760, 'Letter 3172 (Rev. 3-2019)'],
]
const blank12153: Printed[] = [
  [40, 30, 'Form 12153'],
  [200, 30, 'Department of the Treasury - Internal Revenue Service'],
  [200, 44, 'Request for a Collection Due Process or Equivalent Hearing'],
  [50, 120, '1. Taxpayer name'],
]
const lien: Printed[] = [
  [40, 30, 'Form 668 (Y)(c)'],
  [200, 30, 'Department of the Treasury - Internal Revenue Service'],
  [200, 44, 'Notice of Federal Tax Lien'],
  [50, 120, 'Date: 01/02/2020'],
]
const faxCover: Printed[] = [
  [50, 60, 'FAX COVER SHEET'],
  [50, 100, 'To: Anselm Quist'],
  [50, 120, 'From: Harbor Lantern Bakery'],
  [50, 140, 'Pages: 3'],
]
const stateLetter: Printed[] = [
  [50, 40, 'State of California'],
  [50, 54, 'Franchise Tax Board'],
  [400, 40, 'Notice date: 05/04/2026'],
  ...column(50, 300, 'Dear Anselm:', 'Amount due: $812.40'),
]

const read = (...pages: Printed[][]) =>
  readLetters(
    law,
    pages.map((printed, at) => pageOf(printed, at + 1)),
  ).letters
const pagesOf = (...pages: Printed[][]) => read(...pages).map((letter) => letter.pages)
const [may, june] = ['May 4, 2026', 'June 8, 2026']

describe('several letters in one file', () => {
  test.each<[string, Printed[][], number[][], string[]]>([
    [
      'another number',
      [first('CP501', may, '1 of 2'), notice('CP501', may, '2 of 2'), first('CP504', june, '1 of 1')],
      [[1, 2], [3]],
      ['page-one', 'number', 'date', 'letterhead'],
    ],
    [
      'the same notice of another month',
      [
        first('CP504', may, '1 of 2'),
        notice('CP504', may, '2 of 2'),
        first('CP504', june, '1 of 2'),
        notice('CP504', june, '2 of 2'),
      ],
      [
        [1, 2],
        [3, 4],
      ],
      ['page-one', 'date', 'letterhead'],
    ],
    [
      'the same letter to both spouses',
      [
        first('CP504', may, '1 of 2'),
        notice('CP504', may, '2 of 2'),
        first('CP504', may, '1 of 2', 'XXX-XX-8823'),
        notice('CP504', may, '2 of 2', 'XXX-XX-8823'),
      ],
      [
        [1, 2],
        [3, 4],
      ],
      ['page-one', 'taxpayer', 'letterhead'],
    ],
    [
      'both spouses, their pages mixed',
      [
        first('CP504', may, '1 of 2'),
        first('CP504', may, '1 of 2', 'XXX-XX-8823'),
        notice('CP504', may, '2 of 2'),
        notice('CP504', may, '2 of 2', 'XXX-XX-8823'),
      ],
      [
        [1, 3],
        [2, 4],
      ],
      ['page-one', 'taxpayer', 'letterhead'],
    ],
    [
      'letters without printed page numbers',
      [officer(may, 'Anselm'), officer(may, 'Ingrid')],
      [[1], [2]],
      ['letterhead'],
    ],
    [
      'a letter of which the first page is missing',
      [first('CP501', may, '1 of 1'), notice('CP504', june, '2 of 3'), notice('CP504', june, '3 of 3')],
      [[1], [2, 3]],
      ['number', 'date'],
    ],
  ])('%s is split, with its reasons', (_, pages, expected, reasons) => {
    const letters = read(...pages)
    expect(letters.map((letter) => letter.pages)).toEqual(expected)
    expect(letters.map((letter) => letter.structure?.cutBecause)).toEqual([[], reasons])
    expect(letters[0]?.structure?.letterCount).toBe(2)
  })

  test('a misread date on a continuation page splits nothing', () => {
    expect(pagesOf(first('CP504', may, '1 of 2'), notice('CP504', 'May 9, 2026', '2 of 2'))).toEqual([[1, 2]])
  })
})

describe('pages', () => {
  test('in another order are sorted by their printed numbers, and page 1 is read as the first', () => {
    const [letter, ...others] = read(
      notice('CP504', may, '3 of 3'),
      notice('CP504', may, '2 of 3'),
      first('CP504', may, '1 of 3'),
    )
    expect(others).toEqual([])
    expect(letter?.pages).toEqual([3, 2, 1])
    expect(letter?.structure).toMatchObject({ reordered: true, printedPages: [1, 2, 3], missingPages: [] })
  })

  test.each<[string, Printed[][], number[]]>([
    [
      'in the middle',
      [first('CP504', may, '1 of 4'), notice('CP504', may, '2 of 4'), notice('CP504', may, '4 of 4')],
      [3],
    ],
    ['in front', [notice('CP504', may, '2 of 2')], [1]],
    ['at the end', [first('CP504', may, '1 of 3')], [2, 3]],
    [
      'nowhere, where a page without a number fills the gap',
      [first('CP504', may, '1 of 3'), filler, notice('CP504', may, '3 of 3')],
      [],
    ],
    ['nowhere, where no page prints how many there are', [officer(may, 'Anselm'), filler], []],
  ])('missing %s are named', (_, pages, missing) => {
    expect(read(...pages).map((letter) => letter.structure?.missingPages)).toEqual([missing])
  })

  test('with nothing on them stay in place and are reported as blank', () => {
    const [letter] = read(first('CP504', may, '1 of 2'), [], notice('CP504', may, '2 of 2'), [])
    expect(letter?.pages).toEqual([1, 2, 3, 4])
    expect(letter?.structure).toMatchObject({
      excludedPages: [
        { page: 2, kind: 'blank' },
        { page: 4, kind: 'blank' },
      ],
      printedPages: [1, null, 2, null],
      missingPages: [],
    })
  })
})

describe('what comes with a letter', () => {
  test('a fax cover in front does not belong to it', () => {
    const letters = read(faxCover, first('CP504', may, '1 of 1'))
    expect(letters.map((letter) => letter.pages)).toEqual([[2]])
    expect(letters[0]?.structure).toMatchObject({
      excludedPages: [{ page: 1, kind: 'fax-cover' }],
      cutBecause: [],
    })
  })

  test.each([
    ['a blank Form 12153', blank12153],
    ['a copy of the lien', lien],
  ])('%s belongs to the letter, is not a letter, and yields no facts', (_, enclosure) => {
    const letters = read(officer(may, 'Anselm'), enclosure, [...filler])
    expect(letters.map((letter) => letter.pages)).toEqual([[1, 2, 3]])
    expect(letters[0]?.structure?.excludedPages).toEqual([{ page: 2, kind: 'enclosure' }])
    expect(letters[0]?.facts).toMatchObject({ noticeCode: 'L3172', noticeDate: '2026-05-04' })
  })

  test('a payment stub on a separate sheet stays with its letter', () => {
    const stub: Printed[] = [
      [300, 640, 'Notice'],
      [400, 640, 'CP504'],
      [300, 654, 'Notice date'],
      [400, 654, may],
      [50, 700, 'Payment'],
    ]
    expect(pagesOf(first('CP504', may, '1 of 2'), notice('CP504', may, '2 of 2'), stub)).toEqual([[1, 2, 3]])
  })

  test('a letter from somebody else in the same file does not affect the facts', () => {
    const letters = read(first('CP504', may, '1 of 1'), stateLetter)
    expect(letters).toMatchObject([
      {
        pages: [1, 2],
        facts: { noticeCode: 'CP504', amountDue: null },
        structure: { excludedPages: [{ page: 2, kind: 'other-paper' }] },
      },
    ])
  })

  test('a letter from somebody else in front hides no letter', () => {
    expect(pagesOf(stateLetter, first('CP504', may, '1 of 2'), notice('CP504', may, '2 of 2'))).toEqual([
      [2, 3],
    ])
  })
})

test('a lien notice whose letterhead breaks before its last word is from the IRS', () => {
  const [head, , title] = lien
  const broken: Printed[] = [
    ...(head ? [head] : []),
    [200, 30, 'Department of the Treasury - Internal Revenue'],
    [300, 42, 'Service'],
    ...(title ? [title] : []),
    [50, 120, 'Date: 01/02/2020'],
    [50, 140, 'Taxpayer ID number: XXX-XX-4411'],
  ]
  expect(read(broken)).toMatchObject([{ facts: { noticeCode: 'F668Y' } }])
})

describe('pages that a person arranged', () => {
  const readOverridden = (pages: Printed[][], ...letters: { pages: number[]; inThisOrder: boolean }[]) =>
    readLetters(
      law,
      pages.map((printed, at) => pageOf(printed, at + 1)),
      letters,
    ).letters
  const override = (...pages: number[]) => ({ pages, inThisOrder: true })
  const may3 = [first('CP504', may, '1 of 3'), notice('CP504', may, '2 of 3'), notice('CP504', may, '3 of 3')]

  test('form the letters that the person chose, with that as the reason', () => {
    const letters = readOverridden(may3, override(1), override(2, 3))
    expect(letters.map((letter) => letter.pages)).toEqual([[1], [2, 3]])
    expect(letters.map(({ structure }) => structure?.cutBecause)).toEqual([[], ['person']])
    expect(letters.map(({ structure }) => structure?.missingPages)).toEqual([[2, 3], [1]])
  })

  test('stay in the person’s order, even against the printed numbers', () => {
    const [letter] = readOverridden(may3, override(3, 1, 2))
    expect(letter).toMatchObject({
      pages: [3, 1, 2],
      structure: { printedPages: [3, 1, 2], reordered: false, missingPages: [] },
    })
  })

  test('follow the printed numbers where the person set no order', () => {
    const [letter] = readOverridden(may3.toReversed(), { pages: [1, 2, 3], inThisOrder: false })
    expect(letter).toMatchObject({ pages: [3, 2, 1], structure: { reordered: true } })
  })

  test('yield no facts from a blank page or an enclosure among them', () => {
    const [letter] = readOverridden([officer(may, 'Anselm'), [], blank12153], override(1, 2, 3))
    expect(letter).toMatchObject({
      pages: [1, 2, 3],
      facts: { noticeCode: 'L3172' },
      structure: {
        excludedPages: [
          { page: 2, kind: 'blank' },
          { page: 3, kind: 'enclosure' },
        ],
      },
    })
  })

  test('from somebody else are a letter to keep, and not a notice', () => {
    const letters = readOverridden([first('CP504', may, '1 of 1'), stateLetter], override(1), override(2))
    expect(letters.map((letter) => letter.facts.noticeCode)).toEqual(['CP504', null])
    expect(letters[1]?.facts.noticeDate).toBeNull()
  })

  test('that are excluded yield nothing', () => {
    const letters = readOverridden([faxCover, first('CP504', may, '1 of 1'), stateLetter], override(2))
    expect(letters.map((letter) => letter.pages)).toEqual([[2]])
  })
})

describe('words of others in a letter from the IRS', () => {
  test.each([
    [
      'an answer to fill in',
      '2 of 2',
      'I do not agree with the changes.',
      'I disagree with the proposed tax.',
    ],
    ['the name of a state agency', '2 of 2', 'Your state’s Department of Revenue may take your refund.', ''],
  ])('%s on a later page changes nothing', (_, page, ...lines) => {
    const answer: Printed[] = [...notice('CP2000', may, page), ...column(50, 200, ...lines)]
    expect(read(first('CP2000', may, '1 of 2'), answer)).toMatchObject([
      { pages: [1, 2], facts: { noticeCode: 'CP2000' } },
    ])
  })

  test('a private collection agency that is not the IRS is named on the first page', () => {
    const page = [
      ...first('CP40', may, '1 of 1'),
      ...column(50, 200, 'A private agency will call you, not the IRS.'),
    ]
    expect(read(page)).toMatchObject([{ facts: { noticeCode: 'CP40' } }])
  })
})
