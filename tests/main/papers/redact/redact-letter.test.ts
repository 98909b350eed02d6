import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { ImageOf } from '../../../../src/main/papers/image-of.ts'
import { redactLetter } from '../../../../src/main/papers/redact/redact-letter.ts'
import { redactedCopy } from '../../../../src/main/papers/redact/redacted-copy.ts'
import type { Box, PageText, ScanReading } from '../../../../src/shared/model/letter.ts'
import { err, ok } from '../../../../src/shared/model/result.ts'

const pageOf = (text: string, box: Box, page = 1): PageText => ({
  page,
  aspect: 0.77,
  source: 'ocr',
  rotation: 0,
  lines: [{ text, box, confidence: 1 }],
})
const page = pageOf('SSN 900-12-3456', [0.1, 0.1, 0.3, 0.02])
const [width, height] = [200, 260]
const picture = async (background: string | { r: number; g: number; b: number; alpha: number } = '#fff') =>
  ok({
    type: 'image/png' as const,
    bytes: new Uint8Array(
      await sharp({ create: { width, height, channels: 4, background } })
        .png()
        .toBuffer(),
    ),
  })
const white = () => picture()
const secrets = { numbers: [], last4: [], texts: [] }
const copyFrom = (imageOf: ImageOf) => (texts: readonly PageText[], room: number) =>
  redactedCopy(texts, imageOf, secrets, room)
const reading = (...texts: PageText[]): ScanReading => ({
  pageCount: texts.length,
  isIrs: true,
  letters: [],
  texts,
  msToNumber: null,
})
const clean = pageOf('SSN', [0.1, 0.1, 0.05, 0.02])
/** A reader that finds one after another what it is given, and remembers what it was asked to read. */
function readerOf(...readings: ScanReading[]) {
  const asked: Uint8Array[] = []
  const read = async (files: readonly { bytes: Uint8Array }[]) => {
    asked.push(...files.map(({ bytes }) => bytes))
    return ok(readings[asked.length - 1] ?? reading())
  }
  return { asked, read }
}
async function redacted(pages: PageText[], reader: ReturnType<typeof readerOf>, imageOf = white) {
  const copy = await redactLetter({ pages, copy: copyFrom(imageOf), secrets, reader })
  if (!copy.ok) throw new Error(copy.error.code)
  return copy.value
}
const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

/** The picture of a page of the copy: for each of its pixels whether it is black, or null between black and white. */
async function pixelsOf(bytes: Uint8Array, at = 0) {
  const document = await load(bytes)
  const images = document.getPage(at).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
  const [stream] = images?.keys().map((name) => images.lookup(name)) ?? []
  if (!(stream instanceof PDFRawStream)) throw new Error('a page without its picture')
  const { data, info } = await sharp(stream.contents).grayscale().raw().toBuffer({ resolveWithObject: true })
  const isBlack = (x: number, y: number) => {
    const value = data[y * info.width + x] ?? Number.NaN
    return value < 60 ? true : value > 195 ? false : null
  }
  return { width: info.width, height: info.height, isBlack }
}
/** The black rectangle, by a scan along its middle row and column. */
function blackIn({ isBlack }: Awaited<ReturnType<typeof pixelsOf>>, [x, y]: [number, number]) {
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => isBlack(at, y) === true)
  const rows = Array.from({ length: height }, (_, at) => at).filter((at) => isBlack(x, at) === true)
  return { left: columns[0], right: columns.at(-1), top: rows[0], bottom: rows.at(-1) }
}

