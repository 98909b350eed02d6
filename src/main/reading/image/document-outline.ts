import type { ColorImage } from '../files/scan.ts'
import { edgeLines, meet } from './document-edges.ts'
import { type ConnectedComponent, largestComponent } from './largest-component.ts'
import { lightOf, type PhotoLight, shareOf } from './photo-light.ts'
import type { Point } from './rotated-point.ts'

/** Corners of a sheet as fractions of the photo: top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]

/**
 * The outline of a sheet of paper in a small photo: the largest colorless component that is bright, or that is bordered by
 * sharp edges, if it has four sides and the photo is darker or more colorful beyond each. Light and shadow move the
 * border between paper and table, so several ways are tried and the fullest component counts. Null where no sheet is sure.
 */
export function documentOutline(photo: ColorImage): Quad | null {
  const light = lightOf(photo)
  let best: { quad: Quad; score: number } | null = null
  for (const isPaper of paperMasks(light)) {
    const component = largestComponent(isPaper, photo.width, photo.height)
    const quad = component && quadOf(component)
    const score = quad ? plausibility(component, quad, photo) : 0
    if (!quad || score <= (best?.score ?? 0) || !hasEdges(quad, light)) continue
    best = { quad, score }
  }
  if (!best) return null
  const fraction = ([x, y]: Point): Point => [limit(x / photo.width), limit(y / photo.height)]
  const [a, b, c, d] = best.quad
  return [fraction(a), fraction(b), fraction(c), fraction(d)]
}

function paperMasks(light: PhotoLight): Uint8Array[] {
  const { value, color, mostColor, width } = light
  const isPale = (at: number) => (color[at] ?? 0) < mostColor
  const paper = shareOf(value, 0.95)
  const table = shareOf(value, 0.1)
  const byLight = [0.35, 0.5, 0.65, 0.8].map((share) => {
    const border = table + share * (paper - table)
    return value.map((bright, at) => (bright > border && isPale(at) ? 1 : 0))
  })
  // Shadow fades in over a wide stretch; the edge of a sheet is sharp.
  const steps = [1, width].flatMap((step) => [step, 2 * step])
  const byEdges = value.map((bright, at) => {
    const isEdge = steps.some(
      (step) => Math.abs((value[at - step] ?? bright) - (value[at + step] ?? bright)) > sharp * bright,
    )
    return !isEdge && bright > 40 && isPale(at) ? 1 : 0
  })
  return [byEdges, ...byLight]
}

/** By how much brightness changes, as a share of it, from one side of an edge to the other. */
const sharp = 0.1

/** Whether along most of each side the photo falls off sharply, or ends. */
function hasEdges(quad: Quad, light: PhotoLight): boolean {
  const middle: Point = [mean(quad.map(([x]) => x)), mean(quad.map(([, y]) => y))]
  return quad.every((from, at) => {
    const to = quad[(at + 1) % 4] ?? from
    let edges = 0
    for (let sample = 1; sample < 30; sample++) {
      const share = sample / 30
      const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
      if (fallsOff([x, y], middle, light)) edges++
    }
    return edges > 29 * 0.6
  })
}

function fallsOff([x, y]: Point, [middleX, middleY]: Point, light: PhotoLight): boolean {
  const far = Math.hypot(middleX - x, middleY - y)
  const [stepX, stepY] = [(5 * (middleX - x)) / far, (5 * (middleY - y)) / far]
  const outside = placeAt(x - stepX, y - stepY, light)
  const inside = placeAt(x + stepX, y + stepY, light)
  if (outside === null) return true
  if (inside === null) return false
  const [within = 0, beyond = 0] = [light.value[inside], light.value[outside]]
  return beyond < (1 - sharp) * within || (light.color[outside] ?? 0) > (light.color[inside] ?? 0) + 30
}

function placeAt(x: number, y: number, { width, height }: PhotoLight): number | null {
  const [column, row] = [Math.floor(x), Math.floor(y)]
  return column < 0 || row < 0 || column >= width || row >= height ? null : row * width + column
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Corners where straight lines along the four sides meet: a thumb or a fold at a corner does not count. */
function quadOf(component: ConnectedComponent): Quad | null {
  const lines = edgeLines(component)
  if (!lines) return null
  const { left, right, top, bottom } = lines
  return [meet(left, top), meet(right, top), meet(right, bottom), meet(left, bottom)]
}

/** 0 where the component is no sheet: too small, the whole picture, not four-sided, or of a shape that no paper has. */
function plausibility(component: ConnectedComponent, quad: Quad, { width, height }: ColorImage): number {
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
  const filled = Math.min(component.covered, area) / Math.max(component.covered, area)
  return filled > 0.88 && component.size > 0.55 * area ? filled : 0
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1])

const cross = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
const isConvex = ([a, b, c, d]: Quad) =>
  cross(a, b, c) > 0 && cross(b, c, d) > 0 && cross(c, d, a) > 0 && cross(d, a, b) > 0
const areaOf = ([a, b, c, d]: Quad) => (cross(a, b, c) + cross(a, c, d)) / 2
const limit = (value: number) => Math.max(0, Math.min(1, value))
