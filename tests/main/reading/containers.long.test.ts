import { readFileSync } from 'node:fs'
import { degrees, PDFDocument, StandardFonts, TextRenderingMode } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { typedPdf } from '../../fixtures/typed-pdf.ts'
import { typedPicture } from '../../fixtures/typed-picture.ts'
import { sampleOf } from '../../support.ts'
import { startReader } from './reading-support.ts'

const reader = startReader()
afterAll(() => reader.close())

const kept = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/containers/${name}`, import.meta.url)))
async function read(bytes: Uint8Array, password?: string) {
  const result = await reader.read(password === undefined ? bytes : [{ bytes, password }])
  if (!result.ok) throw new Error(result.error.code)
  const { letters, texts, pageCount } = result.value
  const [letter] = letters
  return {
    codes: letters.map(({ facts }) => facts.noticeCode),
    date: letter?.facts.noticeDate,
    pages: letter?.pages,
    sources: texts.map(({ source }) => source),
    rotations: texts.map(({ rotation }) => rotation),
    pageCount,
  }
}
const picture = () => typedPicture({ code: 'CP504', page: '1 of 1' })
const bmp = async () => {
  const { data, info } = await sharp(await picture())
    .raw()
    .toBuffer({ resolveWithObject: true })
  return bmpFrom(data, info.width, info.height)
}

const containers: [string, () => Promise<Uint8Array> | Uint8Array][] = [
  ['JPEG 2000 inside a PDF', () => kept('jpeg2000.pdf')],
  ['a G4 fax inside a PDF', () => kept('g4.pdf')],
  [
    'WebP',
    async () =>
      sharp(await picture())
        .webp()
        .toBuffer(),
  ],
  ['BMP', bmp],
  [
    'a PNG with a transparent background',
    async () =>
      sharp(await picture())
        .unflatten()
        .png()
        .toBuffer(),
  ],
]
test.each(sampleOf(containers, 2))('%s is read', async (_, file) => {
  expect(await read(new Uint8Array(await file()))).toMatchObject({
    codes: ['CP504'],
    date: '2026-05-04',
    sources: ['ocr'],
  })
})

test('a TIFF with pages in LZW, deflate, JPEG, and coarse G4 fax is one letter of four pages', async () => {
  expect(await read(kept('four-packings.tif'))).toMatchObject({
    codes: ['CP501'],
    date: '2026-05-04',
    pages: [1, 2, 3, 4],
  })
})

describe('a PDF', () => {
  test.each(['locked-aes256.pdf', 'locked-aes128.pdf', 'locked-rc4.pdf'])(
    '%s asks for its password, refuses a wrong one, and opens with the right one',
    async (name) => {
      const bytes = kept(name)
      expect(await reader.read(bytes)).toEqual({ ok: false, error: { code: 'scan.password' } })
      const wrong = await reader.read([{ bytes, password: 'OpenSesame' }])
      expect(wrong).toEqual({ ok: false, error: { code: 'scan.wrong-password' } })
      expect(await read(bytes, 'opensesame')).toMatchObject({ codes: ['CP504'], date: '2026-05-04' })
    },
  )

  test('that only forbids changes opens without a password', async () => {
    expect(await read(kept('owner-only.pdf'))).toMatchObject({ codes: ['CP504'], date: '2026-05-04' })
  })

  test('with text pages and scanned pages is read page by page, each in its own way', async () => {
    const pdf = await PDFDocument.load(await typedPdf([{ page: '1 of 2' }]))
    await addPicture(pdf, await typedPicture({ page: '2 of 2' }))
    expect(await read(await pdf.save())).toMatchObject({
      codes: ['CP504'],
      pages: [1, 2],
      sources: ['text-layer', 'ocr'],
    })
  })

  test.each([90, 180, 270] as const)('with a page rotation of %i degrees is read upright', async (turned) => {
    const pdf = await PDFDocument.load(await typedPdf([{ page: '1 of 2', turned }]))
    // One way is enough for pictures, which take their time.
    if (turned === 90) {
      const scan = sharp(await typedPicture({ page: '2 of 2' })).rotate(360 - turned)
      await addPicture(pdf, await scan.jpeg().toBuffer())
    }
    for (const page of pdf.getPages()) page.setRotation(degrees(turned))
    const { codes, rotations } = await read(await pdf.save())
    expect({ codes, rotations }).toEqual({ codes: ['CP504'], rotations: pdf.getPages().map(() => 0) })
  })
})

test('single photos of one letter, one of them upside down and all out of order, are one letter', async () => {
  const files = [
    { bytes: new Uint8Array(await typedPicture({ page: '2 of 2' })) },
    {
      bytes: new Uint8Array(
        await sharp(await typedPicture({ page: '1 of 2' }))
          .rotate(180)
          .jpeg()
          .toBuffer(),
      ),
    },
  ]
  const result = await reader.read(files, {
    layoutOverride: { turns: [], letters: [{ pages: [1, 2], inThisOrder: false }], excludedPages: [] },
  })
  expect(result).toMatchObject({
    ok: true,
    value: { filePages: [1, 1], letters: [{ pages: [2, 1], facts: { noticeCode: 'CP504' } }] },
  })
  expect(result.ok && result.value.texts.map(({ rotation }) => rotation)).toEqual([0, 180])
})

describe('text that another program laid over a scan is not trusted', () => {
  const words = [
    'Notice CP2000',
    'Notice date January 9, 2025',
    'Internal Revenue Service',
    'Department of the Treasury',
  ]
  const layer = async (pdf: PDFDocument, mode: TextRenderingMode, size = 10) => {
    const page = pdf.getPages()[0]
    const font = await pdf.embedFont(StandardFonts.Helvetica)
    page?.drawText([...words, 'This is what some scanner thought that it had read on the page.'].join('\n'), {
      x: 60,
      y: 700,
      size,
      font,
      renderMode: mode,
    } as never)
  }

  test('where it is invisible and the picture has margins', async () => {
    const pdf = await PDFDocument.create()
    await addPicture(pdf, await picture(), 0.8)
    await layer(pdf, TextRenderingMode.Invisible)
    expect(await read(await pdf.save())).toMatchObject({ codes: ['CP504'], sources: ['ocr'] })
  })

  test('where it was drawn below the picture, which has margins', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage([612, 792])
    await layer(pdf, TextRenderingMode.Fill)
    await addPicture(pdf, await picture(), 0.8, pdf.getPages()[0])
    expect(await read(await pdf.save())).toMatchObject({ codes: ['CP504'], sources: ['ocr'] })
  })

  test('where the picture comes in strips', async () => {
    const pdf = await PDFDocument.create()
    const page = pdf.addPage([612, 792])
    const whole = sharp(await picture())
    for (let strip = 0; strip < 4; strip++) {
      const part = await whole
        .clone()
        .extract({ left: 0, top: 550 * strip, width: 1700, height: 550 })
        .jpeg()
        .toBuffer()
      page.drawImage(await pdf.embedJpg(part), { x: 0, y: 792 - 198 * (strip + 1), width: 612, height: 198 })
    }
    await layer(pdf, TextRenderingMode.Invisible)
    expect(await read(await pdf.save())).toMatchObject({ codes: ['CP504'], sources: ['ocr'] })
  })

  test('but the words of a letter that contains a small picture are', async () => {
    const pdf = await PDFDocument.load(await typedPdf([{}]))
    const logo = await sharp(await picture())
      .resize(200)
      .jpeg()
      .toBuffer()
    pdf.getPages()[0]?.drawImage(await pdf.embedJpg(logo), { x: 40, y: 690, width: 80, height: 90 })
    expect(await read(await pdf.save())).toMatchObject({ codes: ['CP504'], sources: ['text-layer'] })
  })
})

/** The picture on a page, `share` of its width. */
async function addPicture(
  pdf: PDFDocument,
  jpeg: Buffer,
  share = 1,
  page?: ReturnType<PDFDocument['addPage']>,
) {
  const image = await pdf.embedJpg(jpeg)
  const sideways = image.width > image.height
  const sheet = page ?? pdf.addPage(sideways ? [792, 612] : [612, 792])
  const { width, height } = sheet.getSize()
  const margin = (1 - share) / 2
  sheet.drawImage(image, {
    x: margin * width,
    y: margin * height,
    width: share * width,
    height: share * height,
  })
}

/** 24 bits a point, rows from below, see the BMP header of Windows 3. */
function bmpFrom(rgb: Buffer, width: number, height: number): Uint8Array {
  const row = Math.ceil((width * 3) / 4) * 4
  const file = Buffer.alloc(54 + row * height)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let color = 0; color < 3; color++)
        file[54 + (height - 1 - y) * row + 3 * x + color] = rgb[3 * (y * width + x) + 2 - color] ?? 0
  return file
}
