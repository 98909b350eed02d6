import { getStation, type Law, type Station } from '../../../shared/law/law.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import { More } from '../../ui/more.tsx'
import './journeys.css'

/** What people often do next from this stage. */
export function Journeys({ station }: { station: Station }) {
  const law = useLaw()
  const journeys = journeysFrom(law, station.id)
  if (journeys.length === 0) return null
  return (
    <More label={t('station.journeys')}>
      <div className="stack-s small">
        <p>{t('station.journeysHint')}</p>
        {journeys.map(({ id, title, onward }) => (
          <div key={id}>
            <strong>
              <LawText>{title}</LawText>
            </strong>
            <ol className="journey">
              {onward.map((stop) => (
                <li key={stop.id}>
                  <a href={hashFromRoute({ screen: 'roadmap', station: stop.id })}>
                    <LawText>{stop.title}</LawText>
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </More>
  )
}

/** An example journey through a station; `onward` lists the stops after it, nearest first. */
type JourneyFrom = { id: string; title: Station['title']; onward: Station[] }

/** The example journeys that continue beyond a station, shortest first. */
export function journeysFrom(law: Pick<Law, 'journeys' | 'stations'>, station: string): JourneyFrom[] {
  return law.journeys
    .map(({ id, title, path }) => {
      const at = path.lastIndexOf(station)
      return { id, title, onward: at < 0 ? [] : path.slice(at + 1).map((stop) => getStation(law, stop)) }
    })
    .filter(({ onward }) => onward.length > 0)
    .sort((a, b) => a.onward.length - b.onward.length)
}
