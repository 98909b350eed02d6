import sharp, { type Sharp } from 'sharp'
import { err, ok, type Result } from '../../shared/model/result.ts'
import type { PageImage, ReadFailure } from './reader.ts'
import type { ColourImage, GreyImage, Scan } from './scan.ts'

/** More than 12000 x 12000: no sheet of paper needs that many. */
const maxPixels = 150_000_000

/** JPEG, PNG, TIFF (each of its pages), WebP and BMP. */
export async function openImageScan(
  bytes: Uint8Array,
  type: 'jpeg' | 'png' | 'tiff' | 'webp' | 'bmp',
): Promise<Result<Scan, ReadFailure>> {
  try {
    const source = type === 'bmp' ? await pngFromBmp(bytes) : bytes
    const metadata = await sharp(source, { limitInputPixels: false }).metadata()
    const pageCount = type === 'tiff' ? (metadata.pages ?? 1) : 1
    if (metadata.width * metadata.height > maxPixels) return err({ code: 'scan.too-large' })
    // A header alone does not show whether the rest of the file is there.
    await sharp(source, { failOn: 'truncated', limitInputPixels: maxPixels }).resize(64).toBuffer()
    return ok(scanOf(source, pageCount))
  } catch {
    return err({ code: 'scan.damaged' })
  }
}

function scanOf(bytes: Uint8Array, pageCount: number): Scan {
  const open = (page: number) => openPage(bytes, page)
  return {
    pageCount,
    textOf: async () => null,
    greyOf: async (page, width) => greyFrom(await open(page), width),
    colourOf: async (page, width) => colourFrom(await open(page), width),
    imageOf: async (page, width, rotation) => {
      const upright = (await open(page)).flatten({ background: '#fff' })
      const turned =
        rotation === 0
          ? upright
          : sharp(await upright.rotate(rotation).png({ compressionLevel: 1 }).toBuffer())
      return screenImage(turned, width)
    },
    close: async () => {},
  }
}

/** Upright by its EXIF note, with the proportions of the paper where a fax has pixels that are not square. */
async function openPage(bytes: Uint8Array, page: number): Promise<Sharp> {
  const options = { page: page - 1, limitInputPixels: maxPixels, failOn: 'none' as const }
  const upright = sharp(bytes, options).autoOrient()
  const { width, height, density, format } = await sharp(bytes, options).metadata()
  // Letter and A4 paper are 1.29 and 1.41 times as high as wide; a coarse fax is half as high, in pixels.
  const flat = format === 'tiff' && density !== undefined && width / height > 1.1 && width / height < 1.75
  return flat && density < 250 && width >= 1600 && width <= 1800
    ? sharp(
        await upright
          .resize({ width, height: height * 2, fit: 'fill' })
          .png({ compressionLevel: 1 })
          .toBuffer(),
      )
    : upright
}

/** The triangle kernel is nearly twice as fast as the default, and the light blur that follows leaves no difference. */
export async function greyFrom(image: Sharp, width: number): Promise<GreyImage> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .greyscale()
    .toColourspace('b-w')
    .resize({ width, kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

export async function colourFrom(image: Sharp, width: number): Promise<ColourImage> {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .resize({ width, kernel: 'linear' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** JPEG: a third of the time of PNG, and small enough to send about. */
export async function screenImage(image: Sharp, width: number): Promise<PageImage> {
  const data = await image.resize({ width }).flatten({ background: '#fff' }).jpeg({ quality: 82 }).toBuffer()
  return { type: 'image/jpeg', bytes: new Uint8Array(data) }
}

async function pngFromBmp(bytes: Uint8Array): Promise<Uint8Array> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(bytes))
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  return canvas.encode('png')
}
