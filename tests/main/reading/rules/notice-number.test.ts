import { describe, expect, test } from 'vitest'
import { noticeCodesFrom } from '../../../../src/main/reading/rules/notice-codes.ts'
import { chooseNumber, numbersOn } from '../../../../src/main/reading/rules/notice-number.ts'
import { titleSays } from '../../../../src/main/reading/rules/title-witness.ts'
import { unreadPlaces } from '../../../../src/main/reading/rules/unread-number.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const codes = noticeCodesFrom(law)
const seenOn = (...printed: Printed[]) =>
  numbersOn(codes, pageOf(printed)).map(({ code, place }) => [code, place])

test.each<[string, Printed[], [string, string]]>([
  [
    'the box with the value beside its label',
    [
      [400, 40, 'Notice'],
      [500, 40, 'CP504'],
      [400, 54, 'Notice date'],
    ],
    ['CP504', 'box'],
  ],
  [
    'the box with the value below its label',
    [
      [400, 40, 'Notice'],
      [400, 52, 'CP504'],
      [400, 70, 'Tax year'],
    ],
    ['CP504', 'box'],
  ],
  [
    'the box in two languages',
    [
      [400, 40, 'Notice / Aviso'],
      [520, 40, 'CP504'],
      [400, 54, 'Notice date / Fecha del aviso'],
    ],
    ['CP504', 'box'],
  ],
  [
    'the box in one line',
    [
      [400, 40, 'Notice CP297A'],
      [400, 54, 'Tax period 2023'],
    ],
    ['CP297A', 'box'],
  ],
  [
    'the payment stub',
    [
      [300, 640, 'Notice'],
      [400, 640, 'CP14'],
      [300, 654, 'Notice date'],
    ],
    ['CP14', 'stub'],
  ],
  ['the LTR line', [[330, 60, 'Nov. 12, 2026 LTR 2272C 0']], ['L2272C', 'reply-line']],
  ['the LTR line by itself', [[430, 60, 'LTR 105C']], ['L105C', 'reply-line']],
  ['the footer', [[420, 760, 'Letter 1058 (Rev. 1-2017)']], ['L1058', 'footer']],
  [
    'the footer behind its catalog number',
    [[300, 760, 'Catalog Number 40488S Letter 3172 (DO) (Rev. 03-2019)']],
    ['L3172', 'footer'],
  ],
  [
    'the footer above its catalog number',
    [
      [420, 752, 'Letter 3174'],
      [420, 764, 'Catalog Number 12345A'],
    ],
    ['L3174', 'footer'],
  ],
  [
    'the corner of a levy',
    [
      [40, 30, 'Form 668-A(c)(DO)'],
      [200, 44, 'Notice of Levy'],
    ],
    ['F668A', 'form'],
  ],
])('a number counts in %s', (_place, printed, expected) => {
  expect(seenOn(...printed)).toEqual([expected])
})

test.each<[string, Printed[]]>([
  [
    'in a sentence',
    column(50, 300, 'We sent you Notice CP504 and', 'Letter 1058 before.', 'LTR 2272C is another letter'),
  ],
  ['alone in the middle of the page', [[50, 400, 'Letter 1058 (Rev. 1-2017)']]],
  ['after the word notice, without a box around it', [[50, 300, 'Notice CP504']]],
  ['at the foot without a revision or catalog number', [[50, 760, 'See Letter 1058']]],
  [
    'of a form that is no levy',
    [
      [40, 30, 'Form 668-A'],
      [200, 44, 'Instructions'],
    ],
  ],
])('a number does not count %s', (_place, printed) => {
  expect(seenOn(...printed)).toEqual([])
})

test('two notices seen equally often leave the number unknown', () => {
  const [box] = numbersOn(
    codes,
    pageOf([
      [400, 40, 'Notice CP501'],
      [400, 54, 'Tax year 2023'],
    ]),
  )
  const [stub] = numbersOn(
    codes,
    pageOf([
      [400, 640, 'Notice CP503'],
      [400, 654, 'Notice date'],
    ]),
  )
  if (!box || !stub) throw new Error('not seen')
  expect(chooseNumber([box, stub])).toBeNull()
  expect(chooseNumber([box, stub, box])?.value).toBe('CP501')
})

/** A number alone in the box of a scanned page. */
function scannedOnce(raw: string, confidence: number) {
  const page = pageOf([
    [400, 40, 'Notice'],
    [500, 40, raw],
    [400, 54, 'Notice date'],
  ])
  const lines = page.lines.map((line) => (line.text === raw ? { ...line, confidence } : line))
  return numbersOn(codes, { ...page, source: 'ocr', lines })
}

test.each<[string, number, string | null]>([
  ['LPS9', 0.7, 'LP59'],
  ['CP400', 0.2, null],
  ['CP501', 0.6, null],
  ['CP297', 0.6, null],
  ['LT39', 0.6, null],
  ['CP501', 0.7, null],
  ['CP501', 0.8, 'CP501'],
  ['CP88', 0.8, 'CP88'],
])('%s, read once on a scan with a confidence of %f, is %s', (raw, confidence, code) => {
  expect(chooseNumber(scannedOnce(raw, confidence))?.value ?? null).toBe(code)
})

describe('a number that one misread character makes of another needs two witnesses on a scan', () => {
  const [box] = scannedOnce('CP501', 0.7)
  const [agreed] = scannedOnce('CP501', 0.8)
  if (!box || !agreed) throw new Error('not seen')
  test('one place is not enough', () => expect(chooseNumber([box])).toBeNull())
  test('two places are', () => expect(chooseNumber([box, box])?.value).toBe('CP501'))
  test('one place and the title of the letter are', () => {
    expect(chooseNumber([box], (code) => (code === 'CP501' ? 'yes' : 'nothing'))?.value).toBe('CP501')
  })
  test('one place on which the second reader agrees is, unless the title names another', () => {
    expect(chooseNumber([agreed])?.value).toBe('CP501')
    expect(chooseNumber([agreed], () => 'no')).toBeNull()
  })
  test('a place that can hardly be read and the title are not', () => {
    const unsure = { ...box, evidence: { ...box.evidence, confidence: 0.3 } }
    expect(chooseNumber([unsure], () => 'yes')).toBeNull()
  })
  test('in a file with its own text no character is misread', () => {
    const page = pageOf([
      [400, 40, 'Notice CP501'],
      [400, 54, 'Notice date'],
    ])
    expect(chooseNumber(numbersOn(codes, page))?.value).toBe('CP501')
  })
  test.each([
    ['Reminder: you have unpaid taxes', 'yes'],
    ['Notice of intent to levy', 'no'],
    ['You have a balance', 'nothing'],
  ] as const)('the headline "%s" bears CP501 out: %s', (headline, says) => {
    expect(titleSays(codes, 'CP501', [pageOf([[50, 200, headline]])])).toBe(says)
  })
  test('a title that two of them share bears out neither', () => {
    const page = pageOf([[50, 200, 'No record of a business return']])
    expect([titleSays(codes, 'CP259A', [page]), titleSays(codes, 'CP259B', [page])]).toEqual([
      'nothing',
      'nothing',
    ])
  })
})

test('the last line of a paragraph is not a box, even with an amount above it', () => {
  const printed: Printed[] = [
    [60, 285, 'Amount due: $5,497.25'],
    ...column(60, 342, '1040). We previously sent you a Notice CP501 and a', 'Notice CP504.'),
  ]
  expect(seenOn(...printed)).toEqual([])
  expect(unreadPlaces(codes, pageOf(printed))).toEqual([])
})
