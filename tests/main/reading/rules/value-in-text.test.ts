import { expect, test } from 'vitest'
import { holds, onlyValueIn, type PrintedAs } from '../../../../src/main/reading/rules/value-in-text.ts'

/** What the second engine makes of print: blanks are gone, a letter stands for a digit, a month has a wrong letter. */
test.each<[PrintedAs, string, string]>([
  ['notice', 'CP504', 'NoticeCP504'],
  ['notice', 'CP504', 'CP5O4'],
  ['notice', 'CP504', 'CP504Notice date'],
  ['notice', 'CP518I', 'CP5181'],
  ['notice', 'L2272C', 'LTR2272C 0'],
  ['notice', 'F668W', 'Form 668-W(c)(DO)'],
  ['notice', 'L3172', 'Letter3172(DO)(Rev.1-2017)'],
  ['day', '2026-10-09', 'October 9, 2026'],
  ['day', '2026-10-09', 'unlessyoumeetthembyOctober9,2026wewill'],
  ['day', '2026-10-07', '0ct. 7, 2026'],
  ['day', '2026-06-03', 'Junc 3, 2026'],
  ['day', '2026-10-09', 'Fecha del aviso: 9deoctubrede2026'],
  ['day', '2026-10-09', '10/09/2026'],
  ['day', '2026-10-09', 'October 9， 2026'],
  ['phone', '855-555-0133', '（855）555-0133'],
  ['money', '11720.37', 'Amount due:$11,720.37'],
  ['money', '11720.37', 'Amountdue immediately $ 11, 720. 37'],
  ['money', '11720.37', '$11,72O.37'],
  ['money', '500.00', 'You owe $500'],
  ['money', '34.98', '$1,200.00 34.98 1,234.98'],
  ['phone', '800-829-1040', 'To contact us1-800-829-1040'],
  ['phone', '855-555-0133', '(855)555-0133'],
  ['last-four', '1234', 'Social Security number***-**-1234'],
  ['last-four', '1234', '000-00-1234 Tax year'],
  ['digits', '1000123456', 'Employee ID:1000123456'],
  ['digits', '9214 8901 0661 5400 0123 45', '9214890106615400012345'],
])('%s %s is seen in "%s"', (kind, value, text) => {
  expect(holds(text, kind, value)).toBe(true)
})

test.each<[PrintedAs, string, string, string | null]>([
  ['notice', 'CP504', 'CP501', null],
  ['notice', 'CP504', 'CP504B', null],
  ['notice', 'CP504', 'CP5504', null],
  ['notice', 'CP504B', 'CP504', null],
  ['notice', 'L105C', '205C', null],
  ['day', '2026-10-09', 'October 8, 2026', '2026-10-08'],
  ['day', '2026-06-03', 'Jul. 3, 2026', '2026-07-03'],
  ['day', '2026-06-03', 'Ju. 3, 2026', null],
  ['money', '11.00', '$11,720.37', '11720.37'],
  ['money', '720.37', '$11,720.37', '11720.37'],
  ['money', '11720.37', '$11,720.3', null],
  ['money', '34.98', '3.98', '3.98'],
  ['phone', '800-829-1040', '1-800-829-1940', '800-829-1940'],
  ['last-four', '1234', '***-**-1284', '1284'],
  ['last-four', '1234', '12345', '2345'],
  ['digits', '1000123456', '1000129456', '1000129456'],
  ['digits', '1000123456', '1000-12', null],
])('%s %s is not seen in "%s", but %s', (kind, value, text, other) => {
  expect(holds(text, kind, value)).toBe(false)
  expect(onlyValueIn(text, kind, value)).toBe(other)
})
