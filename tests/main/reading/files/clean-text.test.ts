import { afterEach, expect, test } from 'vitest'
import type { Core } from '../../../../src/main/app/core.ts'
import { cleanFileName } from '../../../../src/main/reading/files/clean-text.ts'
import { cleanText } from '../../../../src/shared/text/clean-name.ts'
import { onePage, rawPdf, stream } from '../../../fixtures/hostile/raw-pdf.ts'
import { testCore } from '../../../support.ts'

let core: Core | undefined
afterEach(() => core?.close())

test.each([
  ['notice\u202Efdp.exe', 'noticefdp.exe'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\me\\letter.pdf', 'letter.pdf'],
  ['line\nbreak\u0000.pdf', 'line break .pdf'],
  ['\u001b[31mred.pdf', ' [31mred.pdf'.trim()],
  ['..', 'letter'],
  ['\u202E\u2066', 'letter'],
  ['carta de José – 2026 (1).pdf', 'carta de José – 2026 (1).pdf'],
  ['رسالة.pdf', 'رسالة.pdf'],
])('the file name %j is stored as %j', (given, kept) => {
  expect(cleanFileName(given)).toBe(kept)
})

test('text loses hidden characters and nothing else', () => {
  expect(cleanText('a\u202Eb\u2066c\u200Fd\u0007e\u00adf\u00e9')).toBe('abcd e\u00adf\u00e9')
})

test('markup and direction marks in a letter are plain text in its facts, words, and name', async () => {
  core = testCore()
  const lines = [
    'Department of the Treasury',
    'Internal Revenue Service',
    'Notice CP504',
    'Notice date November 2, 2026',
    'Social security number 000-12-3456',
    '<img src=x onerror=alert(1)> <script>alert(2)</script>',
    'Amount due: $1,000.00',
    'We intend to levy your property or rights to property if you do not pay this amount now.',
  ]
  const drawn = lines.map((line) => `(${line.replace(/[()\\]/g, '\\$&')}) Tj T*`).join('\n')
  const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
  const bytes = rawPdf([...onePage('0 0 612 792', font), stream(`BT /F 12 Tf 16 TL 40 740 Td ${drawn} ET`)])
  const fileName = '<b>letter</b>\u202E.pdf'
  await core.api['letter:add']({ fileName, bytes: new Uint8Array(bytes) })
  await core.idle()
  const [letter] = (await core.api['letters:list'](null)).letters
  expect(letter?.status).toEqual({ kind: 'read' })
  expect(letter?.reading?.facts.noticeCode).toBe('CP504')
  expect(letter?.fileName).toBe('b>.pdf')
  expect(JSON.stringify(letter)).not.toMatch(/\p{Bidi_Control}|\\u202e/iu)
})
