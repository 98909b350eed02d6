import { err, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import { maxPixels } from './page-limits.ts'
import type { Scan } from './scan.ts'

/**
 * A JPEG 2000 picture as the one page of a PDF, since pdf.js brings the decoder. Its size is taken from the code stream, where
 * every such picture has it.
 */
export async function openJpeg2000Scan(bytes: Uint8Array): Promise<Result<Scan, ReadFailure>> {
  const size = sizeOf(bytes)
  if (!size) return err({ code: 'scan.damaged' })
  if (size.width * size.height > maxPixels) return err({ code: 'scan.too-large' })
  const { openPdfScan } = await import('./pdf-scan.ts')
  return openPdfScan(pdfAround(bytes, size))
}

type Size = { width: number; height: number }

/** From the marker SIZ, which is the first of a code stream (ISO/IEC 15444-1, A.5.1). */
function sizeOf(bytes: Uint8Array): Size | null {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('ff4fff51', 0, 'hex')
  if (at < 0 || bytes.length < at + 24) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset + at + 8)
  const [right, bottom, left, top] = [0, 4, 8, 12].map((place) => view.getUint32(place))
  if (right === undefined || bottom === undefined || left === undefined || top === undefined) return null
  return right > left && bottom > top ? { width: right - left, height: bottom - top } : null
}

/** The sheet is 8.5 inches wide, as most are; how large a picture is on paper, these files seldom say. */
function pdfAround(bytes: Uint8Array, { width, height }: Size): Uint8Array {
  const sheet = `612 ${Math.round((612 * height) / width)}`
  const drawing = `q ${sheet.replace(' ', ' 0 0 ')} 0 0 cm /P Do Q`
  const objects = [
    ['<</Type/Catalog/Pages 2 0 R>>'],
    ['<</Type/Pages/Count 1/Kids[3 0 R]>>'],
    [`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${sheet}]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>`],
    [`<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream`],
    [
      `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/Filter/JPXDecode/Length ${bytes.length}>>\nstream\n`,
      bytes,
      '\nendstream',
    ],
  ]
  const pieces: Buffer[] = [Buffer.from('%PDF-1.5\n')]
  const places: number[] = []
  let length = pieces[0]?.length ?? 0
  const add = (piece: Buffer) => {
    pieces.push(piece)
    length += piece.length
  }
  for (const [at, parts] of objects.entries()) {
    places.push(length)
    add(Buffer.from(`${at + 1} 0 obj\n`))
    for (const part of parts) add(typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))
    add(Buffer.from('\nendobj\n'))
  }
  const start = length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`)
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`))
  add(Buffer.from(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`))
  return new Uint8Array(Buffer.concat(pieces))
}
