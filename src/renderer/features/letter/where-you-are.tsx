import { english } from '../../../shared/i18n/english.ts'
import { getStation } from '../../../shared/law/law.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'
import { Journeys } from '../../common/law/journeys.tsx'
import { StationClock } from '../../common/law/station-clock.tsx'
import { StationName } from '../../common/law/station-name.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import { Fold, More } from '../../ui/more.tsx'

/** The letter's station with its deadlines, what people often do next, and why we placed it there. */
export function WhereYouAre({ letter }: { letter: Letter }) {
  const law = useLaw()
  const placement = placeLetter(law, letter)
  const station = placement.kind === 'placed' ? getStation(law, placement.station) : null
  return (
    <Fold label={t('meaning.where')}>
      {station ? (
        <>
          <StationName station={station} />
          <p>
            <LawText>{station.summary}</LawText>
          </p>
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
            <li key={english(reason)}>
              <LawText>{reason}</LawText>
            </li>
          ))}
        </ul>
      </More>
    </Fold>
  )
}
