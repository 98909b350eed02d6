import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeName } from '../../../src/main/export/safe-name.ts'
import { csvFrom } from '../../../src/main/export/timeline.ts'

test.each([
  ['ROSA MUÑOZ', 'ROSA MUÑOZ'],
  ['JOHN & MARY DOE', 'JOHN & MARY DOE'],
  ['../../etc/passwd', '-..-etc-passwd'],
  ['..\\..\\windows', '-..-windows'],
  ['C:\\x', 'C--x'],
  ['a/b', 'a-b'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM1.pdf', '_COM1.pdf'],
  ['COMA.pdf', 'COMA.pdf'],
  ['name. . .', 'name'],
  ['.hidden', 'hidden'],
  ['a\u202Efdp.exe', 'a-fdp.exe'],
  ['zero\u0000byte', 'zero-byte'],
  ['', 'letter'],
  ['...', 'letter'],
  ['???', 'letter'],
  [`${'x'.repeat(90)}.pdf`, `${'x'.repeat(56)}.pdf`],
])('"%s" becomes "%s"', (name, safe) => {
  expect(safeName(name, 'letter')).toBe(safe)
})

test('no name leads out of its folder, is refused by Windows, or is too long', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (name) => {
      const safe = safeName(name, 'letter')
      expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[\s.]|[\s.]$|^$/u)
      expect([...safe].length).toBeLessThanOrEqual(61)
    }),
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '|cmd', '%x', '＝1', '\u200B=1'])(
  'a cell %j is text and no formula',
  (text) => {
    expect(csvFrom([[text]])).toMatch(/^\uFEFF"?'/)
  },
)

test('quotes, commas and line ends stay inside their cell', () => {
  expect(csvFrom([['a', 'b "c"', 'd,e', 'f\ng', '$9,533.53']])).toBe(
    '\uFEFFa,"b ""c""","d,e",f g,"$9,533.53"\r\n',
  )
})
