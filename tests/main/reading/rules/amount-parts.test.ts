import { expect, test } from 'vitest'
import { readLetters } from '../../../../src/main/reading/rules/read-letters.ts'
import { law } from '../reading-support.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const head: Printed[] = [
  ...column(50, 40, 'Department of the Treasury', 'Internal Revenue Service'),
  [380, 40, 'Notice'],
  [500, 40, 'CP503'],
  [380, 54, 'Notice date'],
  [500, 54, 'November 2, 2026'],
  ...column(50, 600, 'You owe federal tax. See www.irs.gov for what you can do about it.'),
]
/** A billing summary: labels on the left, amounts on the right. */
const summary = (...rows: [string, string][]): Printed[] =>
  rows.flatMap(([label, value], at) => [
    [320, 300 + 16 * at, label] as const,
    [500, 300 + 16 * at, value] as const,
  ])

function partsOf(...printed: Printed[]) {
  const [letter] = readLetters(law, [pageOf([...head, ...printed])]).letters
  const { taxOwed, penalty, interest, amountDue } = letter?.facts ?? {}
  return { parts: [taxOwed, penalty, interest], amountDue, evidence: letter?.evidence }
}

test.each<[string, Printed[], (string | null)[]]>([
  [
    'a reminder: earlier penalties are in “Amount you owed”, so it is no tax',
    summary(
      ['Amount you owed', '$4,321.09'],
      ['Failure-to-pay penalty', '34.98'],
      ['Interest charges', '54.48'],
      ['Amount due immediately', '$4,410.55'],
    ),
    [null, '34.98', '54.48'],
  ],
  [
    'a first bill',
    summary(
      ['Tax you owed', '$3,183.00'],
      ['Penalty', '$318.30'],
      ['Interest', '$123.61'],
      ['Amount due', '$3,624.91'],
    ),
    ['3183.00', '318.30', '123.61'],
  ],
  [
    'in Spanish',
    summary(
      ['Impuesto que adeudaba', '$2,204.00'],
      ['Multa por no pagar', '$34.98'],
      ['Cargos por intereses', '$91.15'],
    ),
    ['2204.00', '34.98', '91.15'],
  ],
  [
    'behind the label on the same line',
    column(50, 300, 'Failure to pay penalty $34.98', 'Additional interest charges: $54.48'),
    [null, '34.98', '54.48'],
  ],
  [
    'penalties of two names add up',
    summary(['Failure-to-file penalty', '$100.10'], ['Failure-to-pay penalty', '$34.98']),
    [null, '135.08', null],
  ],
  [
    'a row for each year says nothing about the whole',
    summary(['Interest', '$10.00'], ['Interest', '$20.00']),
    [null, null, null],
  ],
  [
    'the head of a column is no label',
    [
      [50, 300, 'Tax period'],
      [200, 300, 'Interest'],
      [350, 300, 'Amount due'],
      [50, 316, '2022'],
      [200, 316, '$10.00'],
      [350, 316, '$500.00'],
    ],
    [null, null, null],
  ],
  [
    'words in a sentence',
    column(50, 300, 'Interest continues to grow. Penalties are charged by law.'),
    [null, null, null],
  ],
])('parts of the amount: %s', (_, printed, expected) => {
  expect(partsOf(...printed).parts).toEqual(expected)
})

test('each part says where it was read', () => {
  const { evidence } = partsOf(
    ...summary(['Failure-to-file penalty', '$100.10'], ['Failure-to-pay penalty', '$34.98']),
  )
  expect(evidence?.penalty).toMatchObject({ page: 1, raw: '$100.10 + $34.98', rule: 'amount.penalty' })
})

test('an amount that lies nearer to the label of another row is not that of the row beside it', () => {
  const crowded: Printed[] = [
    [320, 300, 'Tax you owed'],
    [500, 303, '$2,204.00'],
    [320, 308, 'Interest charges'],
  ]
  expect(partsOf(...crowded).parts).toEqual(['2204.00', null, null])
})
