import { useState } from 'react'
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { personWords } from '../../common/people/person-words.ts'
import { t } from '../../i18n/words.ts'
import { MapLegend } from '../../map/map-legend.tsx'
import { MapStage } from '../../map/map-stage.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { HerePanel } from './here-panel.tsx'
import { LetterFinder } from './letter-finder.tsx'
import { Poster, usePoster } from './poster.tsx'
import { StationList } from './station-list.tsx'
import { StationPage } from './station-page.tsx'
import { type Roadmap, useRoadmap } from './use-roadmap.ts'
import './roadmap-screen.css'

type View = 'map' | 'list'

/** The whole tax system as a map with the person's letters on it; the same as an ordered list. */
export function RoadmapScreen({ station }: { station: string | null }) {
  const [view, setView] = useState<View>('map')
  const [person, setPerson] = useState<string | null>(null)
  const [onlyMine, setOnlyMine] = useState(false)
  const roadmap = useRoadmap(person)
  const poster = usePoster(view === 'map')
  const { law, pins, here, way } = roadmap
  const chosen = law.stations.find(({ id }) => id === station)
  const shown = { ...roadmap, onlyMine: onlyMine && here !== null, selected: chosen?.id ?? null }
  return (
    <div className="screen stack-s roadmap">
      <header className="row">
        <PageTitle title={t('roadmap.title')} />
        <div className="row roadmap-tools">
          <PersonChoice persons={roadmap.persons} person={person} onChange={setPerson} />
          {here && view === 'map' && (
            <ToggleButton className="button small" isSelected={onlyMine} onChange={setOnlyMine}>
              {t('roadmap.onlyMine')}
            </ToggleButton>
          )}
          <PrintButtons view={view} roadmap={roadmap} print={poster.print} />
          <ViewChoice view={view} onChange={setView} />
        </div>
      </header>
      <div className="roadmap-columns">
        {view === 'map' ? (
          <div className="stack-s map-side">
            <MapStage {...shown} />
            <MapLegend mine={here !== null} />
          </div>
        ) : (
          <StationList pins={pins} here={here} selected={shown.selected} />
        )}
        <div className="stack-s">
          <LetterFinder law={law} />
          {chosen ? (
            <StationPage station={chosen} pins={pins.get(chosen.id) ?? []} here={chosen.id === here} />
          ) : (
            <HerePanel here={here} pins={pins} way={way} onMap={view === 'map'} />
          )}
        </div>
      </div>
      {poster.kind && <Poster kind={poster.kind} {...shown} />}
    </div>
  )
}

function PersonChoice(props: {
  persons: string[]
  person: string | null
  onChange: (person: string | null) => void
}) {
  if (props.persons.length < 2) return null
  return (
    <label className="row person-choice">
      <span className="small">{t('roadmap.whose')}</span>
      <select
        {...notSavedByBrowser}
        className="input"
        value={props.person ?? ''}
        onChange={(event) => props.onChange(event.target.value || null)}
      >
        <option value="">{t('roadmap.everybody')}</option>
        {props.persons.map((person) => (
          <option key={person} value={person}>
            {personWords(person)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** For a clinic's wall nobody's letters may be on the paper; at home they should be. */
function PrintButtons(props: { view: View; roadmap: Roadmap; print: (kind: 'wall' | 'mine') => void }) {
  const { view, roadmap, print } = props
  return (
    <>
      {view === 'map' && roadmap.here && (
        <Button className="button small" onPress={() => print('mine')}>
          {t('roadmap.printMine')}
        </Button>
      )}
      <Button className="button small" onPress={() => print('wall')}>
        {view === 'map' ? t('roadmap.printWall') : t('roadmap.printList')}
      </Button>
    </>
  )
}

const ViewChoice = (props: { view: View; onChange: (view: View) => void }) => (
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
