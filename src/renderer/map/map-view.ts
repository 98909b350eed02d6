import type { Point } from './map-schema.ts'

/** What of the map is seen: the map point at the window's top left corner, and pixels for one map unit. */
export type MapView = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

export const largestZoom = 3
/** At this zoom labels read like the other text of the screen. */
export const readingZoom = 0.9
/** How far the map's edge may be pulled into the window, as a part of the window. */
const slack = 0.4

/** The zoom at which the whole map is seen. */
export const fittingZoom = (map: Size, window: Size): number =>
  Math.min(window.width / map.width, window.height / map.height)

/** The whole map, in the middle of the window. */
export const wholeMap = (map: Size, window: Size): MapView =>
  centred([map.width / 2, map.height / 2], fittingZoom(map, window), window)

/** A view with the map point in the middle of the window. */
export const centred = ([x, y]: Point, zoom: number, window: Size): MapView => ({
  x: x - window.width / zoom / 2,
  y: y - window.height / zoom / 2,
  zoom,
})

/** Zooms by a factor and keeps the map point under `at` (window pixels) where it is. */
export function zoomedAt(view: MapView, factor: number, at: Point, map: Size, window: Size): MapView {
  const smallest = Math.min(fittingZoom(map, window), 1)
  const zoom = Math.min(largestZoom, Math.max(smallest, view.zoom * factor))
  const moved = {
    x: view.x + at[0] / view.zoom - at[0] / zoom,
    y: view.y + at[1] / view.zoom - at[1] / zoom,
    zoom,
  }
  return kept(moved, map, window)
}

/** Moves the map under the window by pixels of the window. */
export const moved = (view: MapView, dx: number, dy: number, map: Size, window: Size): MapView =>
  kept({ ...view, x: view.x - dx / view.zoom, y: view.y - dy / view.zoom }, map, window)

/** Two fingers: the map points under them stay under them. */
export function pinched(
  view: MapView,
  before: [Point, Point],
  after: [Point, Point],
  map: Size,
  window: Size,
): MapView {
  const [start, end] = [middle(before), middle(after)]
  const grown = span(after) / (span(before) || 1)
  const shifted = moved(view, end[0] - start[0], end[1] - start[1], map, window)
  return zoomedAt(shifted, grown, end, map, window)
}

const middle = ([a, b]: [Point, Point]): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
const span = ([a, b]: [Point, Point]): number => Math.hypot(a[0] - b[0], a[1] - b[1])

/** A map that left the window would look lost: a part of it always stays. */
function kept(view: MapView, map: Size, window: Size): MapView {
  const [width, height] = [window.width / view.zoom, window.height / view.zoom]
  return {
    ...view,
    x: between(view.x, -width * slack, map.width - width * (1 - slack)),
    y: between(view.y, -height * slack, map.height - height * (1 - slack)),
  }
}

/** A range that is empty, since the map is smaller than the window, keeps the map in its middle. */
const between = (value: number, least: number, most: number): number =>
  least > most ? (least + most) / 2 : Math.min(most, Math.max(least, value))

/** Whether a map point is well inside of the window. */
export const isInside = (view: MapView, [x, y]: Point, window: Size): boolean => {
  const [left, top] = [(x - view.x) * view.zoom, (y - view.y) * view.zoom]
  const edge = Math.min(80, window.width / 4, window.height / 4)
  return left > edge && left < window.width - edge && top > edge && top < window.height - edge
}
