import { useMemo } from 'react'
import type { Law } from '../../shared/law/law.ts'
import { t } from '../ui/words.ts'
import { fontSize, lineOffset } from './map-labels.ts'
import { layoutMap, type MapLayout, type MapStop } from './map-layout.ts'

type Props = {
  law: Law
  zoom: number
  /** Letters by station: the pins. */
  pins: Map<string, { id: string; title: string }[]>
  /** The station where the person is, by the newest letter. */
  here: string | null
  selected: string | null
}

/** The collection map as our own SVG: every station is a link to its panel; the same is in the list. */
export function RouteMap({ law, zoom, pins, here, selected }: Props) {
  const map = useMemo(() => layoutMap(law), [law])
  return (
    <nav aria-label={t('roadmap.mapLabel')}>
      <svg
        className="route-map"
        role="presentation"
        lang="en"
        width={map.width * zoom}
        height={map.height * zoom}
        viewBox={`0 0 ${map.width} ${map.height}`}
        fontSize={fontSize}
      >
        <Tracks map={map} />
        {map.stops.map((stop) => (
          <Stop
            key={stop.station.id}
            stop={stop}
            pins={pins.get(stop.station.id)?.length ?? 0}
            here={stop.station.id === here}
            selected={stop.station.id === selected}
          />
        ))}
      </svg>
    </nav>
  )
}

/** Appeals and side lines first, so that the main line lies on top. */
const drawOrder = ['other', 'plan', 'lien', 'appeal', 'main']

function Tracks({ map }: { map: MapLayout }) {
  const tracks = [...map.tracks].sort(
    (a, b) => drawOrder.indexOf(a.line.kind) - drawOrder.indexOf(b.line.kind),
  )
  return (
    <g>
      {tracks.map(({ line, points }) => (
        <polyline
          key={line.id}
          className={`track ${line.kind}`}
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ))}
    </g>
  )
}

function Stop(props: { stop: MapStop; pins: number; here: boolean; selected: boolean }) {
  const { stop, pins, here, selected } = props
  const { station, point, label, interchange } = stop
  const name = [
    station.title,
    here && t('roadmap.youAreHere'),
    pins > 0 && t('roadmap.pins', { count: pins }),
  ]
  return (
    <a
      href={`#/roadmap/${station.id}`}
      className={`stop ${here ? 'here' : ''}`}
      aria-label={name.filter(Boolean).join(', ')}
      aria-current={selected ? 'true' : undefined}
      data-station={station.id}
    >
      {here && <circle className="halo" cx={point.x} cy={point.y} r={22} />}
      <circle className="stop-dot" cx={point.x} cy={point.y} r={interchange ? 10 : 7} />
      <text className="stop-label" textAnchor={label.anchor} x={label.at.x} y={label.at.y}>
        {label.lines.map((line, index) => (
          <tspan key={line} x={label.at.x} y={label.at.y + lineOffset(index)}>
            {line}
            {/* Parts the lines for those who hear the label, without a width that would move it. */}
            <tspan fontSize="0"> </tspan>
          </tspan>
        ))}
      </text>
      {pins > 0 && <Pin x={point.x} y={point.y} count={pins} />}
    </a>
  )
}

/** An envelope on the station, with the number of letters when there are several. */
const Pin = ({ x, y, count }: { x: number; y: number; count: number }) => (
  <g className="pin" transform={`translate(${x - 15} ${y - 11})`}>
    <rect width="30" height="22" rx="3" />
    <path d="M2 3l13 10L28 3" fill="none" strokeWidth="2" />
    {count > 1 && (
      <>
        <circle className="pin-count" cx="30" cy="0" r="10" />
        <text className="pin-number" x="30" y="4.5" textAnchor="middle" fontSize="13">
          {count}
        </text>
      </>
    )}
  </g>
)
