import { readFileSync } from 'node:fs'
import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { isScanName } from '../../../../src/main/integrations/scan-file.ts'
import { openScan } from '../../../../src/main/reading/files/open-scan.ts'

/** A white sheet whose left half is black. */
const halfBlack = () =>
  sharp({ create: { width: 340, height: 440, channels: 3, background: '#fff' } }).composite([
    { input: { create: { width: 170, height: 440, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ])

async function opened(bytes: Uint8Array) {
  const scan = await openScan(new Uint8Array(bytes))
  if (!scan.ok) throw new Error(scan.error.code)
  return scan.value
}

test.each([
  ['a GIF', () => halfBlack().gif().toBuffer()],
  ['an AVIF', () => halfBlack().avif().toBuffer()],
  ['a TIFF with places of eight bytes', () => halfBlack().tiff({ bigtiff: true }).toBuffer()],
])('%s opens as a page', async (_, make) => {
  const scan = await opened(await make())
  expect(scan.pageCount).toBe(1)
  const { width, height, pixels } = await scan.grayOf(1, 340)
  expect([width, height]).toEqual([340, 440])
  expect(pixels[100 * 340 + 40]).toBeLessThan(20)
  expect(pixels[100 * 340 + 300]).toBeGreaterThan(235)
  await scan.close()
})

test('a JPEG 2000 opens as a page', async () => {
  const container = new URL('../../../fixtures/containers/jpeg2000.pdf', import.meta.url)
  const pdf = await PDFDocument.load(readFileSync(container))
  const picture = pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find(
      (object) =>
        object instanceof PDFRawStream && `${object.dict.get(PDFName.of('Filter'))}` === '/JPXDecode',
    )
  if (!(picture instanceof PDFRawStream)) throw new Error('no picture in the container')
  const scan = await opened(picture.contents)
  expect(scan.pageCount).toBe(1)
  const { width, height, pixels } = await scan.grayOf(1, 850)
  expect([width, height]).toEqual([850, 1100])
  const dark = pixels.filter((value) => value < 128).length / pixels.length
  expect(dark).toBeGreaterThan(0.002)
  expect(dark).toBeLessThan(0.2)
  await scan.close()
})

test('a JPEG 2000 that breaks off in its head is damaged', async () => {
  const scan = await openScan(new Uint8Array([0xff, 0x4f, 0xff, 0x51, 0, 41, 0, 0]))
  expect(scan).toMatchObject({ ok: false, error: { code: 'scan.damaged' } })
})

const textPdf = async (...texts: string[]): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create()
  for (const text of texts) {
    const page = pdf.addPage([612, 792])
    for (let y = 700; y > 600; y -= 15) page.drawText(text, { x: 50, y, size: 12 })
  }
  return pdf
}

async function portfolio(files: Record<string, Uint8Array>): Promise<Uint8Array> {
  const cover = await textPdf('For the best experience, open this PDF portfolio in Acrobat.')
  for (const [name, bytes] of Object.entries(files)) await cover.attach(bytes, name)
  cover.catalog.set(PDFName.of('Collection'), cover.context.obj({ Type: 'Collection', View: 'D' }))
  return cover.save({ useObjectStreams: false })
}

test('the pages of a portfolio are those of the files in it, and its cover is none', async () => {
  const two = await (
    await textPdf('Page one of the letter that came', 'Page two of the letter that came')
  ).save()
  const png = await halfBlack().png().toBuffer()
  const scan = await opened(
    await portfolio({ 'a letter.pdf': two, 'b notes.txt': Buffer.from('to do'), 'c photo.png': png }),
  )
  expect(scan.pageCount).toBe(3)
  expect(scan.filePages).toBeUndefined()
  expect((await scan.textOf(2))?.lines[0]?.text).toBe('Page two of the letter that came')
  expect((await scan.grayOf(3, 340)).pixels[100 * 340 + 40]).toBeLessThan(20)
  await scan.close()
})

test('a portfolio without a page in it says so, and one in another is not opened further', async () => {
  const empty = await portfolio({ 'notes.txt': Buffer.from('to do') })
  expect(await openScan(empty)).toMatchObject({ ok: false, error: { code: 'scan.portfolio' } })
  const scan = await opened(await portfolio({ 'inner.pdf': await portfolio({ 'x.txt': Buffer.from('x') }) }))
  expect((await scan.textOf(1))?.lines[0]?.text).toContain('PDF portfolio')
  await scan.close()
})

test('a PDF with a file attached is read as itself', async () => {
  const letter = await textPdf('The letter itself, with some more words in it')
  await letter.attach(Buffer.from('to do'), 'notes.txt')
  const scan = await opened(await letter.save())
  expect(scan.pageCount).toBe(1)
  await scan.close()
})

async function xfa(text: string): Promise<Uint8Array> {
  const pdf = await textPdf(text)
  const form = pdf.context.stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>')
  const acroForm = pdf.context.obj({ Fields: [] })
  if (acroForm instanceof PDFDict) acroForm.set(PDFName.of('XFA'), pdf.context.register(form))
  pdf.catalog.set(PDFName.of('AcroForm'), acroForm)
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of('en'))
  return pdf.save({ useObjectStreams: false })
}

test('a form that asks to wait for another program says what to do', async () => {
  const waits = await openScan(
    await xfa('Please wait... If this message is not eventually replaced by the proper contents,'),
  )
  expect(waits).toMatchObject({ ok: false, error: { code: 'scan.xfa' } })
  const shows = await openScan(await xfa('Notice CP504, with all that it has to say on its page'))
  expect(shows.ok).toBe(true)
})

test.each(['letter.jfif', 'LETTER.JFIF', 'fax.jp2', 'page.avif', 'page.gif'])(
  '%s in a watched folder is a scan',
  (name) => {
    expect(isScanName(name)).toBe(true)
  },
)
