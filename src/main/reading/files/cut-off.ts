import sharp from 'sharp'
import type { CutOff } from '../../../shared/model/letter.ts'
import { maxPixels } from './page-limits.ts'

/** Of what is left when more rows are missing, nobody would say that it can be read. */
const mostMissing = 0.9

/**
 * How much of a picture that breaks off is missing: null where nothing is. Decoders fill what they lack with one gray. Rejects
 * where nothing can be decoded.
 */
export async function cutOffOf(
  bytes: Uint8Array,
  type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif',
): Promise<CutOff | null> {
  const small = { width: 64 }
  const isWhole = await sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPixels })
    .resize(small)
    .toBuffer()
    .then(
      () => true,
      () => false,
    )
  if (isWhole) return null
  const { data, info } = await sharp(bytes, { failOn: 'none', limitInputPixels: maxPixels })
    .resize(small)
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const filled = rowsFilled(data, info.width, info.height)
  if (isOneTone(data) || filled > mostMissing * info.height)
    throw new Error('picture: next to nothing to see')
  // Each part of these holds some of the whole picture: none of it is sharp.
  if (type !== 'jpeg' || isProgressive(bytes)) return 'part'
  return filled > 1 ? 'part' : 'edge'
}

/** A JPEG whose frame begins with SOF2. */
const isProgressive = (bytes: Uint8Array): boolean =>
  bytes.some((byte, at) => byte === 0xff && bytes[at + 1] === 0xc2)

/** Rows of one gray, from the bottom up; white rows are the margin of the paper. */
function rowsFilled(pixels: Uint8Array, width: number, height: number): number {
  const isFilled = (row: Uint8Array) => isOneTone(row) && (row[0] ?? 255) < 240
  let rows = 0
  while (rows < height && isFilled(pixels.subarray((height - rows - 1) * width, (height - rows) * width)))
    rows++
  return rows
}

function isOneTone(pixels: Uint8Array): boolean {
  const first = pixels[0] ?? 0
  return pixels.every((value) => Math.abs(value - first) <= 2)
}
