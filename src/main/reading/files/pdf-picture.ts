import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { decodedStream, type PdfObjects } from './pdf-objects.ts'

/**
 * The JPEG that fills a page, byte for byte. Scanners put one on each page; its bytes are decoded several times faster
 * without pdf.js around them. null for pages with anything else on them, which are drawn in full.
 */
export function jpegOfPage(objects: PdfObjects, page: number): Uint8Array | null {
  try {
    return onlyJpeg(objects, page)
  } catch {
    // Its objects are not as the format demands; pdf.js is more lenient.
    return null
  }
}

type Lib = PdfObjects['lib']

function onlyJpeg(objects: PdfObjects, page: number): Uint8Array | null {
  const { lib, document } = objects
  const { PDFDict, PDFName, PDFRawStream } = lib
  const node = document.getPage(page - 1).node
  const isRotated = document.getPage(page - 1).getRotation().angle % 360 !== 0
  if (isRotated || (node.Annots()?.size() ?? 0) > 0) return null
  const pictures = node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const [name, ...more] = pictures?.keys() ?? []
  const picture = name && pictures?.lookup(name)
  if (!(picture instanceof PDFRawStream) || more.length > 0 || !isPlainJpeg(lib, picture.dict)) return null
  return fillsPage(objects, node.Contents(), name?.asString() ?? '', document.getPage(page - 1).getCropBox())
    ? picture.contents
    : null
}

/** Gray or red, green and blue as they are; masks, other colors and double packing are left to pdf.js. */
function isPlainJpeg({ PDFName }: Lib, picture: PDFDict): boolean {
  const is = (key: string, ...names: string[]) => {
    const value = picture.lookup(PDFName.of(key))
    return value instanceof PDFName && names.includes(value.asString())
  }
  const extras = ['SMask', 'Mask', 'Decode'].some((key) => picture.has(PDFName.of(key)))
  return (
    !extras &&
    is('Subtype', '/Image') &&
    is('Filter', '/DCTDecode') &&
    is('ColorSpace', '/DeviceGray', '/DeviceRGB')
  )
}

type Frame = { x: number; y: number; width: number; height: number }

/** The page's drawing is this picture alone, upright, from edge to edge. */
function fillsPage(
  objects: PdfObjects,
  contents: PDFObject | undefined,
  name: string,
  frame: Frame,
): boolean {
  const { PDFArray, PDFRawStream } = objects.lib
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents]
  if (parts.length !== 1) return false
  const [part] = contents instanceof PDFArray ? [contents.lookup(0)] : [contents]
  if (!(part instanceof PDFRawStream)) return false
  const unpacked = decodedStream(objects, part)
  if (!unpacked) return false
  const drawing = Buffer.from(unpacked).toString('latin1')
  let [width, height, x, y] = [1, 1, 0, 0]
  const operations = drawing.match(/[^\s]+/g) ?? []
  let values: number[] = []
  for (const word of operations) {
    if (/^[-+.\d]+$/.test(word)) values.push(Number(word))
    else if (word === 'cm') {
      const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values
      if (b !== 0 || c !== 0) return false
      ;[x, y] = [x + width * e, y + height * f]
      ;[width, height] = [width * a, height * d]
      values = []
    } else if (![name, 'Do', 'q', 'Q'].includes(word)) return false
  }
  const near = (value: number, other: number) => Math.abs(value - other) < 0.03 * frame.width
  return near(width, frame.width) && near(height, frame.height) && near(x, frame.x) && near(y, frame.y)
}
