import { expect, test } from 'vitest'
import { findAmount } from '../../../../src/main/reading/rules/amount.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const read = (printed: Printed[]) => {
  const found = findAmount([pageOf(printed)])
  return found && [found.value, found.evidence.rule, found.doubt ?? null]
}

const table = (total: string): Printed[] => [
  [50, 100, 'Form Tax period Penalty Amount you owe'],
  [50, 115, '1040 12/31/2021 $402.77 $9,128.69'],
  [50, 130, '1040 12/31/2023 $96.00 $3,384.25'],
  [50, 145, total],
]

test.each<[string, string, unknown]>([
  ['that its rows make', 'Total Amount Due $12,512.94', ['12512.94', 'amount.table-total', null]],
  [
    'that a fold cut off: the rows make it, and a person is asked',
    'Total Amount Due $12,!',
    ['12512.94', 'amount.table-sum', { reason: 'sum', other: null }],
  ],
  [
    'without a readable digit',
    'Total Amount Due',
    ['12512.94', 'amount.table-sum', { reason: 'sum', other: null }],
  ],
  [
    'smaller than a row: a digit is missing',
    'Total Amount Due $2,512.94',
    ['12512.94', 'amount.table-sum', { reason: 'below-part', other: '2512.94' }],
  ],
  [
    'that its rows do not make',
    'Total Amount Due $12,572.94',
    ['12572.94', 'amount.table-total', { reason: 'sum', other: '12512.94' }],
  ],
])('a total %s', (_what, total, expected) => {
  expect(read(table(total))).toEqual(expected)
})

test('an amount without cents is asked for where the letter prints cents', () => {
  const withCents: Printed = [50, 140, 'Penalty $11.20']
  expect(read([[50, 100, 'Amount due: $1,200'], withCents])).toEqual([
    '1200.00',
    'amount.due-headline',
    { reason: 'no-cents', other: null },
  ])
  expect(read([[50, 100, 'Amount due: $1,200']])?.[2]).toBeNull()
})

test('a headline and a payment slip that differ are both shown', () => {
  expect(
    read([
      [50, 100, 'Amount due: $11,720.37'],
      [50, 700, 'Amount due by October 27, 2026: $11,120.37'],
    ]),
  ).toEqual(['11720.37', 'amount.due-headline', { reason: 'two-places', other: '11120.37' }])
})

test.each<[string, string[]]>([
  ['the balance as of the letter', ['The balance as of this letter is $27,903.11.']],
  ['the balance as of a day', ['Your balance as of March 3, 2026 is $27,903.11.']],
  ['what you owe', ['Our records show that you owe $27,903.11.']],
  ['what you owe, over two lines', ['Our records show that you owe a total of', '$27,903.11 for 2022.']],
  ['lo que usted debe', ['Usted adeuda un total de $27,903.11.']],
])('an amount in a sentence: %s', (_what, sentence) => {
  expect(read(column(50, 300, ...sentence))).toEqual(['27903.11', 'amount.sentence', null])
})

test.each<[string, string]>([
  ['a payment that came', 'We received your payment of $500.00 on May 1.'],
  ['the least for a plan', 'You may apply online if you owe less than $50,000.00 in all.'],
  ['a user fee', 'The fee for this is $43.00.'],
])('%s in a sentence is not what the letter asks for', (_what, sentence) => {
  expect(read(column(50, 300, sentence))).toBeNull()
})
