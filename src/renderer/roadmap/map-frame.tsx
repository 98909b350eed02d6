import { type PointerEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../ui/words.ts'

const smallest = 0.2
const largest = 2.5
/** At this zoom and above the labels read like other text. */
const near = 0.85
const clamp = (zoom: number) => Math.min(largest, Math.max(smallest, zoom))

/** A window onto a large drawing: zoom by buttons or Ctrl and wheel, move by scrolling, dragging or arrow keys. */
export function MapFrame(props: { center: string | null; children: (zoom: number) => ReactNode }) {
  const frame = useRef<HTMLElement>(null)
  const [zoom, setZoom] = useState(1)
  const drag = useDrag(frame)
  useWheelZoom(frame, setZoom)
  const fit = () => setZoom((now) => clamp(fitting(frame.current, now)))
  const { center } = props
  // A chosen station is shown near; without one the whole map is.
  useLayoutEffect(
    () => setZoom((now) => (center ? Math.max(now, near) : clamp(fitting(frame.current, now)))),
    [center],
  )
  useEffect(() => {
    if (center && zoom >= near) showStation(frame.current, center)
  }, [center, zoom])
  return (
    <div className="map-frame">
      <div className="row map-zoom" role="toolbar" aria-label={t('roadmap.zoom')}>
        <Button
          className="button small"
          aria-label={t('scan.smaller')}
          onPress={() => setZoom((z) => clamp(z / 1.25))}
        >
          −
        </Button>
        <Button
          className="button small"
          aria-label={t('scan.larger')}
          onPress={() => setZoom((z) => clamp(z * 1.25))}
        >
          +
        </Button>
        <Button className="button small" onPress={fit}>
          {t('roadmap.whole')}
        </Button>
      </div>
      <section
        ref={frame}
        className="map-area"
        aria-label={t('roadmap.area')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must take the focus to scroll by keyboard
        tabIndex={0}
        {...drag}
      >
        {props.children(zoom)}
      </section>
    </div>
  )
}

/** The zoom at which the drawing, now shown at `zoom`, is as wide as its frame. */
function fitting(frame: HTMLElement | null, zoom: number): number {
  const drawing = frame?.firstElementChild?.getBoundingClientRect()
  if (!frame || !drawing || drawing.width === 0) return zoom
  return zoom * Math.min((frame.clientWidth - 4) / drawing.width, (frame.clientHeight - 4) / drawing.height)
}

function showStation(frame: HTMLElement | null, station: string): void {
  const stop = frame?.querySelector(`[data-station="${CSS.escape(station)}"] .stop-dot`)
  if (!frame || !stop) return
  const [outer, inner] = [frame.getBoundingClientRect(), stop.getBoundingClientRect()]
  frame.scrollBy(
    inner.left - outer.left - frame.clientWidth / 2,
    inner.top - outer.top - frame.clientHeight / 2,
  )
}

/** Not a React handler: only a listener that is not passive may keep the page from zooming. */
function useWheelZoom(
  frame: { current: HTMLElement | null },
  setZoom: (next: (zoom: number) => number) => void,
) {
  useEffect(() => {
    const element = frame.current
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      setZoom((zoom) => clamp(zoom * (event.deltaY < 0 ? 1.1 : 1 / 1.1)))
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [frame, setZoom])
}

/** Dragging with the mouse moves the map; touch already scrolls. A press without a move stays a click. */
function useDrag(frame: { current: HTMLElement | null }) {
  const last = useRef<{ x: number; y: number } | null>(null)
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.pointerType === 'mouse' && event.button === 0)
        last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerMove: (event: PointerEvent) => {
      if (!last.current || event.buttons === 0) return
      frame.current?.scrollBy(last.current.x - event.clientX, last.current.y - event.clientY)
      last.current = { x: event.clientX, y: event.clientY }
    },
    onPointerUp: () => {
      last.current = null
    },
  }
}
