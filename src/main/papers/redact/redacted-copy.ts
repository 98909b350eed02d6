import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Box, PageText } from '../../../shared/model/letter.ts'
import { ok, type Result } from '../../../shared/model/result.ts'
import type { PageImage, ReadFailure } from '../../reading/read-results.ts'
import type { ImageOf } from '../image-of.ts'
import { findSecrets, redactBoxes, type Secrets } from './find-secrets.ts'

export type RedactedCopy = { bytes: Uint8Array<ArrayBuffer>; redacted: number }

/** Wide enough to read the rest of the letter; about 200 dots per inch. */
export const redactedWidth = 1700

/** The pages as pictures with the secrets black. Runs in a reading process only: a stranger made the pages. */
export async function redactedCopy(
  texts: readonly PageText[],
  imageOf: ImageOf,
  secrets: Secrets,
  room: number,
): Promise<Result<RedactedCopy, ReadFailure>> {
  const document = await PDFDocument.create({ updateMetadata: false })
  let redacted = 0
  for (const text of texts) {
    const page = await imageOf(text)
    if (!page.ok) return page
    const matches = findSecrets(text.lines, secrets)
    redacted += matches.length
    const picture = await redactedPicture(page.value, redactBoxes(text.lines, matches, room))
    const image = await document.embedJpg(picture.bytes)
    // Letter width, so that it prints in its original size.
    const [width, height] = [612, (612 * picture.height) / picture.width]
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return ok({ bytes: new Uint8Array(await document.save()), redacted })
}

/** Black pixels in the picture itself, which is encoded again: what was underneath is gone. */
async function redactedPicture(image: PageImage, boxes: readonly Box[]) {
  const { data, info } = await sharp(image.bytes)
    .flatten({ background: '#fff' })
    .removeAlpha()
    .toColorspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  for (const [x, y, w, h] of boxes) {
    const [left, right] = [Math.floor(x * width), Math.min(width, Math.ceil((x + w) * width))]
    for (let row = Math.floor(y * height); row < Math.min(height, Math.ceil((y + h) * height)); row += 1)
      data.fill(0, (row * width + left) * channels, (row * width + right) * channels)
  }
  const bytes = await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: 85 }).toBuffer()
  return { bytes, width, height }
}
