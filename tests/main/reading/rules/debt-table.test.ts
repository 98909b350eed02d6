import { expect, test } from 'vitest'
import { findAmount } from '../../../../src/main/reading/rules/amount.ts'
import { findDebtTable } from '../../../../src/main/reading/rules/debt-table.ts'
import { findForm, takeForm } from '../../../../src/main/reading/rules/tax-form.ts'
import { findTaxPeriods } from '../../../../src/main/reading/rules/tax-periods.ts'
import { type Printed, pageOf } from './page-support.ts'

const cells = (y: number, ...texts: [number, string][]): Printed[] => texts.map(([x, text]) => [x, y, text])
const heads = cells(
  100,
  [50, 'Type of tax'],
  [120, 'Tax form'],
  [190, 'Period'],
  [260, 'Assessed'],
  [330, 'Amount'],
)

const rows: [string, Printed[], { form: string | null; periods: string[] | null }][] = [
  [
    'cells of their own',
    [
      ...heads,
      ...cells(115, [50, 'Income'], [120, '1040'], [190, '12/31/2020'], [330, '$4,310.22']),
      ...cells(130, [50, 'Income'], [120, '1040'], [190, '12/31/2021'], [330, '$5,200.10']),
      ...cells(145, [50, 'Total amount due'], [330, '$9,510.32']),
    ],
    { form: '1040', periods: ['2020', '2021'] },
  ],
  [
    'cells that ran into each other, heads too',
    [
      [50, 100, 'Tax period ending Form number Amount you owed Total'],
      [50, 115, '|March 31, 2022 941 $4,000.00 $4,000.00'],
      [50, 130, '[June 30, 2022 941 $3,947.81 $3,947.81'],
    ],
    { form: '941', periods: ['2022-03', '2022-06'] },
  ],
  [
    'a date of assessment before the period',
    [
      [50, 100, 'Form number Date of assessment Tax period ended Balance'],
      [50, 115, '1040 06/03/2024 12/31/2022 $100.00'],
    ],
    { form: '1040', periods: ['2022'] },
  ],
  [
    'years without days',
    [
      [50, 100, 'Tax year Form Amount due'],
      [50, 115, '2019 1040 $100.00'],
      [50, 130, '2020 1040 $200.00'],
    ],
    { form: '1040', periods: ['2019', '2020'] },
  ],
  [
    'two forms: which one the letter is about stays open',
    [
      ...heads,
      ...cells(115, [50, 'Employment'], [120, '941'], [190, '03/31/2022'], [330, '$1.00']),
      ...cells(130, [50, 'Unemployment'], [120, '940'], [190, '12/31/2022'], [330, '$2.00']),
    ],
    { form: null, periods: ['2022-03', '2022'] },
  ],
  [
    'a row whose period cannot be read: the rest would be a part of the debt',
    [
      ...heads,
      ...cells(115, [50, 'Income'], [120, '1040'], [190, 'u2-31-2O'], [330, '$4,310.22']),
      ...cells(130, [50, 'Income'], [120, '1040'], [190, '12/31/2021'], [330, '$5,200.10']),
    ],
    { form: '1040', periods: null },
  ],
]
test.each(rows)('a statement with %s', (_name, printed, { form, periods }) => {
  const pages = [pageOf(printed)]
  expect(findForm(pages)?.value ?? null).toBe(form)
  expect(findTaxPeriods(pages, form)?.value ?? null).toEqual(periods)
})

test.each<[string, Printed[], string | null]>([
  [
    'only row, below a last column of what is owed, is the whole debt',
    [
      [50, 100, 'Form Tax period ended Amount you owe'],
      [50, 115, '1040 December 31, 2022 $57,527.75'],
    ],
    '57527.75',
  ],
  [
    'row of several without a total is a part of it',
    [
      [50, 100, 'Form Tax period ended Amount you owe'],
      [50, 115, '1040 December 31, 2021 $100.00'],
      [50, 130, '1040 December 31, 2022 $200.00'],
    ],
    null,
  ],
  [
    'only row whose last column is interest leaves it open',
    [
      [50, 100, 'Form Tax period ended Tax Interest'],
      [50, 115, '1040 December 31, 2022 $100.00 $4.00'],
    ],
    null,
  ],
])('the sum in the %s', (_name, printed, amount) => {
  expect(findAmount([pageOf(printed)])?.value ?? null).toBe(amount)
})

test('a sentence about tax years with a date below it is not a statement', () => {
  const pages = [
    pageOf([
      [50, 100, 'We have the balance for the tax years that you asked about.'],
      [50, 115, 'October 27, 2026'],
    ]),
  ]
  expect(findDebtTable(pages, takeForm)).toBeNull()
})

test('a row that contains its own date is not a header row', () => {
  const pages = [
    pageOf([
      [50, 100, 'Type of tax 1040A Period ending 12/31/2019'],
      [50, 130, 'Notice date October 27, 2026 $5.00'],
    ]),
  ]
  expect(findDebtTable(pages, takeForm)).toBeNull()
})

test('labels above their values in the heading are not a statement of debt', () => {
  const heading: Printed[] = [
    [300, 60, 'Tax form:'],
    [440, 60, 'Tax year:'],
    [300, 72, '1040'],
    [440, 72, '2018'],
  ]
  expect(findDebtTable([pageOf(heading)], takeForm)).toBeNull()
})
