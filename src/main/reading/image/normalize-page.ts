import sharp from 'sharp'
import type { Box } from '../../../shared/model/letter.ts'
import type { Rotation } from '../../../shared/model/page-layout-override.ts'
import { grayFrom } from '../files/image-scan.ts'
import type { GrayImage } from '../files/scan.ts'
import type { DetectedDocument } from './detected-document.ts'
import { dewarpPage, pageCurveOf } from './dewarp-page.ts'
import { readingWidth } from './prepare-page.ts'
import { deskewPage, rotatePage } from './rotate-page.ts'
import { rotatedPoint, unrotatedPoint } from './rotated-point.ts'

/** A page deskewed and dewarped for reading; `toPage` brings a box of it back to the upright page as the person sees it. */
export type NormalizedPage = {
  image: GrayImage
  rotation: Rotation
  uprightAspect: number
  toPage: (box: Box) => Box
}

/** `rotation` and `skew` are clockwise degrees: by how much to turn, and by how much the lines are tilted. */
export async function normalizePage(
  document: DetectedDocument,
  rotation: Rotation,
  skew: number,
): Promise<NormalizedPage> {
  const upright = await scaled(await rotatePage(document.image, rotation))
  const photo = document.toPhoto
  const bend = photo ? pageCurveOf(upright, skew) : { skew, rise: 0 }
  const level = await deskewPage(upright, bend.skew)
  const flat = dewarpPage(level.image, bend.rise)
  const { width, height } = document.page
  return {
    image: flat.image,
    rotation,
    uprightAspect: rotation % 180 === 0 ? width / height : height / width,
    toPage: (box) => {
      const onDocument = level.toPage(flat.toPage(box))
      if (!photo) return onDocument
      return boxAround(
        cornersOf(onDocument).map((corner) =>
          rotatedPoint(photo(unrotatedPoint(corner, rotation)), rotation),
        ),
      )
    },
  }
}

/** A page that lay on its side was scaled by its long edge. */
async function scaled(image: GrayImage): Promise<GrayImage> {
  if (image.width >= 0.9 * readingWidth) return image
  return grayFrom(
    sharp(image.pixels, { raw: { width: image.width, height: image.height, channels: 1 } }),
    readingWidth,
  )
}

const cornersOf = ([x, y, w, h]: Box) =>
  [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ] as const

function boxAround(points: readonly (readonly [number, number])[]): Box {
  const limit = (value: number) => Math.max(0, Math.min(1, value))
  const xs = points.map(([x]) => limit(x))
  const ys = points.map(([, y]) => limit(y))
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top]
}
