import { expect, test } from 'vitest'
import {
  codeOf,
  hasLookalike,
  noticeCodesFrom,
  printedNumber,
} from '../../../../src/main/reading/rules/notice-codes.ts'
import { law } from '../reading-support.ts'

const codes = noticeCodesFrom(law)
const code = (text: string) => {
  const printed = printedNumber(text)
  return printed && codeOf(codes, printed)
}

test.each([
  ['CP504', 'CP504'],
  ['CP 504', 'CP504'],
  ['Notice CP-504', 'CP504'],
  ['CP5O4', 'CP504'],
  ['CPS04', 'CP504'],
  ['CP504B', 'CP504B'],
  ['CP297', 'CP297'],
  ['CP297A', 'CP297A'],
  ['CP297C', 'CP297C'],
  ['CP9O', 'CP90'],
  ['CP90C', 'CP90C'],
  ['CP05', 'CP05'],
  ['CP523 (SP)', 'CP523'],
  ['LT11', 'LT11'],
  ['LTII', 'LT11'],
  ['LT 75', 'LT75'],
  ['Letter 11', 'LT11'],
  ['Letter 1058', 'L1058'],
  ['Letter 1058 (DO)', 'L1058'],
  ['Letter 1058-A', 'L1058'],
  ['Letter 3172 (DO)', 'L3172'],
  ['Letter 2272C', 'L2272C'],
  ['LTR 2272C', 'L2272C'],
  ['LTR 2272¢', 'L2272C'],
  ['LTR 105C', 'L105C'],
  ['Form 668-W(c)(DO)', 'F668W'],
  ['Form 668 (Y)(c)', 'F668Y'],
])('%s is %s', (text, expected) => {
  expect(code(text)).toBe(expected)
})

test.each([
  'CP5501',
  'CP297B',
  'CP999',
  'Letter 9423',
  'Form 12153',
  'Publication 1660',
  'LTR 205C',
  'CP',
  '504',
])('%s is not a notice of the catalog', (text) => {
  expect(code(text)).toBeNull()
})

test('every way the catalog prints a number leads back to its notice', () => {
  const lost = law.notices.flatMap((notice) =>
    [notice.code, ...notice.printedAs].filter((text) => !/ 0$/.test(text) && code(text) !== notice.code),
  )
  expect(lost).toEqual([])
})

test.each(['CP604', 'CP623', 'CP790'])(
  'a Spanish number is read as itself, and one slip from another needs two witnesses: %s',
  (number) => {
    const printed = printedNumber(number)
    expect(printed && codeOf(codes, printed)).toBe(number)
    expect(printed && hasLookalike(codes, printed)).toBe(true)
  },
)
