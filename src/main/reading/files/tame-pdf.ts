import { inflateSync } from 'node:zlib'
import type { PDFRawStream } from '@cantoo/pdf-lib'
import type { FileBytes } from './scan.ts'

/** Bytes of one unpacked stream, and of all of a file; drawings of true letters stay below a hundredth. */
const mostOfOne = 64 * 1024 * 1024
const mostOfAll = 256 * 1024 * 1024

/**
 * Whether pdf-lib may copy pages of a file into a paper: it opens, and nothing in it unpacks to more than any letter needs.
 * Pictures stay packed where they are copied. Runs in a reading process, whose limits end it if the file is a bomb.
 */
export async function isTamePdf({ bytes, password }: FileBytes): Promise<boolean> {
  const { PDFDocument, PDFRawStream } = await import('@cantoo/pdf-lib')
  try {
    const pdf = await PDFDocument.load(bytes, { password: password ?? '', updateMetadata: false })
    let left = mostOfAll
    for (const [, object] of pdf.context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream) || isPicture(object)) continue
      left -= unpackedSize(object)
      if (left < 0) return false
    }
    return true
  } catch {
    return false
  }
}

const entry = (stream: PDFRawStream, name: string): string =>
  [...stream.dict.entries()].find(([key]) => key.asString() === name)?.[1].toString() ?? ''

const isPicture = (stream: PDFRawStream) => entry(stream, '/Subtype') === '/Image'

/** Infinity for what unpacks without end, or is packed more than once, which no program has a reason to do. */
function unpackedSize(stream: PDFRawStream): number {
  const filters = entry(stream, '/Filter').match(/\/(?:Flate|LZW|RunLength)\w*/g) ?? []
  if (filters.length > 1) return Number.POSITIVE_INFINITY
  if (filters.length === 0) return stream.contents.length
  // These two are rare and pack less; their worst is reckoned, not tried.
  if (filters[0] !== '/FlateDecode') return stream.contents.length * 1500
  try {
    return inflateSync(stream.contents, { maxOutputLength: mostOfOne }).length
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : stream.contents.length
  }
}
