import { describe, expect, test } from 'vitest'
import { findAddresses } from '../../../../src/main/reading/rules/addresses.ts'
import { findAmount } from '../../../../src/main/reading/rules/amount.ts'
import { findEmployeeId, findEmployeeName, findPhone } from '../../../../src/main/reading/rules/contacts.ts'
import { findNoticeDate } from '../../../../src/main/reading/rules/notice-date.ts'
import { findForm } from '../../../../src/main/reading/rules/tax-form.ts'
import { findTaxPeriods } from '../../../../src/main/reading/rules/tax-periods.ts'
import { findTin } from '../../../../src/main/reading/rules/tin.ts'
import { column, type Printed, pageOf } from './page-support.ts'

const on = <T>(
  find: (pages: ReturnType<typeof pageOf>[]) => { value: T } | null,
  printed: readonly Printed[],
) => find([pageOf(printed)])?.value ?? null

describe('notice date', () => {
  test.each<[string, Printed[], string | null]>([
    [
      'beside its label',
      [
        [400, 50, 'Notice date'],
        [500, 50, 'January 30, 2019'],
      ],
      '2019-01-30',
    ],
    [
      'below its label',
      [
        [400, 50, 'Date:'],
        [400, 62, '11/09/2026'],
      ],
      '2026-11-09',
    ],
    ['behind its label', [[400, 50, 'DATE: 11/09/2026']], '2026-11-09'],
    [
      'in the heading of a C letter that stands near the middle',
      [
        [170, 45, 'In reply refer to: 8734996495'],
        [165, 57, 'July 24, 2026 LTR 106C'],
      ],
      '2026-07-24',
    ],
    [
      'broken over two lines of its cell',
      [
        [400, 50, 'Notice date'],
        [500, 50, 'September 15,'],
        [500, 62, '2026'],
      ],
      '2026-09-15',
    ],
    [
      'beside a label in two languages',
      [
        [400, 50, 'Notice date / Fecha del aviso'],
        [560, 50, '5/4/2026'],
      ],
      '2026-05-04',
    ],
    [
      'on the LTR line',
      [
        [330, 60, 'Sep. 7, 2026'],
        [430, 60, 'LTR 2272C'],
      ],
      '2026-09-07',
    ],
    [
      'not the first date on the page',
      [
        [50, 20, 'January 1, 2020'],
        [400, 50, 'Notice date'],
        [500, 50, 'May 5, 2026'],
      ],
      '2026-05-05',
    ],
    ['not a date without a label', [[50, 300, 'January 30, 2019']], null],
    [
      'not a day that no calendar has',
      [
        [400, 50, 'Notice date'],
        [500, 50, 'February 30, 2026'],
      ],
      null,
    ],
    ['not a label inside a sentence', [[50, 300, 'Date of birth: 01/02/1980']], null],
  ])('%s', (_what, printed, expected) => {
    expect(on(findNoticeDate, printed)).toBe(expected)
  })
})

describe('amount due', () => {
  test.each<[string, Printed[], string | null]>([
    ['in the headline', [[50, 250, 'Amount due immediately: $9,533.53']], '9533.53'],
    ['with its day in front', [[50, 250, 'Amount due by February 20, 2018 $1,075.21']], '1075.21'],
    ['under its day', column(50, 600, 'Amount due by', 'February 20, 2018', '$1,075.21'), '1075.21'],
    [
      'the past due payment, not the whole debt',
      [
        [50, 250, 'Payment Due Immediately $300.00'],
        [50, 400, 'Amount you owed'],
        [300, 400, '$9,444.07'],
      ],
      '300.00',
    ],
    [
      'the total of a statement',
      [
        [50, 500, 'Total Amount Due'],
        [300, 500, '$93,018.53'],
      ],
      '93018.53',
    ],
    [
      'not a part of the sum',
      [
        [50, 400, 'Amount you owed'],
        [300, 400, '$9,444.07'],
        [50, 414, 'Interest charges'],
        [300, 414, '54.48'],
      ],
      null,
    ],
    [
      'not what would be due one day',
      [
        [50, 400, 'Total amount due if we terminate your agreement'],
        [400, 400, '$10,803.20'],
      ],
      null,
    ],
    [
      'not an empty field',
      [
        [50, 640, 'Amount due remitted'],
        [200, 640, '$'],
      ],
      null,
    ],
  ])('%s', (_what, printed, expected) => {
    expect(on(findAmount, printed)).toBe(expected)
  })
})

