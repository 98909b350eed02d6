import { getStation } from '../../../shared/law/law.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'
import { useLaw } from '../../app/library-context.tsx'
import { Journeys } from '../../common/law/journeys.tsx'
import { StationClock } from '../../common/law/station-clock.tsx'
import { StationName } from '../../common/law/station-name.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { DecisionQuestion } from './decision-question.tsx'

/** The station of the letter with its clock, ways that people often go from here, and why we think so. */
export function WhereYouAre({ letter }: { letter: Letter }) {
  const law = useLaw()
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
