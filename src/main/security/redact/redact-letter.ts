import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import type { Box, PageText } from '../../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import type { Reader } from '../../reading/process/client.ts'
import type { PageImage, ReadFailure } from '../../reading/read-results.ts'
import { findSecrets, redactBoxes, type Secrets } from './find-secrets.ts'

export type RedactFailure = ReadFailure | Failure<'redact.not-read' | 'redact.remains'>
export type RedactInput = {
  /** What was read on each page of the letter, in its order; undefined: never read. */
  pages: (PageText | undefined)[]
  /** The page as a picture, rotated as its text was read. */
  imageOf: (page: PageText) => Promise<Result<PageImage, ReadFailure>>
  secrets: Secrets
  reader: Pick<Reader, 'read'>
}

/** Wide enough to read the rest of the letter; about 200 dots per inch. */
export const redactedWidth = 1700
/** More of each line is blacked out if the first attempt was not enough; see `redactBoxes`. */
const rooms = [0.05, 1]

/**
 * A copy of a letter that is only pictures, with the secrets blacked out: no text, no metadata. It is read
 * again before anyone gets it; if a secret can still be read, there is no copy.
 */
export async function redactLetter(
  input: RedactInput,
): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; redacted: number }, RedactFailure>> {
  const texts: PageText[] = []
  for (const page of input.pages) {
    if (!page) return err({ code: 'redact.not-read' })
    texts.push(page)
  }
  if (texts.length === 0) return err({ code: 'redact.not-read' })
  const images: PageImage[] = []
  for (const text of texts) {
    const image = await input.imageOf(text)
    if (!image.ok) return image
    images.push(image.value)
  }
  for (const room of rooms) {
    const copy = await redactedCopy(texts, images, input.secrets, room)
    const again = await input.reader.read([{ bytes: copy.bytes }])
    if (!again.ok) return again
    const found = again.value.texts
    const isClean = found.every(({ lines }) => findSecrets(lines, input.secrets).length === 0)
    // A page that was not read again may still show everything.
    if (isClean && found.length === texts.length) return ok(copy)
  }
  return err({ code: 'redact.remains' })
}

async function redactedCopy(texts: PageText[], images: PageImage[], secrets: Secrets, room: number) {
  const document = await PDFDocument.create({ updateMetadata: false })
  let redacted = 0
  for (const [at, text] of texts.entries()) {
    const matches = findSecrets(text.lines, secrets)
    redacted += matches.length
    const picture = await redactedPicture(images[at], redactBoxes(text.lines, matches, room))
    const image = await document.embedJpg(picture.bytes)
    // Letter width, so that it prints in its original size.
    const [width, height] = [612, (612 * picture.height) / picture.width]
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height })
  }
  return { bytes: new Uint8Array(await document.save()), redacted }
}

/** Black pixels in the picture itself, which is encoded again: what was underneath is gone. */
async function redactedPicture(image: PageImage | undefined, boxes: readonly Box[]) {
  if (!image) throw new Error('redact: a page without its picture')
  const { data, info } = await sharp(image.bytes)
    .flatten({ background: '#fff' })
    .removeAlpha()
    .toColourspace('srgb')
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