describe('taxpayer number', () => {
  test.each<[string, Printed[], { type: string | null; last4: string } | null]>([
    [
      'masked by X',
      [
        [400, 60, 'Social Security number'],
        [520, 60, 'XXX-XX-4411'],
      ],
      { type: 'SSN', last4: '4411' },
    ],
    ['masked by stars', [[400, 60, 'Taxpayer ID number: ***-**-4411']], { type: 'SSN', last4: '4411' }],
    [
      'under a label of two lines',
      [
        [400, 60, 'Social Security'],
        [400, 72, 'number'],
        [520, 60, '000-00-4411'],
      ],
      { type: 'SSN', last4: '4411' },
    ],
    [
      'of an employer',
      [
        [400, 60, 'Employer ID number'],
        [520, 60, '00-0004411'],
      ],
      { type: 'EIN', last4: '4411' },
    ],
    [
      'of an employer under a general label',
      [
        [400, 60, 'Taxpayer identification number'],
        [560, 60, 'XX-XXX4411'],
      ],
      { type: 'EIN', last4: '4411' },
    ],
    [
      'from 900 on, which is no SSN, under a general label',
      [
        [400, 60, 'Taxpayer ID number'],
        [520, 60, '900-70-4411'],
      ],
      { type: null, last4: '4411' },
    ],
    [
      'not the placeholder of a sample',
      [
        [400, 60, 'Social security number'],
        [520, 60, 'nnn-nn-nnnn'],
      ],
      null,
    ],
    [
      'not an employee number',
      [
        [400, 60, 'Employee ID number'],
        [520, 60, '000-00-4411'],
      ],
      null,
    ],
  ])('%s', (_what, printed, expected) => {
    expect(on(findTin, printed)).toEqual(expected)
  })
})

describe('contacts', () => {
  test.each<[string, Printed[], string | null]>([
    ['behind its label', [[400, 90, 'Phone 1-800-829-1040']], '800-829-1040'],
    [
      'beside the label of its row',
      [
        [400, 90, 'To contact us'],
        [500, 90, '800-829-1040'],
      ],
      '800-829-1040',
    ],
    [
      'in brackets',
      [
        [400, 90, 'Telephone:'],
        [400, 102, '(202) 555-0119'],
      ],
      '202-555-0119',
    ],
    [
      'broken at its hyphen',
      [
        [400, 90, 'To contact us'],
        [500, 90, 'Phone 617-555-'],
        [500, 102, '0195'],
      ],
      '617-555-0195',
    ],
    ['not the fax', [[400, 90, 'Fax: 855-555-0152']], null],
    ['not the placeholder of a sample', [[400, 90, 'Phone 1-800-xxx-xxxx']], null],
  ])('phone %s', (_what, printed, expected) => {
    expect(on(findPhone, printed)).toBe(expected)
  })

  const block = [
    ...column(
      400,
      60,
      'Person to contact:',
      'Ms. A. Trevanion',
      'Employee ID number:',
      '1000123456',
      'Telephone:',
      '(202) 555-0119',
    ),
  ]
  test('the person and the employee number are below their labels', () => {
    expect([on(findEmployeeName, block), on(findEmployeeId, block)]).toEqual([
      'Ms. A. Trevanion',
      '1000123456',
    ])
  })
  test('another label is not a name', () => {
    expect(on(findEmployeeName, column(400, 60, 'Person to contact:', 'Employee ID number:'))).toBeNull()
  })
})

