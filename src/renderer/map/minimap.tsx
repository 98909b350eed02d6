import { type PointerEvent, useRef } from 'react'
import { roadMap } from './map-data.ts'
import { mapStation } from './map-schema.ts'
import { PlainTracks } from './map-track-lines.tsx'
import { fittingZoom } from './map-view.ts'
import type { MapMoves } from './use-map-zoom.ts'
import './map-stage.css'

/**
 * An overview of the map with the visible part marked; pressing it goes there. Hidden from screen readers, since the
 * keys and the list do the same.
 */
export function Minimap({ moves, here }: { moves: MapMoves; here: string | null }) {
  const { view, size, centerOn } = moves
  const drawing = useRef<SVGSVGElement>(null)
  if (view.zoom < fittingZoom(roadMap, size) * 1.1) return null
  const go = (event: PointerEvent) => {
    const box = drawing.current?.getBoundingClientRect()
    if (!box || event.buttons === 0) return
    const x = ((event.clientX - box.left) / box.width) * roadMap.width
    const y = ((event.clientY - box.top) / box.height) * roadMap.height
    centerOn([x, y])
  }
  const home = here ? mapStation(roadMap, here).at : null
  return (
    <div className="minimap" aria-hidden="true" onPointerDown={go} onPointerMove={go}>
      <svg ref={drawing} role="presentation" viewBox={`0 0 ${roadMap.width} ${roadMap.height}`}>
        <PlainTracks />
        {home && <circle className="minimap-here" cx={home[0]} cy={home[1]} r="42" />}
        <rect
          className="minimap-window"
          x={view.x}
          y={view.y}
          width={size.width / view.zoom}
          height={size.height / view.zoom}
        />
      </svg>
    </div>
  )
}
