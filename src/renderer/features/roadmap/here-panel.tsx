import { StationName } from '../../common/law/station-name.tsx'
import { t } from '../../i18n/words.ts'
import type { MyWay } from '../../map/my-way.ts'
import type { Pin } from '../../map/pins.ts'
import { useLaw } from '../../state/library-context.tsx'
import { WayList } from './way-list.tsx'

type Props = {
  here: string | null
  pins: Map<string, Pin[]>
  way: MyWay
  /** The numbers of the ways stand on the map; a list has none. */
  onMap: boolean
}

/** Where the person is in one sentence, and the ways on from there with their conditions; or how a letter gets here. */
export function HerePanel({ here, pins, way, onMap }: Props) {
  const law = useLaw()
  const station = law.stations.find(({ id }) => id === here)
  if (!station)
    return (
      <section className="card stack-s station-panel" aria-labelledby="here-title">
        <h2 id="here-title">{t('roadmap.start')}</h2>
        <p>{t('roadmap.intro')}</p>
        {onMap && <p className="small soft">{t('roadmap.keys')}</p>}
      </section>
    )
  const newest = pins.get(station.id)?.[0]
  return (
    <section className="card stack-s station-panel" aria-labelledby="here-title">
      <h2 id="here-title">{t('roadmap.youAreHere')}</h2>
      <StationName station={station} />
      {newest && (
        <p>
          {t('roadmap.because', { letter: newest.title })}{' '}
          {!newest.confirmed && <span className="tag check">{t('state.check')}</span>}
        </p>
      )}
      <h3>{t('roadmap.ahead')}</h3>
      <WayList ways={onMap ? way.forks : way.forks.map(({ number: _, ...fork }) => fork)} />
      {onMap && <p className="small soft">{t('roadmap.keys')}</p>}
    </section>
  )
}
