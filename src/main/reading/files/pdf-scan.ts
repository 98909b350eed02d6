import { createRequire } from 'node:module'
import path from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp, { type Sharp } from 'sharp'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import { colorFrom, grayFrom, screenImage } from './image-scan.ts'
import { inkIn } from './ink.ts'
import { paintedByDrawing } from './page-drawing.ts'
import { frameOf, maxDecodedBytes, maxPages, maxPixels } from './page-limits.ts'
import { withSheetsParted } from './parted-sheets.ts'
import { openPdfObjects, type PdfObjects } from './pdf-objects.ts'
import { jpegOfPage } from './pdf-picture.ts'
import { type OpenInside, openPortfolio, specialOf } from './pdf-special.ts'
import { textOfPdfPage } from './pdf-text.ts'
import type { Scan } from './scan.ts'

const pdfjsFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const folder = (name: string) => path.join(pdfjsFolder, name) + path.sep

/**
 * Fonts, character maps and decoders come from the installed package; nothing is fetched. A file that only forbids changes
 * (an owner's password) opens without one. `openInside` opens the files that a portfolio holds; without it the cover is
 * all that is opened.
 */
export async function openPdfScan(
  bytes: Uint8Array,
  password: string | null = null,
  openInside: OpenInside | null = null,
): Promise<Result<Scan, ReadFailure>> {
  const loading = getDocument({
    // pdf.js takes the buffer away; the caller keeps its own.
    data: Uint8Array.from(bytes),
    ...(password === null ? {} : { password }),
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
    maxImageSize: maxPixels,
    canvasMaxAreaInBytes: maxDecodedBytes,
  })
  try {
    const document = await loading.promise
    if (document.numPages === 0) return err({ code: 'scan.no-pages' })
    if (document.numPages > maxPages) {
      await loading.destroy()
      return err({ code: 'scan.too-many-pages' })
    }
    const special = await specialOf(document)
    if (special === 'xfa') {
      await loading.destroy()
      return err({ code: 'scan.xfa' })
    }
    if (special === 'portfolio' && openInside) {
      const inside = await openPortfolio(document, openInside)
      await loading.destroy()
      return inside
    }
    const scan = scanOf(document, bytes, password, () => loading.destroy())
    return ok(await withSheetsParted(scan, await widePagesOf(document)))
  } catch (error) {
    await loading.destroy()
    const locked = error instanceof Error && error.name === 'PasswordException'
    if (!locked) return err({ code: 'scan.damaged' })
    return err({ code: password === null ? 'scan.password' : 'scan.wrong-password' })
  }
}

/** A letter that somebody printed two pages to a sheet is a few sheets. */
const mostSheets = 20

async function widePagesOf(document: PDFDocumentProxy): Promise<number[]> {
  if (document.numPages > mostSheets) return []
  const wide: number[] = []
  for (let number = 1; number <= document.numPages; number++)
    if (await isWide(document, number)) wide.push(number)
  return wide
}

/** A damaged page must not cost the others: it is reported when it is read. */
async function isWide(document: PDFDocumentProxy, number: number): Promise<boolean> {
  try {
    const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
    return width > 1.2 * height
  } catch {
    return false
  }
}

/** Small print still leaves marks of its own at this width, about 120 dpi. */
const inkWidth = 1020

function scanOf(
  document: PDFDocumentProxy,
  bytes: Uint8Array,
  password: string | null,
  close: () => Promise<void>,
): Scan {
  let opened: Promise<PdfObjects | null> | undefined
  const objects = () => {
    opened ??= openPdfObjects(bytes, password)
    return opened
  }
  const paintedOn = async (number: number) => {
    const known = await objects()
    return known && paintedByDrawing(known, number)
  }

  /** The picture that fills a page, several times faster than drawing it; what does not decode is drawn. */
  async function fromPicture<T>(number: number, make: (picture: Sharp) => Promise<T>): Promise<T | null> {
    const known = await objects()
    const jpeg = known && jpegOfPage(known, number)
    if (!jpeg) return null
    const picture = sharp(jpeg, { failOn: 'truncated', limitInputPixels: maxPixels })
    return make(picture).catch(() => null)
  }

  const drawn = <T>(number: number, make: (page: PDFPageProxy) => Promise<T>): Promise<T> =>
    withPage(document, number, make)

  return {
    pageCount: document.numPages,
    // pdf.js has a copy of its own.
    heldBytes: 2 * bytes.length,
    textOf: (number, rotation, shownOnly) =>
      drawn(number, (page) =>
        textOfPdfPage(page, number, rotation, {
          painted: () => paintedOn(number),
          inkOn: shownOnly
            ? async (rotation) => inkIn(await grayFrom(await render(page, inkWidth, rotation), inkWidth))
            : null,
        }),
      ),
    grayOf: async (number, width) =>
      (await fromPicture(number, (picture) => grayFrom(picture, width))) ??
      drawn(number, async (page) => grayFrom(await render(page, width, 0), width)),
    colorOf: (number, width) => drawn(number, async (page) => colorFrom(await render(page, width, 0), width)),
    imageOf: async (number, width, rotation) =>
      (await fromPicture(number, (picture) => screenImage(picture.rotate(rotation), width))) ??
      drawn(number, async (page) => screenImage(await render(page, width, rotation), width)),
    close,
  }
}

/** Pages keep decoded images until they are told to let go. */
async function withPage<T>(
  document: PDFDocumentProxy,
  number: number,
  use: (page: PDFPageProxy) => Promise<T>,
): Promise<T> {
  const page = await document.getPage(number)
  try {
    return await use(page)
  } finally {
    page.cleanup()
  }
}

async function render(page: PDFPageProxy, width: number, rotation: number): Promise<Sharp> {
  const turn = (page.rotate + rotation) % 360
  const paper = page.getViewport({ scale: 1, rotation: turn })
  const frame = frameOf(width)
  const scale = Math.min(frame.width / paper.width, frame.height / paper.height)
  const viewport = page.getViewport({ scale, rotation: turn })
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  // pdf.js draws on any canvas of this shape; its types know only the browser's.
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise
  const raw = { width: canvas.width, height: canvas.height, channels: 4 as const }
  return sharp(canvas.data(), { raw })
}
