import { expect, test } from 'vitest'
import { scanTypeOf } from '../../../../src/main/reading/files/scan-type.ts'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )

test.each([
  ['nothing at all', bytes(), 'empty'],
  ['a PDF', bytes('%PDF-1.7\n'), 'pdf'],
  ['a PDF behind the junk of a mail program', bytes('\r\nX-Spam: no\r\n\r\n%PDF-1.4\n'), 'pdf'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'jpeg'],
  ['a PNG', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'png'],
  ['a little-endian TIFF', bytes('II', [0x2a, 0, 8, 0, 0, 0]), 'tiff'],
  ['a big-endian TIFF', bytes('MM', [0, 0x2a, 0, 0, 0, 8]), 'tiff'],
  ['a TIFF with places of eight bytes', bytes('II', [0x2b, 0, 8, 0, 0, 0]), 'tiff'],
  ['a GIF', bytes('GIF89a', [1, 0, 1, 0]), 'gif'],
  ['an AVIF', bytes([0, 0, 0, 28], 'ftypavif', [0, 0, 0, 0]), 'avif'],
  ['a JPEG 2000', bytes([0, 0, 0, 12], 'jP  ', [13, 10, 0x87, 10]), 'jp2'],
  ['the code stream of a JPEG 2000 alone', bytes([0xff, 0x4f, 0xff, 0x51, 0, 41]), 'jp2'],
  [
    'a saved email',
    bytes(
      'Received: from mx.example\r\n\tby mail.example\r\nFrom: irs@example.com\r\nSubject: Notice CP14\r\n\r\nPay',
    ),
    'email',
  ],
  ['a note that quotes an email', bytes('I got this today.\nFrom: irs@example.com\nSubject: Pay\n'), 'text'],
  ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'webp'],
  ['a BMP', bytes('BM', [60, 0, 0, 0, 0, 0, 0, 0, 54, 0, 0, 0], 'x'.repeat(60)), 'bmp'],
  ['a photo from an iPhone', bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]), 'heic'],
  ['a Word document', bytes('PK', [3, 4, 20, 0]), 'office'],
  ['an old Word document', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'office'],
  ['rich text', bytes('{\\rtf1\\ansi'), 'office'],
  [
    'plain text that begins like a bitmap',
    bytes('BM is how my notes begin, and they go on for more than a line or two.'),
    'text',
  ],
  ['a web page', bytes('<!doctype html><p>Notice CP504'), 'text'],
  ['bytes of no known kind', bytes([0, 1, 2, 3, 250, 0, 7]), 'unknown'],
])('%s is recognized by its bytes', (_what, file, type) => {
  expect(scanTypeOf(file)).toBe(type)
})
