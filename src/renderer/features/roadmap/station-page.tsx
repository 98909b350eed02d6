import type { Station } from '../../../shared/law/law.ts'
import { waysAhead, waysBack } from '../../../shared/roadmap/ways-ahead.ts'
import { Journeys } from '../../common/law/journeys.tsx'
import { StationClock } from '../../common/law/station-clock.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import type { Pin } from '../../map/pins.ts'
import { useLaw } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { StationHelp, StationInformation, StationRights, WhereItIs } from './station-answers.tsx'
import { WayList } from './way-list.tsx'
import './station-page.css'
import './way-list.css'

/** One station: the seven answers, with the ways on and their conditions first; the rest is folded away. */
export function StationPage({ station, pins, here }: { station: Station; pins: Pin[]; here: boolean }) {
  const law = useLaw()
  const back = waysBack(law, station.id)
  return (
    <section className="card stack station-panel" aria-labelledby="station-title">
      <header className="station-head">
        <a className="button quiet small station-close" href="#/roadmap">
          {t('actions.close')}
        </a>
        {here && <span className="tag blue">{t('roadmap.youAreHere')}</span>}
        <h2 id="station-title">
          <LawText>{station.title}</LawText>
        </h2>
        <p>
          <LawText>{station.summary}</LawText>
        </p>
        <WhereItIs station={station} />
      </header>
      {pins.length > 0 && <Pins pins={pins} />}
      <div className="stack-s">
        <h3>{t('roadmap.ahead')}</h3>
        <WayList ways={waysAhead(law, station.id)} />
      </div>
      <div className="stack-s">
        <StationRights station={station} />
        <StationClock station={station} />
        {back.length > 0 && (
          <More label={t('roadmap.back')}>
            <WayList ways={back} />
          </More>
        )}
        <Journeys station={station} />
        <StationInformation station={station} />
        <StationHelp />
      </div>
    </section>
  )
}

const Pins = ({ pins }: { pins: Pin[] }) => (
  <div className="stack-s">
    <h3>{t('roadmap.yourLetters')}</h3>
    <ul className="ways">
      {pins.map((pin) => (
        <li key={pin.id}>
          <a href={`#/letter/${pin.id}`}>{pin.title}</a>
          {!pin.confirmed && <span className="tag check">{t('state.check')}</span>}
        </li>
      ))}
    </ul>
  </div>
)
