import sharp, { type Metadata, type Sharp } from 'sharp'
import { err, ok, type Result } from '../../../shared/model/result.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'
import { cutOffOf } from './cut-off.ts'
import { type Pixels, pixelsOfHeic } from './heic-pixels.ts'
import { frameOf, maxDecodedBytes, maxPages, maxPixels } from './page-limits.ts'
import type { ColorImage, GrayImage, Scan } from './scan.ts'
import { pixelShape } from './tiff-resolution.ts'

type ImageType = 'jpeg' | 'png' | 'tiff' | 'webp' | 'bmp' | 'heic' | 'gif' | 'avif'
/** Gives a fresh pipeline over one of the pages. */
type Source = Pick<Scan, 'pageCount' | 'heldBytes' | 'cutOff'> & { open: (page: number) => Promise<Sharp> }

/** JPEG, PNG, TIFF (each of its pages), WebP, BMP, HEIC, AVIF and the first picture of a GIF. */
export async function openImageScan(bytes: Uint8Array, type: ImageType): Promise<Result<Scan, ReadFailure>> {
  try {
    const source = await sourceOf(bytes, type)
    if (!source) return err({ code: 'scan.too-large' })
    return source.pageCount > maxPages ? err({ code: 'scan.too-many-pages' }) : ok(scanOf(source))
  } catch {
    return err({ code: 'scan.damaged' })
  }
}

/** null where the picture has more points than any sheet of paper needs. */
async function sourceOf(bytes: Uint8Array, type: ImageType): Promise<Source | null> {
  const heldBytes = bytes.length
  switch (type) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
    case 'avif':
    case 'tiff': {
      const head = await sharp(bytes, { limitInputPixels: false }).metadata()
      if (isTooLarge(head)) return null
      const { pages = 1 } = head
      // A header alone does not show whether the rest of the file is there.
      if (type === 'tiff') {
        await sharp(bytes, { failOn: 'truncated', limitInputPixels: maxPixels }).resize(64).toBuffer()
        return { pageCount: pages, heldBytes, open: (page) => openTiffPage(bytes, page) }
      }
      const cutOff = await cutOffOf(bytes, type)
      const open = async () => sharp(bytes, decoding).autoOrient()
      return { pageCount: 1, heldBytes, open, ...(cutOff ? { cutOff } : {}) }
    }
    case 'bmp':
    case 'heic': {
      const pixels = await (type === 'bmp' ? pixelsOfBmp(bytes) : pixelsOfHeic(bytes, maxPixels))
      if (!pixels) return null
      const raw = { width: pixels.width, height: pixels.height, channels: 4 as const }
      const open = async () => sharp(pixels.data, { raw, limitInputPixels: maxPixels })
      return { pageCount: 1, heldBytes: heldBytes + pixels.data.length, open }
    }
  }
}

/** Sixteen bits a channel take two bytes, floating points four or eight. */
const isTooLarge = ({ width, height, channels, depth }: Metadata): boolean => {
  const bytesEach = depth === 'uchar' || depth === 'char' ? 1 : /short/.test(depth ?? '') ? 2 : 8
  return width * height > maxPixels || width * height * (channels ?? 4) * bytesEach > maxDecodedBytes
}

const decoding = { limitInputPixels: maxPixels, failOn: 'none' as const }

function scanOf({ open, ...source }: Source): Scan {
  return {
    ...source,
    textOf: async () => null,
    grayOf: async (page, width) => grayFrom(await open(page), width),
    colorOf: async (page, width) => colorFrom(await open(page), width),
    imageOf: async (page, width, rotation) => {
      const upright = (await open(page)).flatten({ background: '#fff' })
      const rotated =
        rotation === 0
          ? upright
          : sharp(await upright.rotate(rotation).png({ compressionLevel: 1 }).toBuffer())
      return screenImage(rotated, width)
    },
    close: async () => {},
  }
}

/** Upright by its EXIF note, with the proportions of the paper where a fax has pixels that are not square. */
async function openTiffPage(bytes: Uint8Array, page: number): Promise<Sharp> {
  const upright = sharp(bytes, { ...decoding, page: page - 1 }).autoOrient()
  const stretch = pixelShape(bytes, page)
  if (Math.abs(stretch - 1) < 0.02) return upright
  const { width, height } = await sharp(bytes, { ...decoding, page: page - 1 }).metadata()
  const size = { width, height: Math.round(height * stretch), fit: 'fill' as const }
  return sharp(await upright.grayscale().resize(size).png({ compressionLevel: 1 }).toBuffer())
}

/**
 * The triangle kernel is nearly twice as fast as the default, and the light blur that follows leaves no difference.
 * Colors are dropped after scaling: to do so in every pixel of the file (`grayscale`) takes as long as decoding them.
 */
export async function grayFrom(image: Sharp, width: number): Promise<GrayImage> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .resize({ ...frameOf(width), kernel: 'linear' })
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

export async function colorFrom(image: Sharp, width: number): Promise<ColorImage> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColorspace('srgb')
    .resize({ ...frameOf(width), kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** JPEG: a third of the time of PNG, and small enough to send about. */
export async function screenImage(image: Sharp, width: number): Promise<PageImage> {
  const data = await image
    .resize(frameOf(width))
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer()
  return { type: 'image/jpeg', bytes: new Uint8Array(data) }
}

/** null where the header asks for too many; the canvas would allot them before it looks for any. */
async function pixelsOfBmp(bytes: Uint8Array): Promise<Pixels | null> {
  const head = new DataView(bytes.buffer, bytes.byteOffset)
  const [width, height] =
    head.getUint32(14, true) === 12
      ? [head.getUint16(18, true), head.getUint16(20, true)]
      : [head.getInt32(18, true), head.getInt32(22, true)]
  if (Math.abs(width * height) > maxPixels) return null
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return { width: image.width, height: image.height, data: canvas.data() }
}
