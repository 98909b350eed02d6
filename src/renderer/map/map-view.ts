import { type ZoomTransform, zoomIdentity } from 'd3-zoom'
import type { Point } from './map-schema.ts'

/** What of the map is seen: the map point at the window's top left corner, and pixels for one map unit. */
export type MapView = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

export const largestZoom = 3
/** At this zoom labels read like the other text of the screen. */
export const readingZoom = 0.9
/** How far the map's edge may be pulled into the window, as a part of the window. */
const slack = 0.4

/** d3-zoom places the map in the window; we name the part of the map that the window shows. */
export const viewFrom = ({ x, y, k }: ZoomTransform): MapView => ({ x: -x / k, y: -y / k, zoom: k })
export const transformFrom = ({ x, y, zoom }: MapView): ZoomTransform =>
  zoomIdentity.scale(zoom).translate(-x, -y)

/** The zoom at which the whole map is seen. */
export const fittingZoom = (map: Size, window: Size): number =>
  Math.min(window.width / map.width, window.height / map.height)

export const zoomRange = (map: Size, window: Size): [number, number] => [
  Math.min(fittingZoom(map, window), 1),
  largestZoom,
]

/** The whole map, in the middle of the window. */
export const wholeMap = (map: Size, window: Size): MapView =>
  centered([map.width / 2, map.height / 2], fittingZoom(map, window), window)

/** A view with the map point in the middle of the window. */
export const centered = ([x, y]: Point, zoom: number, window: Size): MapView => ({
  x: x - window.width / zoom / 2,
  y: y - window.height / zoom / 2,
  zoom,
})

/** A map that left the window would look lost: a part of it always stays. */
export function constrained(view: MapView, map: Size, window: Size): MapView {
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
