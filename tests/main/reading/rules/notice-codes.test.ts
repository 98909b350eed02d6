import { describe, expect, test } from 'vitest'
import {
  codeOf,
  isGuessed,
  noticeCodesFrom,
  printedNumber,
} from '../../../../src/main/reading/rules/notice-codes.ts'
import { law } from '../reading-support.ts'

const codes = noticeCodesFrom(law)
const code = (text: string, source: 'ocr' | 'text-layer' = 'ocr') => {
  const printed = printedNumber(text)
  return printed && codeOf(codes, printed, source)
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
  'CP888',
  'Letter 9423',
  'Form 12153',
  'Publication 1660',
  'LTR 205C',
  'CP',
  '504',
])('%s is not a notice of the catalog', (text) => {
  expect(code(text)).toBeNull()
})

const known = [...law.notices, ...law.named]

test('every way the catalog prints a number leads back to its notice', () => {
  const lost = known.flatMap((notice) =>
    [notice.code, ...notice.printedAs].filter((text) => !/ 0$/.test(text) && code(text) !== notice.code),
  )
  expect(lost).toEqual([])
  expect(known.length).toBeGreaterThanOrEqual(300)
})

test('a suffix is never lost, and none is added', () => {
  expect(
    ['CP21A', 'CP21B', 'CP21', 'CP21D', 'CP259H', 'CP259J', 'CP53E', 'CP53F'].map((text) =>
      code(text, 'text-layer'),
    ),
  ).toEqual(['CP21A', 'CP21B', null, null, 'CP259H', null, 'CP53E', null])
})

test('a letter that may be a digit is tried as one only on a picture of print', () => {
  expect([code('CP21D'), code('CP21D', 'text-layer')]).toEqual(['CP210', null])
  expect(isGuessed(codes, { family: 'CP', number: '21D', suffix: '' })).toBe(true)
  expect(isGuessed(codes, { family: 'CP', number: '5O4', suffix: '' })).toBe(false)
})

describe('one misread character', () => {
  const confused = (one: string, other: string) => codes.confusions.get(one)?.has(other) ?? false
  test.each([
    ['CP501', 'CP504', 'a digit'],
    ['CP297', 'CP297A', 'a suffix that is lost'],
    ['CP21A', 'CP211A', 'a digit too many'],
    ['CP21B', 'CP21E', 'a suffix like another'],
    ['CP80', 'CP88', 'a digit like another'],
    ['CP504', 'CP604', 'a number in Spanish'],
    ['CP13', 'CP13A', 'a suffix that is added'],
  ])('%s and %s: %s, found by computing', (one, other) => {
    expect([confused(one, other), confused(other, one)]).toEqual([true, true])
  })
  test('every confusion holds both ways, and a number is none of its own', () => {
    for (const [one, others] of codes.confusions)
      for (const other of others)
        expect([one, other, confused(other, one), one === other]).toEqual([one, other, true, false])
    expect(codes.confusions.size).toBeGreaterThan(100)
  })
})

test.each(['CP604', 'CP623', 'CP790'])(
  'a Spanish number is read as itself, and one slip from another needs two witnesses: %s',
  (number) => {
    const printed = printedNumber(number)
    expect(printed && codeOf(codes, printed)).toBe(number)
    expect(codes.confusions.has(number)).toBe(true)
  },
)
