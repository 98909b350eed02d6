import { constants, inflateSync } from 'node:zlib'
import type { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'

type Lib = typeof import('@cantoo/pdf-lib')

/** The objects of a PDF as they are written in the file, with nothing unpacked; pages count from 1. */
export type PdfObjects = { lib: Lib; document: PDFDocument }

/** null for a file that is broken or locked: pdf.js, which draws, is more lenient. */
export async function openPdfObjects(bytes: Uint8Array, password: string | null): Promise<PdfObjects | null> {
  const lib = await import('@cantoo/pdf-lib')
  const parseSpeed = lib.ParseSpeeds.Fastest
  const options = { password: password ?? '', updateMetadata: false, parseSpeed }
  const document = await lib.PDFDocument.load(bytes, options).catch(() => null)
  return document && { lib, document }
}

/** Far above the drawing of any letter. */
const mostUnpacked = 64 * 1024 * 1024
const mostOtherwisePacked = 256 * 1024

/** A drawing unpacked; null where it is a bomb, or packed in a way that no program uses for long ones. */
export function decodedStream({ lib, document }: PdfObjects, stream: PDFRawStream): Uint8Array | null {
  const { PDFName, PDFArray } = lib
  const filter = stream.dict.lookup(PDFName.of('Filter'))
  const [name, ...more] =
    filter instanceof PDFArray ? filter.asArray().map((each) => document.context.lookup(each)) : [filter]
  if (!name) return stream.contents
  const isFlate =
    name === PDFName.of('FlateDecode') && more.length === 0 && !stream.dict.has(PDFName.of('DecodeParms'))
  try {
    // What is there of a stream that breaks off is taken.
    const options = { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH }
    if (isFlate) return inflateSync(stream.contents, options)
    if (stream.contents.length > mostOtherwisePacked) return null
    return lib.decodePDFRawStream(stream).decode()
  } catch {
    return null
  }
}
