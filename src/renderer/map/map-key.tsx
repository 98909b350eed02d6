import { useLanguage } from '../i18n/language.ts'
import { t } from '../i18n/words.ts'
import { roadMap } from './map-data.ts'
import { mapWords } from './map-schema.ts'
import { Track } from './map-track-lines.tsx'

const corner = { x: 1756, y: 1050 }
const row = 26

/** The key of the lines, in the empty corner of the map. */
export function MapKey() {
  const language = useLanguage()
  return (
    <g className="map-key" transform={`translate(${corner.x} ${corner.y})`} fontSize="16.5">
      <text className="line-name" y="0">
        {t('roadmap.key')}
      </text>
      {roadMap.lines.map((line, index) => {
        const y = 24 + index * row
        return (
          <g key={line.id}>
            <Track line={line} path={`M4 ${y}H30`} />
            <text x="42" y={y + 5.5}>
              <tspan className="key-letter">{line.id}</tspan> {mapWords(line.name, language)}
            </text>
          </g>
        )
      })}
    </g>
  )
}
