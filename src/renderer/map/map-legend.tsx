import { t } from '../i18n/words.ts'
import { roadMap } from './map-data.ts'
import './map-legend.css'
import './route-map.css'
import './map-lines.css'

const signWords = { W: 'roadmap.signs.W', A: 'roadmap.signs.A', T: 'roadmap.signs.T' } as const

/** The signs of the map, in one or two lines; the lines themselves are named on the map. */
export const MapLegend = ({ mine }: { mine: boolean }) => (
  <ul className="legend small">
    {mine && (
      <>
        <li>
          <Sample className="glow" />
          {t('roadmap.signs.travelled')}
        </li>
        <li>
          <Sample className="glow ahead" />
          {t('roadmap.signs.ahead')}
        </li>
      </>
    )}
    {roadMap.transfers.map(({ sign }) => (
      <li key={sign}>
        <span className={`legend-sign sign-${sign}`}>→{sign}</span>
        {t(signWords[sign as keyof typeof signWords])}
      </li>
    ))}
  </ul>
)

const Sample = ({ className }: { className: string }) => (
  <svg className="route-map" viewBox="0 0 68 32" aria-hidden="true">
    <path className={className} d="M6 16H62" />
  </svg>
)
