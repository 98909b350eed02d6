import sharp from 'sharp'
import type { Box } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import type { GrayImage } from '../files/scan.ts'

/** A page rotated clockwise by a right angle. */
export const rotatePage = (image: GrayImage, rotation: Rotation): Promise<GrayImage> =>
  rotation === 0 ? Promise.resolve(image) : rotated(image, rotation)

/** A page made level; `toPage` brings a box of it back to the page as it was. Boxes are fractions. */
export type DeskewedPage = { image: GrayImage; toPage: (box: Box) => Box }

/** `skew`: clockwise degrees by which the lines are tilted. */
export async function deskewPage(page: GrayImage, skew: number): Promise<DeskewedPage> {
  if (Math.abs(skew) < 0.4) return { image: page, toPage: (box) => box }
  const image = await rotated(page, -skew)
  return { image, toPage: (box) => boxBefore(box, page, image, skew) }
}

async function rotated({ width, height, pixels }: GrayImage, degrees: number): Promise<GrayImage> {
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .rotate(degrees, { background: '#fff' })
    .toColorspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: data }
}

/** Both pages share their middle; the corners of the box are rotated back around it. */
function boxBefore([x, y, w, h]: Box, page: GrayImage, level: GrayImage, skew: number): Box {
  const radians = (skew * Math.PI) / 180
  const corners = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].map(([left = 0, top = 0]) => {
    const [across, down] = [(left - 0.5) * level.width, (top - 0.5) * level.height]
    return [
      (across * Math.cos(radians) - down * Math.sin(radians)) / page.width + 0.5,
      (across * Math.sin(radians) + down * Math.cos(radians)) / page.height + 0.5,
    ] as const
  })
  const limit = (value: number) => Math.max(0, Math.min(1, value))
  const [xs, ys] = [corners.map((corner) => limit(corner[0])), corners.map((corner) => limit(corner[1]))]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}
