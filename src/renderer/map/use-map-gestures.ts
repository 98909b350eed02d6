import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import { roadMap } from './map-data.ts'
import type { Point } from './map-schema.ts'
import { moved, pinched, zoomedAt } from './map-view.ts'
import type { MapMoves } from './use-map-view.ts'

/** Pixels that a press may wander and still is a click on a station. */
const clickSlop = 4
const wheelStep = 0.0016

/** Dragging by mouse, pen or finger moves the map, two fingers and the wheel zoom it. */
export function useMapGestures(stage: RefObject<HTMLElement | null>, moves: MapMoves) {
  const pointers = useRef(new Map<number, Point>())
  const wandered = useRef(0)
  useWheel(stage, moves)

  const lift = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId)
  }
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType === 'mouse' && event.button !== 0) return
      if (pointers.current.size === 0) wandered.current = 0
      pointers.current.set(event.pointerId, spot(event))
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const before = pointers.current.get(event.pointerId)
      if (!before) return
      const now = spot(event)
      const [dx, dy] = [now[0] - before[0], now[1] - before[1]]
      const firstWander = wandered.current <= clickSlop
      wandered.current += Math.hypot(dx, dy)
      if (wandered.current <= clickSlop) return
      // Only now: a capture on the press would take the click away from the station.
      if (firstWander) event.currentTarget.setPointerCapture(event.pointerId)
      const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
      const corner = event.currentTarget.getBoundingClientRect()
      const inside = ([x, y]: Point): Point => [x - corner.left, y - corner.top]
      if (other) {
        const [fixed, from, to] = [inside(other), inside(before), inside(now)]
        moves.set((view) => pinched(view, [fixed, from], [fixed, to], roadMap, moves.size))
      } else moves.set((view) => moved(view, dx, dy, roadMap, moves.size))
      pointers.current.set(event.pointerId, now)
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    /** The click that ends a drag opens nothing. A click by keyboard (detail 0) ends no drag. */
    onClickCapture: (event: MouseEvent) => {
      if (wandered.current <= clickSlop || event.detail === 0) return
      wandered.current = 0
      event.preventDefault()
      event.stopPropagation()
    },
  }
}

const spot = (event: { clientX: number; clientY: number }): Point => [event.clientX, event.clientY]

/** Not a React handler: only a listener that is not passive may keep the page from scrolling. */
function useWheel(stage: RefObject<HTMLElement | null>, moves: MapMoves): void {
  const latest = useRef(moves)
  latest.current = moves
  useEffect(() => {
    const element = stage.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const corner = element?.getBoundingClientRect()
      const at: Point = [event.clientX - (corner?.left ?? 0), event.clientY - (corner?.top ?? 0)]
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
      // A pinch on a touch pad comes as a wheel with Ctrl, in smaller steps.
      const step = event.deltaY * lines * (event.ctrlKey ? 5 : 1)
      const { set, size } = latest.current
      set((view) => zoomedAt(view, Math.exp(-step * wheelStep), at, roadMap, size))
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [stage])
}
