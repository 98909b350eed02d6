import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { resources } from '../../support.ts'

const megabyte = 1024 * 1024

/** A letter that is read at once, followed by a comment that no program can make smaller. */
export function longFile(megabytes: number): Uint8Array<ArrayBuffer> {
  const letter = readFileSync(join(resources, 'samples/1-lt11.pdf'))
  return new Uint8Array(Buffer.concat([letter, Buffer.from('\n%'), randomBytes(megabytes * megabyte)]))
}

/** A scan of noise, letter-size pages at so many dots per inch, each page another picture. */
export async function noisyScan(pages: number, dpi: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  const [width, height] = [Math.round(8.5 * dpi), 11 * dpi]
  for (let page = 0; page < pages; page++) {
    const pixels = randomBytes(width * height)
    const jpeg = await sharp(pixels, { raw: { width, height, channels: 1 } })
      .jpeg({ quality: 75 })
      .toBuffer()
    const image = await document.embedJpg(jpeg)
    document.addPage([612, 792]).drawImage(image, { x: 0, y: 0, width: 612, height: 792 })
  }
  return new Uint8Array(await document.save())
}
