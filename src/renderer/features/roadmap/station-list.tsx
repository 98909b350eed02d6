import type { Station } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import type { Pin } from '../../map/pins.ts'
import { useLaw } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import './station-list.css'

type Props = { pins: Map<string, Pin[]>; here: string | null; selected: string | null }

/** The same stations in order, phase by phase: for screen readers, for print, and for who likes lists. */
export function StationList({ pins, here, selected }: Props) {
  const law = useLaw()
  return (
    <div className="stack station-list">
      {law.phases.map((phase) => (
        <section key={phase.id} className="stack-s">
          <h2>
            <LawText>{phase.title}</LawText>
          </h2>
          <ol>
            {law.stations
              .filter((station) => station.phase === phase.id)
              .map((station) => (
                <li key={station.id}>
                  <StationLink {...{ station, here, selected }} pins={pins.get(station.id)?.length ?? 0} />
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function StationLink(props: {
  station: Station
  pins: number
  here: string | null
  selected: string | null
}) {
  const { station, pins, here, selected } = props
  return (
    <>
      <a
        href={hashFromRoute({ screen: 'roadmap', station: station.id })}
        aria-current={station.id === selected ? 'true' : undefined}
      >
        <LawText>{station.title}</LawText>
      </a>
      {station.id === here && <span className="tag blue">{t('roadmap.youAreHere')}</span>}
      {pins > 0 && <span className="tag">{t('roadmap.pins', { count: pins })}</span>}
    </>
  )
}
