import type { Station } from '../../shared/law/law.ts'
import { waysAhead } from '../../shared/roadmap/ways-ahead.ts'
import { Sources } from '../letter/notice-answers.tsx'
import { useLibrary } from '../state/library-context.tsx'
import { LawText, Sentence } from '../ui/law-text.tsx'
import { More } from '../ui/more.tsx'
import { t } from '../ui/words.ts'
import type { Pin } from './pins.ts'

/** One station: what it means, the person's letters there, the ways ahead with their conditions, and how it is known. */
export function StationPage({ station, pins, here }: { station: Station; pins: Pin[]; here: boolean }) {
  const { law } = useLibrary()
  const ways = waysAhead(law, station.id)
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
      </header>
      {pins.length > 0 && <Pins pins={pins} />}
      <div className="stack-s">
        <h3>{t('roadmap.ahead')}</h3>
        {ways.length === 0 && <p>{t('roadmap.end')}</p>}
        <ul className="ways">
          {ways.map((way) => (
            <li key={`${way.station.id} ${way.when}`}>
              <a href={`#/roadmap/${way.station.id}`}>
                <LawText>{way.station.title}</LawText>
              </a>
              <span className="small">
                <Sentence of="roadmap.when" put={{ when: <LawText>{way.when}</LawText> }} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      <More label={t('roadmap.known')}>
        <div className="stack-s small">
          <p>{t(`roadmap.basis.${station.basis}`)}</p>
          <p>{t(`meaning.confidence.${station.confidence}`)}</p>
          <p>{t('roadmap.edges')}</p>
          <Sources keys={station.sources} />
        </div>
      </More>
    </section>
  )
}

const Pins = ({ pins }: { pins: Pin[] }) => (
  <div className="stack-s">
    <h3>{t('roadmap.yourLetters')}</h3>
    <ul className="ways">
      {pins.map((pin) => (
        <li key={pin.id}>
          <a href={`#/letter/${pin.id}`}>
            <LawText>{pin.title}</LawText>
          </a>
          {!pin.confirmed && <span className="tag check">{t('state.check')}</span>}
          {pin.because.map((reason) => (
            <span key={reason} className="small soft">
              <LawText>{reason}</LawText>
            </span>
          ))}
        </li>
      ))}
    </ul>
  </div>
)
