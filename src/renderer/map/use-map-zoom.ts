import { select } from 'd3-selection'
import 'd3-transition'
import { type D3ZoomEvent, type ZoomBehavior, zoom, zoomTransform } from 'd3-zoom'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useState } from 'react'
import { roadMap } from './map-data.ts'
import { mapStation, type Point } from './map-schema.ts'
import {
  centered,
  constrained,
  isInside,
  type MapView,
  readingZoom,
  type Size,
  transformFrom,
  viewFrom,
  wholeMap,
  zoomRange,
} from './map-view.ts'

/** Before the window is measured, and where nothing is drawn at all. */
const unmeasured: Size = { width: 1200, height: 640 }
const glideMs = 220
/** Pixels that a press may wander and still is a click on a station. */
const clickSlop = 4

type Stage = RefObject<HTMLElement | null>
type Zoom = ZoomBehavior<HTMLElement, unknown>

export type MapMoves = {
  view: MapView
  size: Size
  zoomBy: (factor: number) => void
  /** Moves the map under the window by pixels of the window. */
  panBy: (dx: number, dy: number) => void
  centerOn: (point: Point) => void
  showAll: () => void
  /** Moves to a station where it is not well in sight; `near` makes its label readable too. */
  show: (station: string, near?: boolean) => void
}

/**
 * What of the map is seen, and the ways to change it: d3-zoom hears drag, pinch and wheel, and does what keys and
 * buttons ask. The map begins at the station `start`, near enough to read.
 */
export function useMapZoom(stage: Stage, start: string): MapMoves {
  const size = useSize(stage)
  const [first] = useState(start)
  const [behavior] = useState(createZoom)
  const [moved, setMoved] = useState<MapView | null>(null)
  const view = useMemo(
    () => moved ?? centered(mapStation(roadMap, first).at, readingZoom, size),
    [moved, first, size],
  )
  useZoomEvents(stage, behavior, setMoved)
  useUnmovedView(stage, behavior, size, moved === null ? view : null, setMoved)
  return { view, size, ...useMoves(stage, behavior) }
}

const createZoom = (): Zoom =>
  zoom<HTMLElement, unknown>()
    .clickDistance(clickSlop)
    .tapDistance(clickSlop)
    .extent(function extentOf() {
      const { width, height } = sizeOf(this)
      return [
        [0, 0],
        [width, height],
      ]
    })
    .constrain((transform, [[left, top], [right, bottom]]) =>
      transformFrom(constrained(viewFrom(transform), roadMap, { width: right - left, height: bottom - top })),
    )

function useZoomEvents(stage: Stage, behavior: Zoom, onMove: (view: MapView) => void): void {
  useLayoutEffect(() => {
    if (!stage.current) return
    const area = select(stage.current).call(behavior)
    // A double click on a station should open it, not zoom.
    area.on('dblclick.zoom', null)
    listen(behavior, onMove)
    return () => {
      area.interrupt().on('.zoom', null)
      behavior.on('zoom', null)
    }
  }, [stage, behavior, onMove])
}

const listen = (behavior: Zoom, onMove: (view: MapView) => void) =>
  behavior.on('zoom', ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => onMove(viewFrom(transform)))

/** Keeps d3 informed of the size of the window and, until somebody moves the map, of the view that follows from it. */
function useUnmovedView(
  stage: Stage,
  behavior: Zoom,
  size: Size,
  view: MapView | null,
  onMove: (view: MapView) => void,
): void {
  useLayoutEffect(() => {
    behavior.scaleExtent(zoomRange(roadMap, size))
    if (!stage.current || !view) return
    // Not a user action, so no listener is called.
    behavior.on('zoom', null)
    select(stage.current).call(behavior.transform, transformFrom(view))
    listen(behavior, onMove)
  }, [stage, behavior, size, view, onMove])
}

function useMoves(stage: Stage, behavior: Zoom): Omit<MapMoves, 'view' | 'size'> {
  const glideTo = useCallback(
    (element: HTMLElement, view: MapView) => {
      const area = select(element)
      // Without animation for people who prefer reduced motion.
      if (window.matchMedia('(prefers-reduced-motion: reduce)').matches)
        area.call(behavior.transform, transformFrom(view))
      else area.transition().duration(glideMs).call(behavior.transform, transformFrom(view))
    },
    [behavior],
  )
  return useMemo(() => {
    const withStage = (move: (element: HTMLElement) => void) => {
      if (stage.current) move(stage.current)
    }
    return {
      zoomBy: (factor) => withStage((element) => select(element).call(behavior.scaleBy, factor)),
      panBy: (dx, dy) =>
        withStage((element) => {
          const { zoom: k } = viewOf(element)
          select(element).call(behavior.translateBy, dx / k, dy / k)
        }),
      centerOn: (point) =>
        withStage((element) => {
          const view = centered(point, viewOf(element).zoom, sizeOf(element))
          select(element).call(behavior.transform, transformFrom(view))
        }),
      showAll: () => withStage((element) => glideTo(element, wholeMap(roadMap, sizeOf(element)))),
      show: (station, near = false) =>
        withStage((element) => {
          const [view, size] = [viewOf(element), sizeOf(element)]
          const { at } = mapStation(roadMap, station)
          const zoom = near ? Math.max(view.zoom, readingZoom) : view.zoom
          if (zoom !== view.zoom || !isInside(view, at, size)) glideTo(element, centered(at, zoom, size))
        }),
    }
  }, [stage, behavior, glideTo])
}

const viewOf = (element: HTMLElement): MapView => viewFrom(zoomTransform(element))

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLElement): Size {
  return width > 0 && height > 0 ? { width, height } : unmeasured
}

/** The window's size in pixels, kept up to date. */
function useSize(stage: Stage): Size {
  const [size, setSize] = useState(unmeasured)
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const measure = () =>
      setSize((before) => {
        const now = sizeOf(element)
        return now.width === before.width && now.height === before.height ? before : now
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage])
  return size
}
