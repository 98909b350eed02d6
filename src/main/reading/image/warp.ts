import type { GrayImage } from '../files/scan.ts'
import type { Quad } from './document-outline.ts'
import { readingWidth } from './prepare-page.ts'
import type { Point } from './rotated-point.ts'

/** Letter and A4 paper, width by height. */
const papers = [8.5 / 11, 210 / 297]

/**
 * The sheet inside `corners` as if photographed from straight above, its short side as wide as letters are read. `part`: it need
 * not be a whole sheet, and is as wide as letters are.
 */
export function flattenQuad(photo: GrayImage, corners: Quad, part = false): GrayImage {
  const { width, height } = part ? partSize(photo, corners) : sizeOf(photo, corners)
  const pixels = new Uint8Array(width * height)
  const [a, b, c, d, e, f, g, h] = projectionTo(corners)
  const [farX, farY] = [photo.width - 1.001, photo.height - 1.001]
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / height
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) / width
      const depth = g * u + h * v + 1
      const x = within(((a * u + b * v + c) / depth) * photo.width - 0.5, farX)
      const y = within(((d * u + e * v + f) / depth) * photo.height - 0.5, farY)
      pixels[row * width + column] = between(photo, x, y)
    }
  }
  return { width, height, pixels }
}

/** Where a point of the flat sheet lies on the photo; both in fractions. */
export function pointInQuad(corners: Quad, [u, v]: Point): Point {
  const [a, b, c, d, e, f, g, h] = projectionTo(corners)
  const depth = g * u + h * v + 1
  return [(a * u + b * v + c) / depth, (d * u + e * v + f) / depth]
}

/** Perspective makes a side look shorter, so a shape close to a paper's is that paper. */
function sizeOf(photo: GrayImage, [topLeft, topRight, bottomRight, bottomLeft]: Quad) {
  const length = (from: Point, to: Point) =>
    Math.hypot((to[0] - from[0]) * photo.width, (to[1] - from[1]) * photo.height)
  const across = length(topLeft, topRight) + length(bottomLeft, bottomRight)
  const down = length(topLeft, bottomLeft) + length(topRight, bottomRight)
  const seen = Math.min(across, down) / Math.max(across, down)
  const [letter = seen, a4 = seen] = papers
  const ratio = Math.abs(seen - letter) < 0.15 ? (seen < (a4 + letter) / 2 - 0.02 ? a4 : letter) : seen
  const long = Math.round(readingWidth / ratio)
  return across <= down ? { width: readingWidth, height: long } : { width: long, height: readingWidth }
}

/** A window cuts a sheet off at its foot, never at its side. */
function partSize(photo: GrayImage, [[left, top], [right], [, bottom]]: Quad) {
  const shape = ((bottom - top) * photo.height) / ((right - left) * photo.width)
  return { width: readingWidth, height: Math.max(1, Math.round(readingWidth * shape)) }
}

type Projection = [number, number, number, number, number, number, number, number]

/** Heckbert's projection of the unit square onto four corners. */
function projectionTo([p0, p1, p2, p3]: Quad): Projection {
  const [dx1, dx2, dx3] = [p1[0] - p2[0], p3[0] - p2[0], p0[0] - p1[0] + p2[0] - p3[0]]
  const [dy1, dy2, dy3] = [p1[1] - p2[1], p3[1] - p2[1], p0[1] - p1[1] + p2[1] - p3[1]]
  const divisor = dx1 * dy2 - dx2 * dy1
  const g = (dx3 * dy2 - dx2 * dy3) / divisor
  const h = (dx1 * dy3 - dx3 * dy1) / divisor
  return [
    p1[0] - p0[0] + g * p1[0],
    p3[0] - p0[0] + h * p3[0],
    p0[0],
    p1[1] - p0[1] + g * p1[1],
    p3[1] - p0[1] + h * p3[1],
    p0[1],
    g,
    h,
  ]
}

const within = (value: number, most: number) => (value < 0 ? 0 : value > most ? most : value)

function between({ width, pixels }: GrayImage, x: number, y: number): number {
  const [left, top] = [x | 0, y | 0]
  const [right, low] = [x - left, y - top]
  const at = top * width + left
  const above = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right
  const below = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right
  return above * (1 - low) + below * low
}