describe('tax periods and form', () => {
  test.each<[string, Printed[], string | null, string[] | null]>([
    [
      'a year',
      [
        [400, 50, 'Tax year'],
        [500, 50, '2017'],
      ],
      '1040',
      ['2017'],
    ],
    [
      'several years',
      [
        [400, 50, 'Tax years'],
        [500, 50, '2017, 2018 and 2019'],
      ],
      '1040',
      ['2017', '2018', '2019'],
    ],
    [
      'a quarter by its last day',
      [
        [400, 50, 'Tax period'],
        [500, 50, 'June 30, 2023'],
      ],
      '941',
      ['2023-06'],
    ],
    [
      'the last quarter keeps its month',
      [
        [400, 50, 'Tax period'],
        [500, 50, '12/31/2023'],
      ],
      '941',
      ['2023-12'],
    ],
    [
      'a year by its last day',
      [
        [400, 50, 'Tax period ended'],
        [520, 50, 'December 31, 2022'],
      ],
      '1040',
      ['2022'],
    ],
    [
      'the code of a C letter',
      [
        [400, 60, 'LTR 2272C'],
        [400, 74, 'XXX-XX-4411 202312 30'],
      ],
      '1040',
      ['2023'],
    ],
    [
      'a column',
      [
        [50, 400, 'Form'],
        [150, 400, 'Tax period ended'],
        [300, 400, 'Assessed'],
        [50, 414, '1040'],
        [150, 414, '12/31/2020'],
        [300, 414, '05/19/2025'],
        [50, 428, '1040'],
        [150, 428, '12/31/2021'],
        [300, 428, '05/19/2025'],
      ],
      '1040',
      ['2020', '2021'],
    ],
    [
      'a sentence',
      column(50, 300, 'you have unpaid taxes for the tax', 'year ended December 31, 2018 (Form 1040A).'),
      '1040A',
      ['2018'],
    ],
    ['not a year in passing', column(50, 300, 'The law changed in 2019 for everybody.'), null, null],
  ])('%s', (_what, printed, form, expected) => {
    expect(findTaxPeriods([pageOf(printed)], form)?.value ?? null).toEqual(expected)
  })

  test.each<[string, Printed[], string | null]>([
    ['by its label', [[50, 100, 'Form number: 941']], '941'],
    [
      'in the column of the kind of tax',
      [
        [50, 400, 'Kind of Tax'],
        [50, 414, '1040'],
      ],
      '1040',
    ],
    [
      'with the tax of the year',
      column(50, 300, 'unpaid taxes for the tax year', 'ended December 31, 2018 (Form 1040A).'),
      '1040A',
    ],
    ['on the stub', [[350, 700, 'the tax year (2017), and the form number (1040) on your payment.']], '1040'],
    [
      'a penalty',
      [
        [50, 400, 'Type of tax'],
        [50, 414, 'CIVIL PENALTY'],
      ],
      'CIVPEN',
    ],
    ['not the form of a request', column(50, 300, 'Complete the enclosed Form 12153 or Form 9423.'), null],
  ])('form %s', (_what, printed, expected) => {
    expect(on(findForm, printed)).toBe(expected)
  })
})

describe('addresses', () => {
  const office = column(
    50,
    40,
    'Department of the Treasury',
    'Internal Revenue Service',
    'P.O. Box 9019',
    'Holtsville, NY 11742-9019',
  )
  const window = column(
    60,
    150,
    '091365.995305.2513 1 MB 0.478 530',
    'JAMES & KAREN Q SPARROW',
    '22 BOULDER STREET',
    'HANSON, CT 00000-7253',
  )
  const stub = column(50, 640, 'INTERNAL REVENUE SERVICE', 'CINCINNATI, OH 45999-0149')
  test('the office is above, the taxpayer in the window, and the stub is neither', () => {
    const found = findAddresses([pageOf([...stub, ...office, ...window])])
    expect([found.returnAddress?.value, found.taxpayerName?.value, found.taxpayerAddress?.value]).toEqual([
      'Department of the Treasury\nInternal Revenue Service\nP.O. Box 9019\nHoltsville, NY 11742-9019',
      'JAMES & KAREN Q SPARROW',
      '22 BOULDER STREET\nHANSON, CT 00000-7253',
    ])
  })
  test('a page without an address has none', () => {
    expect(findAddresses([pageOf(column(50, 100, 'Dear Anselm,', 'thank you.'))])).toEqual({
      returnAddress: null,
      taxpayerName: null,
      taxpayerAddress: null,
    })
  })
})

