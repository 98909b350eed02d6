import { memo } from 'react'
import { useLanguage } from '../i18n/language.ts'
import { drawnTracks, roadMap } from './map-data.ts'
import { badgeGap, badgeHalf, badgeNameSize } from './map-labels.ts'
import { type MapLine, mapStation, mapWords } from './map-schema.ts'
import { type Edge, pathThrough } from './map-tracks.ts'
import './map-lines.css'

/** All tracks: a colored stroke, and over it the pattern that tells the line apart without color. */
export const Tracks = memo(function Tracks() {
  return (
    <g className="tracks">
      {drawnTracks.map(({ key, line, path, trunk }) => (
        <Track key={key} line={line} path={path} trunk={trunk} />
      ))}
    </g>
  )
})

type TrackProps = { line: Pick<MapLine, 'color' | 'weave'>; path: string; trunk?: boolean }

export const Track = ({ line, path, trunk = false }: TrackProps) => (
  <>
    <path className={`track ${line.color} ${line.weave} ${trunk ? 'trunk' : ''}`} d={path} />
    <path className={`weave ${line.weave}`} d={path} />
  </>
)

/** The same tracks without patterns, for the small map. */
export const PlainTracks = memo(function PlainTracks() {
  return drawnTracks.map(({ key, line, path }) => (
    <path key={key} className={`track ${line.color}`} d={path} />
  ))
})

/** Some pieces of track once more: over dimmed ones, or as a broad glow under them. */
export const Pieces = ({ edges, className }: { edges: Edge[]; className?: string }) =>
  edges.map(({ line: id, from, to, points }) => {
    const line = roadMap.lines.find((each) => each.id === id)
    if (className) return <path key={`${id} ${from} ${to}`} className={className} d={pathThrough(points)} />
    return line && <Track key={`${id} ${from} ${to}`} line={line} path={pathThrough(points)} />
  })

/** The letters of the lines, with their names where a line begins or ends. */
export function Badges() {
  const language = useLanguage()
  return roadMap.lines.flatMap((line) =>
    line.badges.map(({ at: [x, y], name }) => (
      <g key={`${line.id} ${x} ${y}`} className={`badge ${line.color}`}>
        <rect x={x - badgeHalf} y={y - badgeHalf} width={2 * badgeHalf} height={2 * badgeHalf} rx="5" />
        <text x={x} y={y + 6} textAnchor="middle" fontSize="17">
          {line.id}
        </text>
        {name && (
          <text
            className="line-name"
            x={x + (name === 'w' ? -1 : 1) * (badgeHalf + badgeGap)}
            y={y + 6}
            textAnchor={name === 'w' ? 'end' : 'start'}
            fontSize={badgeNameSize}
          >
            {mapWords(line.name, language)}
          </text>
        )}
      </g>
    )),
  )
}

/** From one letter's station straight to the next one's, where no known way leads along the tracks. */
export const Jumps = ({ jumps }: { jumps: { from: string; to: string }[] }) =>
  jumps.map(({ from, to }) => (
    <path
      key={`${from} ${to}`}
      className="jump"
      d={`M${mapStation(roadMap, from).at.join(' ')}L${mapStation(roadMap, to).at.join(' ')}`}
    />
  ))
