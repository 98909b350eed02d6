import { useLanguage } from '../i18n/language.ts'
import { t } from '../i18n/words.ts'
import { flagPosition } from './flag-position.ts'
import { roadMap } from './map-data.ts'
import { mapStation } from './map-schema.ts'

const size = 17
const height = 28
/** The tip of the flag ends so far from the middle of its station. */
const tipAt = 23

/** `You are here` above or below the station, where it covers the least. */
export function HereFlag({ id }: { id: string }) {
  const words = t('roadmap.youAreHere')
  const width = words.length * 9.2 + 22
  const [x, y] = mapStation(roadMap, id).at
  const position = flagPosition(roadMap, id, useLanguage(), { width, height })
  const below = position[1] > y
  const edge = position[1] + ((below ? -1 : 1) * height) / 2
  const tip = y + (below ? tipAt : -tipAt)
  return (
    <g className="here-flag">
      <path d={`M${x - 8} ${edge}L${x} ${tip}L${x + 8} ${edge}z`} />
      <rect x={position[0] - width / 2} y={position[1] - height / 2} width={width} height={height} rx="14" />
      <text x={position[0]} y={position[1] + 6} textAnchor="middle" fontSize={size}>
        {words}
      </text>
    </g>
  )
}
