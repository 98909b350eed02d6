import { getStation, type Station } from '../../../shared/law/law.ts'
import { windowOf } from '../../../shared/law/notice-page.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'
import { useLibrary } from '../../app/library-context.tsx'
import { LawText, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { journeysFrom } from '../../map/journeys-from.ts'
import { More } from '../../ui/more.tsx'
import { StationName } from '../roadmap/station-name.tsx'
import { DecisionQuestion } from './decision-question.tsx'

/** The station of the letter with its clock, ways that people often go from here, and why we think so. */
export function WhereYouAre({ letter }: { letter: Letter }) {
  const { law } = useLibrary()
  const placement = placeLetter(law, letter)
  const station = placement.kind === 'placed' ? getStation(law, placement.station) : null
  return (
    <section className="card stack-s" aria-labelledby="where-you-are">
      <h2 id="where-you-are">{t('meaning.where')}</h2>
      {station ? (
        <>
          <StationName station={station} />
          <p>
            <LawText>{station.summary}</LawText>
          </p>
          <DecisionQuestion letter={letter} />
          <StationClock station={station} />
          <Journeys station={station} />
        </>
      ) : (
        placement.kind === 'unknown' && (
          <p>
            <LawText>{placement.ask}</LawText>
          </p>
        )
      )}
      <More label={t('meaning.whyHere')}>
        <ul className="small">
          {placement.because.map((reason) => (
            <li key={reason}>
              <LawText>{reason}</LawText>
            </li>
          ))}
        </ul>
      </More>
    </section>
  )
}

/** The clock of the stop, for orientation; the days of this letter stand under its rights. */
export function StationClock({ station }: { station: Station }) {
  const { law } = useLibrary()
  const { clock } = station
  if (!clock) return null
  const rule = law.rules.find(({ id }) => id === clock.rule)
  const span = rule && windowOf(rule)
  return (
    <More label={t('station.clock')}>
      <dl className="station-clock small">
        <dt>{t('station.act')}</dt>
        <dd>
          <LawText>{clock.act}</LawText>
        </dd>
        <dt>{t('station.time')}</dt>
        <dd>
          {span ? (
            <LawText>{span}</LawText>
          ) : (
            <Sentence of="station.from" put={{ start: <LawText>{clock.starts}</LawText> }} />
          )}
        </dd>
        <dt>{t('station.kind')}</dt>
        <dd>{t(`station.kinds.${clock.kind}`)}</dd>
        {clock.note && (
          <>
            <dt>{t('station.note')}</dt>
            <dd>
              <LawText>{clock.note}</LawText>
            </dd>
          </>
        )}
      </dl>
    </More>
  )
}

/** Ways that people often travel over this stop: how they go on from here. */
export function Journeys({ station }: { station: Station }) {
  const { law } = useLibrary()
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
                  <a href={`#/roadmap/${stop.id}`}>
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
