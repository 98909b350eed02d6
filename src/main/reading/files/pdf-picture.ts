import type { PDFDict, PDFDocument, PDFObject, PDFRawStream } from '@cantoo/pdf-lib'

/** The JPEG that fills a page, byte for byte. */
export type PagePictures = { jpegOf(page: number): Uint8Array | null }

const none: PagePictures = { jpegOf: () => null }

/**
 * Scanners put one JPEG on each page; its bytes are decoded several times faster without pdf.js around them. Pages
 * with anything else on them, and files that are locked or broken, give null and are drawn in full.
 */
export async function picturesOf(bytes: Uint8Array): Promise<PagePictures> {
  const lib = await import('@cantoo/pdf-lib')
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false }).catch(() => null)
  if (!document) return none
  return {
    jpegOf(page) {
      try {
        return onlyJpeg(lib, document, page)
      } catch {
        // Its objects are not as the format demands; pdf.js is more lenient.
        return null
      }
    },
  }
}

type Lib = typeof import('@cantoo/pdf-lib')

function onlyJpeg(lib: Lib, document: PDFDocument, page: number): Uint8Array | null {
  const { PDFDict, PDFName, PDFRawStream } = lib
  const node = document.getPage(page - 1).node
  const turned = document.getPage(page - 1).getRotation().angle % 360 !== 0
  if (turned || (node.Annots()?.size() ?? 0) > 0) return null
  const pictures = node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
  const [name, ...more] = pictures?.keys() ?? []
  const picture = name && pictures?.lookup(name)
  if (!(picture instanceof PDFRawStream) || more.length > 0 || !isPlainJpeg(lib, picture.dict)) return null
  return fillsPage(lib, node.Contents(), name?.asString() ?? '', document.getPage(page - 1).getCropBox())
    ? picture.contents
    : null
}

/** Grey or red, green and blue as they are; masks, other colours and double packing are left to pdf.js. */
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
function fillsPage(lib: Lib, contents: PDFObject | undefined, name: string, frame: Frame): boolean {
  const { PDFArray, PDFRawStream } = lib
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents]
  if (parts.length !== 1) return false
  const [part] = contents instanceof PDFArray ? [contents.lookup(0)] : [contents]
  if (!(part instanceof PDFRawStream)) return false
  const drawing = drawingOf(lib, part)
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

function drawingOf({ decodePDFRawStream }: Lib, part: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(part).decode()).toString('latin1')
}