describe('a copy', () => {
  test('consists of pictures of the pages at their size, in which the number is black and everything else is unchanged', async () => {
    const copy = await redacted([page, clean], readerOf(reading(clean, clean)))
    expect(copy.redacted).toBe(1)
    const document = await load(copy.bytes)
    expect(document.getPageCount()).toBe(2)
    expect(document.getPage(0).getSize()).toEqual({ width: 612, height: 612 * (height / width) })
    const first = await pixelsOf(copy.bytes)
    expect([first.width, first.height]).toEqual([width, height])
    const black = blackIn(first, [65, 28])
    // The number begins at the fifth of fifteen characters; two characters of room on its left, the end of the line on its right.
    expect(black.left).toBeGreaterThanOrEqual(26)
    expect(black.left).toBeLessThanOrEqual(29)
    expect(black.right).toBeGreaterThanOrEqual(79)
    expect(black.right).toBeLessThanOrEqual(82)
    expect(black.top).toBeGreaterThanOrEqual(23)
    expect(black.top).toBeLessThanOrEqual(26)
    expect(black.bottom).toBeGreaterThanOrEqual(31)
    expect(black.bottom).toBeLessThanOrEqual(33)
    for (const [x, y] of [
      [65, 15],
      [65, 45],
      [10, 28],
      [100, 28],
    ] as const)
      expect([x, y, first.isBlack(x, y)]).toEqual([x, y, false])
    const second = await pixelsOf(copy.bytes, 1)
    expect([second.isBlack(65, 28), second.isBlack(30, 28)]).toEqual([false, false])
  })

  test('counts the places of all pages, and draws each picture over its whole page', async () => {
    const two = pageOf('900-12-3456 and 901-22-7788', [0.1, 0.5, 0.8, 0.02])
    const copy = await redacted([page, two], readerOf(reading(clean, clean)))
    expect(copy.redacted).toBe(3)
    const entry = (await load(copy.bytes)).getPage(0).node.Contents()
    const contents = entry instanceof PDFArray ? entry.lookup(0) : entry
    if (!(contents instanceof PDFRawStream)) throw new Error('a page without content')
    const drawn = new TextDecoder('latin1').decode(decodePDFRawStream(contents).decode())
    expect(drawn).toMatch(/\b612 0 0 795\.6\d* 0 0 cm/)
  })

  test('reveals nothing about how it was made', async () => {
    const { bytes } = await redacted([page], readerOf(reading(clean)))
    const document = await load(bytes)
    expect([
      document.getTitle(),
      document.getAuthor(),
      document.getProducer(),
      document.getCreator(),
      document.getCreationDate(),
      document.getModificationDate(),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
  })

  test('of a transparent picture has a white background', async () => {
    const { bytes } = await redacted([page], readerOf(reading(clean)), () =>
      picture({ r: 0, g: 0, b: 0, alpha: 0 }),
    )
    const pixels = await pixelsOf(bytes)
    expect([pixels.isBlack(100, 200), pixels.isBlack(65, 28)]).toEqual([false, true])
  })

  test('is black up to the edges of the page, and no further', async () => {
    const corner = pageOf('900-12-3456', [0.6, 0.97, 0.4, 0.03])
    const { bytes } = await redacted([corner], readerOf(reading(clean)))
    const pixels = await pixelsOf(bytes)
    expect([pixels.isBlack(199, 259), pixels.isBlack(125, 255)]).toEqual([true, true])
    // What is filled beyond the right edge would begin the next row.
    expect([pixels.isBlack(0, 259), pixels.isBlack(0, 258), pixels.isBlack(0, 255)]).toEqual([
      false,
      false,
      false,
    ])
  })

  test('is read again, and made again with whole lines black if the number can still be read', async () => {
    const reader = readerOf(reading(page), reading(page), reading(clean))
    const line = pageOf('SSN 900-12-3456 of the taxpayer, on a long line of words', [0.1, 0.1, 0.8, 0.02])
    const { bytes, redacted: count } = await redacted([line], reader)
    expect(reader.asked).toHaveLength(3)
    expect(reader.asked[2]).toBe(bytes)
    expect(count).toBe(1)
    const narrow = blackIn(await pixelsOf(reader.asked[0] ?? new Uint8Array()), [40, 28])
    const wide = blackIn(await pixelsOf(bytes), [40, 28])
    expect(narrow.right).toBeLessThan(100)
    expect(wide.right).toBeGreaterThan(175)
    expect(wide.left).toBeLessThan(22)
  })
})

describe('no copy is made', () => {
  const attempt = (pages: (PageText | undefined)[], reader = readerOf(), imageOf = white) =>
    redactLetter({ pages, copy: copyFrom(imageOf), secrets, reader })

  test('in which the number can still be read, on whichever page', async () => {
    const reader = readerOf(reading(clean, page), reading(clean, page), reading(clean, page))
    expect(await attempt([page, page], reader)).toEqual(err({ code: 'redact.remains' }))
    expect(reader.asked).toHaveLength(3)
  })

  test('if not every page could be read again', async () => {
    const reader = readerOf(reading(clean), reading(clean))
    expect(await attempt([page, page], reader)).toEqual(err({ code: 'redact.remains' }))
  })

  test('of a page whose words are not known, or of no page', async () => {
    expect(await attempt([page, undefined])).toEqual(err({ code: 'redact.not-read' }))
    expect(await attempt([])).toEqual(err({ code: 'redact.not-read' }))
  })

  test('where a page does not open, or the copy cannot be read again', async () => {
    const damaged = err({ code: 'scan.damaged' as const })
    const imageOf = async () => damaged
    expect(
      await redactLetter({ pages: [page], copy: copyFrom(imageOf), secrets, reader: readerOf() }),
    ).toEqual(damaged)
    const reader = { read: async () => damaged }
    expect(await redactLetter({ pages: [page], copy: copyFrom(white), secrets, reader })).toEqual(damaged)
  })
})
