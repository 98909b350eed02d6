import { useMemo, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { useLibrary } from '../state/library-context.tsx'
import { LawText } from '../ui/law-text.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { MapFrame } from './map-frame.tsx'
import { type Pin, pinsByStation, stationOfNewest } from './pins.ts'
import { RouteMap } from './route-map.tsx'
import { StationList } from './station-list.tsx'
import { StationPanel } from './station-panel.tsx'

/** The collection map with the person's letters on it; the same as an ordered list. */
export function RoadmapScreen({ station }: { station: string | null }) {
  const { law, letters } = useLibrary()
  const [view, setView] = useState<'map' | 'list'>('map')
  const pins = useMemo(() => pinsByStation(law, letters), [law, letters])
  const here = useMemo(() => stationOfNewest(law, letters), [law, letters])
  const chosen = law.stations.find(({ id }) => id === station)
  return (
    <div className="screen stack roadmap">
      <header className="row">
        <PageTitle title={t('roadmap.title')} />
        <ViewChoice view={view} onChange={setView} />
      </header>
      <Here here={here} pins={pins} />
      <div className="roadmap-columns">
        {view === 'map' ? (
          <div className="stack-s map-side">
            <MapFrame center={chosen?.id ?? null}>
              {(zoom) => <RouteMap {...{ law, zoom, pins, here }} selected={chosen?.id ?? null} />}
            </MapFrame>
            <Legend />
          </div>
        ) : (
          <StationList pins={pins} here={here} selected={chosen?.id ?? null} />
        )}
        {chosen && (
          <StationPanel station={chosen} pins={pins.get(chosen.id) ?? []} here={chosen.id === here} />
        )}
      </div>
    </div>
  )
}

/** Where the person stands, in words, and why; or how a letter gets here. */
function Here({ here, pins }: { here: string | null; pins: Map<string, Pin[]> }) {
  const { law } = useLibrary()
  const station = law.stations.find(({ id }) => id === here)
  if (!station) return <p>{t('roadmap.intro')}</p>
  return (
    <p className="here-line">
      {t('roadmap.youAreHere')}:{' '}
      <a href={`#/roadmap/${station.id}`}>
        <LawText>{station.title}</LawText>
      </a>
      .{' '}
      <span className="soft">
        <LawText>{pins.get(station.id)?.[0]?.because[0] ?? ''}</LawText>
      </span>
    </p>
  )
}

function ViewChoice(props: { view: 'map' | 'list'; onChange: (view: 'map' | 'list') => void }) {
  return (
    <ToggleButtonGroup
      className="row view-choice"
      aria-label={t('roadmap.view')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.view]}
      onSelectionChange={(keys) => props.onChange(keys.has('list') ? 'list' : 'map')}
    >
      <ToggleButton id="map" className="button small">
        {t('roadmap.asMap')}
      </ToggleButton>
      <ToggleButton id="list" className="button small">
        {t('roadmap.asList')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}

const Legend = () => (
  <ul className="legend small">
    {(['main', 'appeal', 'lien', 'plan', 'other'] as const).map((kind) => (
      <li key={kind}>
        <svg width="34" height="10" aria-hidden="true">
          <line className={`track ${kind}`} x1="4" y1="5" x2="30" y2="5" />
        </svg>
        {t(`roadmap.lines.${kind}`)}
      </li>
    ))}
  </ul>
)
