import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { onePage, rawPdf, stream } from '../fixtures/hostile/raw-pdf.ts'
import { projectFolder, resources } from '../support.ts'

export type Seed = { container: string; bytes: Uint8Array }

const text = [
  'Department of the Treasury, Internal Revenue Service',
  'Notice CP504, notice date November 2, 2026',
  'Amount due immediately: $1,000.00. Intent to seize your property.',
]

/** A small file of every container and packing that intake reads, and the carried practice letters. */
export async function makeSeeds(): Promise<Seed[]> {
  const picture = await sharp(join(resources, 'samples/2-cp523.jpg')).resize(240).png().toBuffer()
  const as = async (container: string, make: (image: Sharp) => Sharp): Promise<Seed> => ({
    container,
    bytes: await make(sharp(picture)).toBuffer(),
  })
  const sample = (container: string, name: string): Seed => ({ container, bytes: readFileSync(name) })
  const jpeg = await sharp(picture).jpeg().toBuffer()
  return [
    { container: 'pdf, plain', bytes: plainPdf() },
    { container: 'pdf, packed', bytes: await packedPdf() },
    { container: 'pdf, scan', bytes: await scanPdf(jpeg) },
    sample('pdf, letter', join(resources, 'samples/1-lt11.pdf')),
    { container: 'jpeg', bytes: jpeg },
    await as('jpeg, progressive', (image) => image.jpeg({ progressive: true })),
    await as('png', (image) => image.grayscale().png()),
    await as('png, interlaced', (image) => image.png({ progressive: true })),
    await as('tiff, lzw', (image) => image.tiff({ compression: 'lzw' })),
    await as('tiff, fax', (image) =>
      image.grayscale().toColorspace('b-w').threshold().tiff({ compression: 'ccittfax4', bitdepth: 1 }),
    ),
    await as('tiff, jpeg', (image) => image.tiff({ compression: 'jpeg' })),
    await as('webp', (image) => image.webp()),
    await as('webp, lossless', (image) => image.webp({ lossless: true })),
    { container: 'bmp', bytes: await bmp(picture) },
    sample('heic', join(projectFolder, 'tests/fixtures/containers/cp523.heic')),
  ]
}

function plainPdf(): Uint8Array {
  const font = '/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>'
  const drawing = `BT /F 12 Tf 16 TL 40 740 Td ${text.map((line) => `(${line}) Tj T*`).join(' ')} ET`
  return rawPdf([...onePage('0 0 612 792', font), stream(drawing)])
}

async function packedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (let page = 0; page < 3; page++)
    pdf.addPage().drawText(text.join('\n'), { x: 40, y: 700, size: 12, font })
  return pdf.save({ useObjectStreams: true })
}

async function scanPdf(jpeg: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const image = await pdf.embedJpg(jpeg)
  const page = pdf.addPage([612, 792])
  page.drawImage(image, { x: 0, y: 0, width: 612, height: 792 })
  return pdf.save({ useObjectStreams: false })
}

async function bmp(picture: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const row = Math.ceil((info.width * 3) / 4) * 4
  const bytes = Buffer.alloc(54 + row * info.height)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length, 2)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(info.width, 18)
  bytes.writeInt32LE(-info.height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  for (let y = 0; y < info.height; y++)
    data.copy(bytes, 54 + y * row, y * info.width * 3, (y + 1) * info.width * 3)
  return bytes
}