describe('rules that other layouts required', () => {
  const box = (y: number, label: string, value: string): Printed[] => [
    [400, y, label],
    [500, y, value],
  ]
  test.each<[string, Printed[], string[] | null]>([
    [
      'a list over several lines of its cell',
      [...box(50, 'Tax periods', 'June 30, 2020,'), [500, 62, 'September 30,'], [500, 74, '2020']],
      ['2020-06', '2020-09'],
    ],
    [
      'a date below with a label of its own is another fact',
      [...box(50, 'Tax year', '2021'), ...box(62, 'Notice date', 'October 1, 2026')],
      ['2021'],
    ],
    [
      'a list under each other in a typed letter',
      [
        [100, 50, 'Tax periods: Dec. 31, 2021'],
        [165, 62, 'Dec. 31, 2022'],
      ],
      ['2021', '2022'],
    ],
  ])('periods: %s', (_name, printed, expected) => {
    expect(on((pages) => findTaxPeriods(pages, null), printed)).toEqual(expected)
  })

  test.each<[string, Printed[], string | null]>([
    [
      'the sum of the statement, not its first row',
      [
        [50, 100, 'Tax period ended'],
        [150, 100, 'Form'],
        [250, 100, 'Amount due'],
        [50, 115, '12-31-2020'],
        [150, 115, '1040'],
        [250, 115, '$5,899.22'],
        [50, 130, '12-31-2021'],
        [150, 130, '1040'],
        [250, 130, '$337.73'],
        [50, 145, 'Total'],
        [250, 145, '$6,236.95'],
      ],
      '6236.95',
    ],
    [
      'the line behind a statement without a sum',
      [
        [50, 100, 'Tax period ended'],
        [150, 100, 'Form'],
        [250, 100, 'Amount due'],
        [50, 115, '12-31-2020'],
        [150, 115, '1040'],
        [250, 115, '$5,899.22'],
        [50, 180, 'Amount due: $5,999.00'],
      ],
      '5999.00',
    ],
  ])('amount: %s', (_name, printed, expected) => {
    expect(on(findAmount, printed)).toBe(expected)
  })

  test('a phone number in a sentence is the letter’s, the Advocate’s is not', () => {
    expect(on(findPhone, [[50, 50, 'Please call us toll free at 800-829-0922 between 8 and 8.']])).toBe(
      '800-829-0922',
    )
    expect(on(findPhone, [[50, 50, 'To reach the Taxpayer Advocate Service, call 877-777-4778.']])).toBeNull()
  })

  test('the last four digits under a label that says so', () => {
    expect(on(findTin, [[400, 50, 'Taxpayer ID number (last 4 digits): 9614']])).toEqual({
      type: null,
      last4: '9614',
    })
  })

  test('the letterhead begins with the Treasury although the logo comes before it', () => {
    const printed: Printed[] = [
      [60, 40, 'IRS Department of the Treasury'],
      [100, 52, 'Internal Revenue Service'],
      [100, 64, 'Ogden, UT 84404-0040'],
    ]
    expect(findAddresses([pageOf(printed)]).returnAddress?.value).toBe(
      'Department of the Treasury\nInternal Revenue Service\nOgden, UT 84404-0040',
    )
  })
})

test.each([
  [['Internal Revenue Service', 'Memphis, TN 38101']],
  [['Department of the Treasury', 'Holtsville NY 11742-0480']],
  [['Department of the Treasury – Internal Revenue Service', 'Kansas City, Missouri 64999']],
  [['Internal Revenue Service', 'Room 1200, 230 Example St.', 'CHICAGO, ILLINOIS 60604']],
  [['Department of the Treasury', 'Internal Revenue Service', 'Concord, New Hampshire 03301']],
])('a letterhead without a street, or with its state written out, is an address: %s', (letterhead) => {
  const window = column(60, 180, 'ROSA PERSON', '12 ELM ST', 'SPRINGFIELD, IL 62701')
  const found = findAddresses([pageOf([...column(50, 40, ...letterhead), ...window])])
  expect(found.returnAddress?.value).toBe(letterhead.join('\n'))
  expect(found.taxpayerName?.value).toBe('ROSA PERSON')
})

test('a letterhead without a city is no address', () => {
  const printed = column(50, 40, 'Department of the Treasury', 'Internal Revenue Service')
  expect(findAddresses([pageOf(printed)]).returnAddress).toBeNull()
})

test('the rest of an office’s address beside its logo is not the taxpayer', () => {
  const printed: Printed[] = [
    [60, 60, 'P.O. Box 9019'],
    [60, 72, 'Holtsville, NY 11742-9019'],
    [60, 180, '0000 OOQO DELPHINE J SZYMANSKI'],
    [60, 192, '882 MULBERRY ST'],
    [60, 204, 'PORT WILLOW, ME 40411'],
  ]
  const { taxpayerName, taxpayerAddress } = findAddresses([pageOf(printed)])
  expect(taxpayerName?.value).toBe('DELPHINE J SZYMANSKI')
  expect(taxpayerAddress?.value).toBe('882 MULBERRY ST\nPORT WILLOW, ME 40411')
})

test('a value of two lines whose label is at half their height', () => {
  const cell: Printed[] = [
    [400, 56, 'Tax period'],
    [500, 50, '09/30/2019,'],
    [500, 62, '12/31/2019'],
  ]
  expect(findTaxPeriods([pageOf(cell)], '941')?.value).toEqual(['2019-09', '2019-12'])
})

test('a name broken at its hyphen stays one word', () => {
  const window = column(60, 140, 'PRIYA OKONKWO-', 'HALE', '12 ALDER CT', 'FAIRHAVEN, OH 44221')
  expect(findAddresses([pageOf(window)]).taxpayerName?.value).toBe('PRIYA OKONKWO-HALE')
})

