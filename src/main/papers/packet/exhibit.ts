import type { PDFDocument, PDFImage } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { PageText } from '../../../shared/model/letter.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import { bytesOf, type ScanFile, type ScanSource } from '../../reading/files/scan.ts'
import { type ScanType, scanTypeOf } from '../../reading/files/scan-type.ts'
import type { PageTools } from '../../reading/process/page-tools.ts'
import type { PageImage, ReadFailure } from '../../reading/read-results.ts'
import { copyPdfPage, type ExhibitPage, openPdf } from './copy-pdf-page.ts'

export type ExhibitSource = {
  scan: ScanSource
  /** Pages of the scan, counted from 1, in order. */
  pages: number[] | 'all'
  reader: Omit<PageTools, 'close'>
  /** Hears of each page that is there: `page` of `of`. */
  onPage?: (page: number, of: number) => void
  /** Photos of a document on a table are cropped to its edges and flattened. The original stays as it was. */
  straighten?: boolean
  /** Clockwise degrees that make the page upright, if the reading found any (`PageText.rotation`). */
  rotationOf?: (page: number) => PageText['rotation']
}

/** Sharp on paper at Letter width: about 260 dots per inch. */
const imageWidth = 2200

/**
 * Copies of the scan's pages inside `target`. PDF pages stay text and lines, JPEG and PNG stay as they are;
 * what pdf-lib cannot copy completely (annotations, form fields, odd files) is rendered by the reader
 * instead. Runs in a reading process only: a stranger made these files.
 */
export async function exhibitPages(
  target: PDFDocument,
  source: ExhibitSource,
): Promise<Result<ExhibitPage[], ReadFailure>> {
  const files = await openFiles(source)
  const copies: ExhibitPage[] = []
  const all = files.reduce((sum, { count }) => sum + count, 0)
  const numbers = source.pages === 'all' ? upTo(all) : source.pages
  for (const number of numbers) {
    const { file, own } = placeOf(files, number)
    const rotation = source.rotationOf?.(number) ?? 0
    const copy = file.document
      ? await copyPdfPage(target, file.document, own, rotation)
      : ((await copySheet(target, source, file.scan, own, rotation)) ??
        (await copyImage(target, file, rotation)))
    if (copy) copies.push(copy)
    else {
      const drawn = await source.reader.pageImage([file.scan], own, imageWidth, rotation)
      if (!drawn.ok) return drawn
      copies.push(fromImage(await embed(target, drawn.value)))
    }
    source.onPage?.(copies.length, numbers.length)
  }
  return ok(copies)
}

type OpenFile = {
  scan: ScanFile
  bytes: Uint8Array
  type: ScanType
  document: PDFDocument | null
  count: number
}

const openFiles = ({ scan, reader }: ExhibitSource): Promise<OpenFile[]> =>
  Promise.all(
    (scan instanceof Uint8Array ? [{ bytes: scan }] : scan).map(async (file) => {
      const bytes = bytesOf(file)
      const type = scanTypeOf(bytes)
      const password = file.password ?? ''
      const document = type === 'pdf' && (await reader.isTame(file)) ? await openPdf(bytes, password) : null
      const count = document?.getPageCount() ?? (await countOf(file, type, reader))
      return { scan: file, bytes, type, document, count }
    }),
  )

/** A file that nobody can open counts as one page; the reader says what is wrong with it. */
async function countOf(file: ScanFile, type: ScanType, reader: ExhibitSource['reader']): Promise<number> {
  if (type !== 'pdf' && type !== 'tiff') return 1
  const count = await reader.pageCount([file])
  return count.ok ? count.value : 1
}

/** A page past the end is requested from the last file, which reports that it does not exist. */
function placeOf(files: readonly OpenFile[], number: number): { file: OpenFile; own: number } {
  let own = number
  for (const [at, file] of files.entries()) {
    if (own <= file.count || at === files.length - 1) return { file, own }
    own -= file.count
  }
  throw new Error('packet: a scan without files')
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/** null: not wanted, or not a photo of a document. What cannot be cropped is copied as it is. */
async function copySheet(
  target: PDFDocument,
  { reader, straighten = true }: ExhibitSource,
  file: ScanFile,
  page: number,
  rotation: PageText['rotation'],
): Promise<ExhibitPage | null> {
  const document = straighten ? await reader.documentImage([file], page, rotation) : null
  return document?.ok && document.value ? fromImage(await embed(target, document.value)) : null
}

/** null: not JPEG or PNG, not upright, or of a kind that a PDF cannot hold. */
async function copyImage(
  target: PDFDocument,
  { bytes, type }: OpenFile,
  rotation: number,
): Promise<ExhibitPage | null> {
  if ((type !== 'jpeg' && type !== 'png') || rotation !== 0) return null
  try {
    const { orientation = 1 } = await sharp(bytes).metadata()
    if (orientation !== 1) return null
    return fromImage(await embed(target, { type: `image/${type}`, bytes: await forPaper(bytes) }))
  } catch {
    return null
  }
}

/** Letter paper at 300 dots per inch. What a phone takes beyond that no printer or fax shows, and no upload takes. */
const paperDots = { width: 2550, height: 3300 }

async function forPaper(bytes: Uint8Array): Promise<Uint8Array> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata()
  if (width <= paperDots.width && height <= paperDots.height) return bytes
  return new Uint8Array(
    await sharp(bytes)
      .resize({ ...paperDots, fit: 'inside' })
      .toBuffer(),
  )
}

function fromImage(image: PDFImage): ExhibitPage {
  const { width, height } = image
  return {
    width,
    height,
    draw: (page, x, y, scale) =>
      page.drawImage(image, { x, y, width: width * scale, height: height * scale }),
  }
}

/** Embeds now, so that a bad image fails here and not at the end. */
async function embed(
  target: PDFDocument,
  { type, bytes }: Pick<PageImage, 'type'> & { bytes: Uint8Array },
): Promise<PDFImage> {
  const image = type === 'image/png' ? await target.embedPng(bytes) : await target.embedJpg(bytes)
  await image.embed()
  return image
}
