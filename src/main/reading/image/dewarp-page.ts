import type { Box } from '../../../shared/model/letter.ts'
import type { GrayImage } from '../files/scan.ts'
import type { DeskewedPage } from './rotate-page.ts'
import { gathering, inkOf } from './text-direction.ts'

/** The furthest that the middle of a sheet is taken to rise or sink, and the least that is worth correcting; in page heights. */
const furthest = 0.026
const least = 0.003
const step = 0.002

/** How the lines of a photographed sheet lie: tilted by clockwise degrees, and bowed upwards by page heights. */
type PageCurve = { skew: number; rise: number }

/**
 * How a sheet was curled, like a piece of pipe, when it was photographed: its edges lie where they should, and every
 * line bows by the same height in the middle. That is where ink gathers in the fewest rows; a gain of less than a tenth
 * over straight lines tilted by `skew` proves nothing. A sheet cut out by its corners is next to level by itself.
 */
export function pageCurveOf(page: GrayImage, skew: number): PageCurve {
  const ink = inkOf(page)
  const every = Math.max(1, Math.floor(ink.xs.length / 12_000))
  const xs = ink.xs.filter((_, at) => at % every === 0)
  const ys = ink.ys.filter((_, at) => at % every === 0)
  const bows = xs.map((x) => bowAt(x / ink.width) * ink.height)
  let best: PageCurve = { skew, rise: 0 }
  let most = 1.1 * gathering(xs, ys, ink.height, skew)
  for (let rise = -furthest; rise <= furthest; rise += step) {
    if (Math.abs(rise) < least) continue
    const straight = ys.map((y, at) => y + rise * (bows[at] ?? 0))
    for (const tilt of [-0.6, -0.3, 0, 0.3, 0.6]) {
      const score = gathering(xs, straight, ink.height, tilt)
      if (score <= most) continue
      most = score
      best = { skew: tilt, rise }
    }
  }
  return best
}

/** A page whose lines bow upwards by `rise` made straight. */
export function dewarpPage(page: GrayImage, rise: number): DeskewedPage {
  if (rise === 0) return { image: page, toPage: (box) => box }
  return { image: unbent(page, rise), toPage: (box) => bentBox(box, rise) }
}

const bowAt = (share: number) => Math.sin(Math.PI * share)

/** Each column is moved down by its bow, between two rows where need be. */
function unbent({ width, height, pixels }: GrayImage, rise: number): GrayImage {
  const straight = Buffer.alloc(width * height, 255)
  const shifts = Float64Array.from({ length: width }, (_, x) => rise * height * bowAt(x / width))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y - (shifts[x] ?? 0)
      const upper = Math.floor(from)
      if (upper < 0 || upper + 1 >= height) continue
      const at = upper * width + x
      const above = pixels[at] ?? 255
      straight[y * width + x] = above + ((pixels[at + width] ?? 255) - above) * (from - upper)
    }
  }
  return { width, height, pixels: straight }
}

/** The box on the bent page around a box on the straight one. */
function bentBox([x, y, w, h]: Box, rise: number): Box {
  const shifts = [x, x + w / 2, x + w].map((share) => rise * bowAt(share))
  const top = y - Math.max(...shifts)
  return [x, top, w, h + Math.max(...shifts) - Math.min(...shifts)]
}
