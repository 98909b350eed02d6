import type { Rotation } from '../../../shared/model/page-layout-override.ts'

/** Fractions of a page from its top left corner. */
export type Point = readonly [x: number, y: number]

/** Where a point of a page lies once the page is turned clockwise. */
export function rotatedPoint([x, y]: Point, rotation: Rotation): Point {
  switch (rotation) {
    case 0:
      return [x, y]
    case 90:
      return [1 - y, x]
    case 180:
      return [1 - x, 1 - y]
    case 270:
      return [y, 1 - x]
  }
}

/** The way back. */
export const unrotatedPoint = (point: Point, rotation: Rotation): Point =>
  rotatedPoint(point, ((360 - rotation) % 360) as Rotation)
