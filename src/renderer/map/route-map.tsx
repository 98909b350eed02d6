import { useMemo } from 'react'
import type { Law } from '../../shared/law/law.ts'
import { useLanguage } from '../i18n/language.ts'
import { lawWords } from '../i18n/law-text.tsx'
import { t } from '../i18n/words.ts'
import { HereFlag } from './here-flag.tsx'
import { roadMap } from './map-data.ts'
import { MapKey } from './map-key.tsx'
import { codesAt, type Net, symbolsAt } from './map-route.ts'
import { Stop } from './map-stop.tsx'
import { Badges, Jumps, Pieces, Tracks } from './map-track-lines.tsx'
import type { MapView, Size } from './map-view.ts'
import type { MyWay } from './my-way.ts'
import './route-map.css'

export type RouteMapProps = {
  law: Pick<Law, 'stations' | 'notices' | 'named'>
  net: Net
  way: MyWay
  /** Letters by station. */
  pins: Map<string, { id: string }[]>
  here: string | null
  selected: string | null
  /** Dims all that does not concern the person. */
  onlyMine: boolean
  /** The station that Tab reaches; null on paper, where no station is a link. */
  tabStop: string | null
}

/** The map as our own SVG: every station is a link to its page; the same is in the list. */
export function RouteMap(props: RouteMapProps & { view: MapView; size: Size }) {
  const { view, size } = props
  const box = `${view.x} ${view.y} ${size.width / view.zoom} ${size.height / view.zoom}`
  return (
    <nav aria-label={t('roadmap.mapLabel')}>
      <svg className="route-map" role="presentation" viewBox={box} width={size.width} height={size.height}>
        <MapDrawing {...props} />
      </svg>
    </nav>
  )
}

export function MapDrawing({ law, net, way, pins, here, selected, onlyMine, tabStop }: RouteMapProps) {
  const { symbols, codes } = useMemo(
    () => ({
      symbols: new Map(law.stations.map(({ id }) => [id, symbolsAt(roadMap, net, id)])),
      codes: new Map(law.stations.map(({ id }) => [id, codesAt(roadMap, law, id)])),
    }),
    [law, net],
  )
  const ahead = way.forks.flatMap(({ edge, closed }) => (edge && !closed ? [edge] : []))
  const forkAt = new Map(way.forks.map(({ station, number }) => [station.id, number]))
  const closedAt = new Set(way.forks.flatMap(({ station, closed }) => (closed ? [station.id] : [])))
  return (
    <g className={onlyMine ? 'only-mine' : undefined} lang={useLanguage()}>
      <Jumps jumps={way.jumps} />
      <Pieces edges={way.traveled} className="glow traveled" />
      <Pieces edges={ahead} className="glow ahead" />
      <Tracks />
      {onlyMine && <Pieces edges={[...way.traveled, ...ahead]} />}
      <Badges />
      <MapKey />
      {law.stations.map(({ id, title }) => (
        <Stop
          key={id}
          id={id}
          title={lawWords(title)}
          symbols={symbols.get(id) ?? []}
          codes={codes.get(id) ?? []}
          letters={pins.get(id)?.length ?? 0}
          here={id === here}
          selected={id === selected}
          dimmed={onlyMine && !way.concerned.has(id)}
          fork={forkAt.get(id) ?? null}
          closed={closedAt.has(id)}
          link={tabStop === null ? 'none' : id === tabStop ? 'tab' : 'arrows'}
        />
      ))}
      {here && <HereFlag id={here} />}
    </g>
  )
}
