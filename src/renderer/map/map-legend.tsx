import { t } from '../i18n/words.ts'
import { roadMap } from './map-data.ts'
import './map-legend.css'
import './route-map.css'
import './map-lines.css'

const symbolWords = { W: 'roadmap.symbols.W', A: 'roadmap.symbols.A', T: 'roadmap.symbols.T' } as const

/** The symbols of the map, in one or two lines; the lines themselves are named on the map. */
export const MapLegend = ({ mine }: { mine: boolean }) => (
  <ul className="legend small">
    {mine && (
      <>
        <li>
          <Sample className="glow" />
          {t('roadmap.symbols.traveled')}
        </li>
        <li>
          <Sample className="glow ahead" />
          {t('roadmap.symbols.ahead')}
        </li>
      </>
    )}
    {roadMap.transfers.map(({ symbol }) => (
      <li key={symbol}>
        <span className={`legend-symbol symbol-${symbol}`}>→{symbol}</span>
        {t(symbolWords[symbol as keyof typeof symbolWords])}
      </li>
    ))}
  </ul>
)

const Sample = ({ className }: { className: string }) => (
  <svg className="route-map" viewBox="0 0 68 32" aria-hidden="true">
    <path className={className} d="M6 16H62" />
  </svg>
)
