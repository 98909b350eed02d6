import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { getStation } from '../../../shared/law/law.ts'
import { longDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { letterIndex } from '../../map/letter-index.ts'
import { roadMap } from '../../map/map-data.ts'
import { gridMargin, MapGrid } from '../../map/map-grid.tsx'
import { MapLegend } from '../../map/map-legend.tsx'
import { MapDrawing, type RouteMapProps } from '../../map/route-map.tsx'
import { useLaw } from '../../state/library-context.tsx'
import './poster.css'

/** `wall`: nobody's letters are on it. */
type PosterKind = 'wall' | 'mine'

/**
 * The poster is made when the window is about to print, by our buttons or by the browser's own command, and goes away
 * afterwards.
 */
export function usePoster(wanted: boolean) {
  const [kind, setKind] = useState<PosterKind | null>(null)
  useEffect(() => {
    if (!wanted) return
    const before = () => flushSync(() => setKind((now) => now ?? 'wall'))
    const after = () => setKind(null)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [wanted])
  const print = (chosen: PosterKind) => {
    if (wanted) flushSync(() => setKind(chosen))
    window.print()
  }
  return { kind: wanted ? kind : null, print }
}

const nobodysWay: RouteMapProps['way'] = { traveled: [], jumps: [], forks: [], concerned: new Set() }

/** The map on one Letter page, for a wall, and its index on the next: on the screen they are not seen. */
export function Poster({ kind, ...shown }: Omit<RouteMapProps, 'tabStop'> & { kind: PosterKind }) {
  const law = useLaw()
  const own =
    kind === 'mine' ? shown : { ...shown, way: nobodysWay, pins: new Map(), here: null, onlyMine: false }
  return (
    <div className="posters" aria-hidden="true">
      <section className="poster">
        <header className="poster-head">
          <strong>{t('roadmap.poster.title')}</strong>
          <span>{t('roadmap.poster.subtitle')}</span>
        </header>
        <svg
          className="route-map"
          role="presentation"
          viewBox={`${-gridMargin} ${-gridMargin} ${roadMap.width + 2 * gridMargin} ${roadMap.height + 2 * gridMargin}`}
        >
          <MapGrid />
          <MapDrawing {...own} selected={null} tabStop={null} />
        </svg>
        <footer className="poster-foot">
          <MapLegend mine={kind === 'mine'} />
          <p>{t('roadmap.poster.notAdvice', { day: longDay(law.checked), version: law.version })}</p>
        </footer>
      </section>
      <PosterIndex />
    </div>
  )
}

/** The pages behind the map: every number of the catalog, the name of its stop, and the square of that stop. */
function PosterIndex() {
  const law = useLaw()
  const index = useMemo(() => letterIndex(roadMap, law), [law])
  return (
    <section className="poster-index">
      <header className="poster-head">
        <strong>{t('roadmap.poster.index')}</strong>
        <span>{t('roadmap.poster.indexHint')}</span>
      </header>
      <ul>
        {index.map(({ number, station, square }) => (
          <li key={`${number} ${square}`}>
            <b>{number}</b>
            <LawText>{getStation(law, station).title}</LawText>
            <b>{square}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
