import type { KeyboardEvent } from 'react'
import { drawnEdges, roadMap } from './map-data.ts'
import { type Direction, nextStop } from './next-stop.ts'
import type { MapMoves } from './use-map-zoom.ts'

const arrows: Partial<Record<string, { direction: Direction; move: [number, number] }>> = {
  ArrowLeft: { direction: 'left', move: [80, 0] },
  ArrowRight: { direction: 'right', move: [-80, 0] },
  ArrowUp: { direction: 'up', move: [0, 80] },
  ArrowDown: { direction: 'down', move: [0, -80] },
}

/**
 * Plus, minus and 0 zoom, Home goes to the person's letter. On the map itself arrows move it; on a station they lead to
 * the next one along its lines.
 */
export function onMapKey(
  event: KeyboardEvent,
  moves: MapMoves,
  goTo: (station: string) => void,
  home: string,
) {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const stop = (event.target as Element).closest<HTMLElement | SVGElement>('[data-station]')
  if (!act(event, moves, goTo, home, stop?.dataset.station ?? null)) return
  event.preventDefault()
  event.stopPropagation()
}

function act(
  { key, shiftKey }: KeyboardEvent,
  moves: MapMoves,
  goTo: (station: string) => void,
  home: string,
  stop: string | null,
): boolean {
  const arrow = arrows[key]
  if (arrow && stop && !shiftKey) goTo(nextStop(roadMap, drawnEdges, stop, arrow.direction))
  else if (arrow) moves.panBy(...arrow.move)
  else if (key === '+' || key === '=') moves.zoomBy(1.25)
  else if (key === '-' || key === '_') moves.zoomBy(1 / 1.25)
  else if (key === '0') moves.showAll()
  else if (key === 'Home') goTo(home)
  else return false
  return true
}
