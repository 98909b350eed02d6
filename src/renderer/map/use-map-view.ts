import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { roadMap } from './map-data.ts'
import { mapStation } from './map-schema.ts'
import {
  centred,
  isInside,
  type MapView,
  moved,
  readingZoom,
  type Size,
  wholeMap,
  zoomedAt,
} from './map-view.ts'

/** Before the window is measured, and where nothing is drawn at all. */
const unmeasured: Size = { width: 1200, height: 640 }
const glideMs = 220

export type MapMoves = {
  view: MapView
  size: Size
  set: (change: (view: MapView) => MapView) => void
  zoomBy: (factor: number) => void
  panBy: (dx: number, dy: number) => void
  showAll: () => void
  /** Moves to a station where it is not well in sight; `near` makes its label readable too. */
  show: (station: string, near?: boolean) => void
}

/** What of the map is seen, and the ways to change it. It begins at `start`, near enough to read. */
export function useMapView(stage: RefObject<HTMLElement | null>, start: string): MapMoves {
  const size = useSize(stage)
  const [view, setView] = useState<MapView | null>(null)
  const first = useRef(start)
  const shown = view ?? centred(mapStation(roadMap, first.current).at, readingZoom, size)
  const latest = useRef({ view: shown, size })
  latest.current = { view: shown, size }
  const glide = useGlide(setView)

  const set = useCallback((change: (view: MapView) => MapView) => setView(change(latest.current.view)), [])
  const zoomBy = useCallback((factor: number) => {
    const { view, size } = latest.current
    setView(zoomedAt(view, factor, [size.width / 2, size.height / 2], roadMap, size))
  }, [])
  const panBy = useCallback((dx: number, dy: number) => {
    const { view, size } = latest.current
    setView(moved(view, dx, dy, roadMap, size))
  }, [])
  const showAll = useCallback(() => {
    const { view, size } = latest.current
    glide(view, wholeMap(roadMap, size))
  }, [glide])
  const show = useCallback(
    (station: string, near = false) => {
      const { view, size } = latest.current
      const { at } = mapStation(roadMap, station)
      const zoom = near ? Math.max(view.zoom, readingZoom) : view.zoom
      if (zoom !== view.zoom || !isInside(view, at, size)) glide(view, centred(at, zoom, size))
    },
    [glide],
  )
  return { view: shown, size, set, zoomBy, panBy, showAll, show }
}

/** The window's size in pixels, kept up to date. */
function useSize(stage: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(unmeasured)
  useLayoutEffect(() => {
    const element = stage.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      if (width > 0 && height > 0) setSize({ width, height })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage])
  return size
}

/** A short glide, so that the eye follows; at once for who wants less motion. */
function useGlide(setView: (view: MapView) => void): (from: MapView, to: MapView) => void {
  const frame = useRef(0)
  useEffect(() => () => cancelAnimationFrame(frame.current), [])
  return useCallback(
    (from, to) => {
      cancelAnimationFrame(frame.current)
      if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return setView(to)
      const begin = performance.now()
      const step = (now: number) => {
        const part = Math.min(1, Math.max(0, (now - begin) / glideMs))
        setView(between(from, to, 1 - (1 - part) ** 3))
        if (part < 1) frame.current = requestAnimationFrame(step)
      }
      frame.current = requestAnimationFrame(step)
    },
    [setView],
  )
}

const between = (from: MapView, to: MapView, part: number): MapView => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
  zoom: from.zoom + (to.zoom - from.zoom) * part,
})
