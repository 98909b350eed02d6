import sharp from 'sharp'
import type { Box } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'

/** A piece of a page, enlarged, with white around it; `toPage` brings a box in its pixels back to the page. */
export type Crop = { image: GrayImage; toPage: (box: Box) => Box; pageHeight: number }

const rim = 16

/** Cuts `box` (fractions of the page) out and enlarges it `scale` times. */
export async function cropPage(page: GrayImage, box: Box, scale: number): Promise<Crop> {
  const left = clamp(Math.floor(box[0] * page.width), page.width - 2)
  const top = clamp(Math.floor(box[1] * page.height), page.height - 2)
  const width = Math.max(2, Math.min(page.width - left, Math.ceil(box[2] * page.width)))
  const height = Math.max(2, Math.min(page.height - top, Math.ceil(box[3] * page.height)))
  const { data, info } = await sharp(page.pixels, {
    raw: { width: page.width, height: page.height, channels: 1 },
  })
    .extract({ left, top, width, height })
    .resize({ width: Math.round(width * scale) })
    .extend({ top: rim, bottom: rim, left: rim, right: rim, background: '#fff' })
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return {
    image: { width: info.width, height: info.height, pixels: data },
    pageHeight: page.height * scale,
    toPage: ([x, y, w, h]) => [
      (left + (x - rim) / scale) / page.width,
      (top + (y - rim) / scale) / page.height,
      w / scale / page.width,
      h / scale / page.height,
    ],
  }
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))