test('a tall logo above the address is not a name', () => {
  const page = pageOf(column(50, 130, 'DELPHINE J SZYMANSKI', '12 QUARRY LN', 'MARLOW BEND, KY 40099'))
  const logo = { text: 'BRS |', box: [50 / 612, 84 / 792, 50 / 612, 30 / 792] as const, confidence: 0.5 }
  const lines = [{ ...logo, box: [...logo.box] as [number, number, number, number] }, ...page.lines]
  const found = findAddresses([{ ...page, source: 'ocr', lines }])
  expect(found.taxpayerName?.value).toBe('DELPHINE J SZYMANSKI')
})

test('an office whose second line was lost in the logo is still not a taxpayer', () => {
  const printed: Printed[] = [
    [60, 40, 'IRS Department of the Treasury'],
    ...column(100, 58, '7850 SW 6th Court', 'Mail Stop 5780', 'Plantation, FL 33324-3202'),
    [60, 170, '0000 ODOODDDDN DOOODOODOO ODOO'],
    ...column(60, 182, 'INGRID T SZYMANSKI', '12 QUARRY LN', 'MARLOW BEND, KY 40099'),
  ]
  const found = findAddresses([pageOf(printed)])
  expect(found.taxpayerName?.value).toBe('INGRID T SZYMANSKI')
  expect(found.returnAddress?.value).toBe(
    'Department of the Treasury\n7850 SW 6th Court\nMail Stop 5780\nPlantation, FL 33324-3202',
  )
})

test('a city whose state is a little apart', () => {
  const window: Printed[] = [
    ...column(60, 140, 'KOFI J SZYMANSKI', '9250 ALDER CT', 'BAYOU ROUGE,'),
    [128, 164, 'LA 94038'],
  ]
  expect(findAddresses([pageOf(window)]).taxpayerAddress?.value).toBe('9250 ALDER CT\nBAYOU ROUGE, LA 94038')
})

test('periods that continue below their own label, whatever is on the left', () => {
  const printed: Printed[] = [
    [340, 90, 'Tax Periods Ended: December 31, 2021, December 31,'],
    [60, 101, 'KANSAS CITY, MO 64121-9236'],
    [340, 102, '2022, December 31, 2023'],
    [340, 114, 'Form: 1040'],
  ]
  expect(findTaxPeriods([pageOf(printed)], '1040')?.value).toEqual(['2021', '2022', '2023'])
})

test('a statement whose headers ran together', () => {
  const rows: Printed[] = [
    [60, 400, 'Tax periodended'],
    [180, 400, 'Form'],
    [240, 400, 'Assessed balance'],
    [60, 414, 'December 31, 2022'],
    [180, 414, '1040'],
    [240, 414, '$22,375.37'],
  ]
  expect(findTaxPeriods([pageOf(rows)], '1040')?.value).toEqual(['2022'])
})

test('periods beside a label that is broken over two lines', () => {
  const printed: Printed[] = [
    [330, 58, 'Tax'],
    [370, 58, 'June 30, 2020, September 30, 2020,'],
    [330, 70, 'year'],
    [370, 70, 'December 31, 2020'],
    [330, 82, 'Notice date'],
    [400, 82, 'January 14, 2027'],
  ]
  expect(findTaxPeriods([pageOf(printed)], '941')?.value).toEqual(['2020-06', '2020-09', '2020-12'])
})

test.each([
  ['202412 01', '2024-12', 'Form 941 is filed for quarters'],
  ['202406 01', '2024-06', 'Form 941 is filed for quarters'],
  ['202412 30', '2024', 'Form 1040 is filed for years'],
])('%s in the heading of a C letter is %s: %s', (code, period) => {
  const printed: Printed[] = [
    [330, 40, 'LTR 2645C 0'],
    [330, 52, `XX-XXX7522 ${code}`],
  ]
  expect(findTaxPeriods([pageOf(printed)], null)?.value).toEqual([period])
})

test('in columns of labels, the form beside the taxpayer’s number is not its last four digits', () => {
  const printed: Printed[] = [
    [221, 217, 'Taxpayer Identification Number'],
    [398, 217, 'Tax Form'],
    [221, 229, '***-**-8009'],
    [398, 229, '1040'],
  ]
  expect(on(findTin, printed)).toEqual({ type: 'SSN', last4: '8009' })
})

test.each(['P.O. Box 145566', 'PO. Box 145566', 'P.O, Box 145566', 'P. O. Box 145566'])(
  'a box whose points were misread is printed as it was: %s',
  (box) => {
    const office = column(
      50,
      40,
      'Department of the Treasury',
      'Internal Revenue Service',
      box,
      'Cincinnati, OH 45250-5566',
    )
    expect(findAddresses([pageOf(office)]).returnAddress?.value.split('\n')[2]).toBe('P.O. Box 145566')
  },
)
