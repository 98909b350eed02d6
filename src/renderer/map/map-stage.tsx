import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../i18n/words.ts'
import { onMapKey } from './map-keyboard.ts'
import { Minimap } from './minimap.tsx'
import { RouteMap, type RouteMapProps } from './route-map.tsx'
import { type MapMoves, useMapZoom } from './use-map-zoom.ts'
import './map-stage.css'

/** Where a map without letters begins: at the letter that just arrived. */
const beginning = 'note-arrives'

/** The window onto the map: drag, pinch, wheel, keys and buttons move and zoom it; a small map shows which part is seen. */
export function MapStage(props: Omit<RouteMapProps, 'tabStop'>) {
  const { here, selected } = props
  const home = here ?? beginning
  const stage = useRef<HTMLElement>(null)
  const moves = useMapZoom(stage, selected ?? home)
  const [tabStop, setTabStop] = useState(selected ?? home)
  const { show } = moves
  useEffect(() => {
    if (!selected) return
    setTabStop(selected)
    show(selected, true)
  }, [selected, show])

  const goTo = (station: string) => {
    setTabStop(station)
    show(station)
    stage.current
      ?.querySelector<SVGElement>(`[data-station="${CSS.escape(station)}"]`)
      ?.focus({ preventScroll: true })
  }
  return (
    <div className="map-frame">
      <section
        ref={stage}
        className="map-area"
        aria-label={t('roadmap.area')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map takes the focus, so that arrow keys can move it
        tabIndex={0}
        onKeyDown={(event) => onMapKey(event, moves, goTo, home)}
        onFocus={(event) => {
          const id = event.target.closest<SVGElement>('[data-station]')?.dataset.station
          if (id) setTabStop(id)
        }}
      >
        <RouteMap {...props} tabStop={tabStop} view={moves.view} size={moves.size} />
      </section>
      <MapButtons moves={moves} onHome={here ? () => moves.show(here, true) : null} />
      <Minimap moves={moves} here={here} />
    </div>
  )
}

function MapButtons({ moves, onHome }: { moves: MapMoves; onHome: (() => void) | null }) {
  return (
    <div className="row map-buttons" role="toolbar" aria-label={t('roadmap.zoom')}>
      {onHome && (
        <Button className="button small" onPress={onHome}>
          {t('roadmap.home')}
        </Button>
      )}
      <Button className="button small" onPress={moves.showAll}>
        {t('roadmap.whole')}
      </Button>
      <Button className="button small" aria-label={t('scan.smaller')} onPress={() => moves.zoomBy(1 / 1.25)}>
        −
      </Button>
      <Button className="button small" aria-label={t('scan.larger')} onPress={() => moves.zoomBy(1.25)}>
        +
      </Button>
    </div>
  )
}
