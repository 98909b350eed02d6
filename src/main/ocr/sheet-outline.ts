import { largestSpot, type Spot } from './largest-spot.ts'
import type { ColourImage } from './scan.ts'
import { edgeLines, meet } from './sheet-edges.ts'
import type { Point } from './turned-point.ts'

/** Corners of a sheet as fractions of the photo: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/**
 * The outline of a sheet of paper in a small photo: the largest bright and colourless spot, if it has four sides, or
 * null. Shadow moves the border between paper and table, so several are tried and the fullest spot counts.
 */
export function outlineOf(photo: ColourImage): Quad | null {
  const light = lightOf(photo)
  let best: { quad: Quad; score: number } | null = null
  for (const border of bordersOf(light.value)) {
    const isPaper = light.value.map((value, at) =>
      value > border && (light.colour[at] ?? 0) < light.mostColour ? 1 : 0,
    )
    const spot = largestSpot(isPaper, photo.width, photo.height)
    const quad = spot && quadOf(spot)
    if (!quad) continue
    const score = plausibility(spot, quad, photo)
    if (score > (best?.score ?? 0)) best = { quad, score }
  }
  if (!best) return null
  const fraction = ([x, y]: Point): Point => [limit(x / photo.width), limit(y / photo.height)]
  const [a, b, c, d] = best.quad
  return [fraction(a), fraction(b), fraction(c), fraction(d)]
}

type Light = { value: Uint8Array; colour: Uint8Array; mostColour: number }

/** Paper under a lamp is tinted; it may be somewhat more colourful than the brightest places are. */
function lightOf({ width, height, pixels }: ColourImage): Light {
  const value = new Uint8Array(width * height)
  const colour = new Uint8Array(width * height)
  for (let at = 0; at < value.length; at++) {
    const [red = 0, green = 0, blue = 0] = [pixels[at * 3], pixels[at * 3 + 1], pixels[at * 3 + 2]]
    const most = Math.max(red, green, blue)
    value[at] = most
    colour[at] = most === 0 ? 0 : ((most - Math.min(red, green, blue)) / most) * 255
  }
  const bright = shareOf(value, 0.9)
  const tints = colour.filter((_, at) => (value[at] ?? 0) >= bright)
  return { value, colour, mostColour: Math.max(64, shareOf(tints, 0.5) + 38) }
}

function bordersOf(value: Uint8Array): number[] {
  const paper = shareOf(value, 0.95)
  const table = shareOf(value, 0.1)
  return [0.5, 0.65, 0.35, 0.8].map((share) => table + share * (paper - table))
}

function shareOf(values: Uint8Array, share: number): number {
  const counts = new Uint32Array(256)
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  let seen = 0
  for (const [value, count] of counts.entries()) {
    seen += count
    if (seen > share * values.length) return value
  }
  return 255
}

/** Corners where straight lines along the four sides meet: a thumb or a fold at a corner does not count. */
function quadOf(spot: Spot): Quad | null {
  const lines = edgeLines(spot)
  if (!lines) return null
  const { left, right, top, bottom } = lines
  return [meet(left, top), meet(right, top), meet(right, bottom), meet(left, bottom)]
}

/** 0 where the spot is no sheet: too small, the whole picture, not four-sided, or of a shape that no paper has. */
function plausibility(spot: Spot, quad: Quad, { width, height }: ColourImage): number {
  const area = areaOf(quad)
  if (area < 0.2 * width * height || area > 0.97 * width * height) return 0
  const [a, b, c, d] = quad
  const far = quad.some(
    ([x, y]) => x < -0.05 * width || x > 1.05 * width || y < -0.05 * height || y > 1.05 * height,
  )
  if (far || !isConvex(quad)) return 0
  const across = distance(a, b) + distance(d, c)
  const down = distance(a, d) + distance(b, c)
  const shape = Math.min(across, down) / Math.max(across, down)
  if (shape < 0.5 || shape > 0.97) return 0
  const filled = Math.min(spot.covered, area) / Math.max(spot.covered, area)
  return filled > 0.88 && spot.size > 0.55 * area ? filled : 0
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

const cross = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
const isConvex = ([a, b, c, d]: Quad) =>
  cross(a, b, c) > 0 && cross(b, c, d) > 0 && cross(c, d, a) > 0 && cross(d, a, b) > 0
const areaOf = ([a, b, c, d]: Quad) => (cross(a, b, c) + cross(a, c, d)) / 2
const limit = (value: number) => Math.max(0, Math.min(1, value))
