import type { ConnectedComponent } from './largest-component.ts'
import type { Point } from './rotated-point.ts'

/** Points with `a * x + b * y = c`. */
type EdgeLine = { a: number; b: number; c: number }

/** Straight lines along the four sides of a component that stands roughly upright. */
export function edgeLines(
  component: ConnectedComponent,
): { left: EdgeLine; right: EdgeLine; top: EdgeLine; bottom: EdgeLine } | null {
  const left = fitted(component.first)
  const right = fitted(component.last, 1)
  const top = fitted(component.highest)
  const bottom = fitted(component.lowest, 1)
  if (!left || !right || !top || !bottom) return null
  return {
    left: { a: 1, b: -left.slope, c: left.start },
    right: { a: 1, b: -right.slope, c: right.start },
    top: { a: -top.slope, b: 1, c: top.start },
    bottom: { a: -bottom.slope, b: 1, c: bottom.start },
  }
}

/** Where two lines cross. */
export function meet(one: EdgeLine, other: EdgeLine): Point {
  const divisor = one.a * other.b - other.a * one.b
  return [(one.c * other.b - other.c * one.b) / divisor, (one.a * other.c - other.a * one.c) / divisor]
}

/** Ends of a side are left out, where a neighboring side or a rounded corner begins. */
const ends = 0.1
/** A side that leans more than this is no side of a sheet that somebody meant to photograph. */
const mostLean = 0.5

/** A straight line through most of the places; what lies off it (thumbs, torn edges) is dropped step by step. */
function fitted(places: Int32Array, offset = 0): { slope: number; start: number } | null {
  const known = [...places.entries()].filter(([, place]) => place !== -1)
  const skip = Math.round(known.length * ends)
  let inliers = known
    .slice(skip, known.length - skip)
    .map(([at, place]) => [at + 0.5, place + offset] as const)
  if (inliers.length < 20) return null
  let line = leastSquares(inliers)
  for (let round = 0; round < 6; round++) {
    const off = inliers.map(([at, place]) => Math.abs(place - line.start - line.slope * at))
    const most = Math.max(1, 1.5 * (off.toSorted((x, y) => x - y)[Math.floor(off.length * 0.6)] ?? 1))
    const closer = inliers.filter((_, at) => (off[at] ?? 0) <= most)
    if (closer.length < 20 || closer.length === inliers.length) break
    inliers = closer
    line = leastSquares(inliers)
  }
  return Math.abs(line.slope) > mostLean ? null : line
}

function leastSquares(points: readonly (readonly [number, number])[]): { slope: number; start: number } {
  const count = points.length
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / (spread || 1)
  return { slope, start: meanY - slope * meanX }
}
