import { Button } from 'react-aria-components'
import { decisionOf } from '../../../shared/deadlines/decision.ts'
import { english } from '../../../shared/i18n/english.ts'
import { findNotice, getStation } from '../../../shared/law/law.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { placeLetter } from '../../../shared/roadmap/place-letter.ts'
import { Journeys } from '../../common/law/journeys.tsx'
import { StationClock } from '../../common/law/station-clock.tsx'
import { StationName } from '../../common/law/station-name.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'

/** The letter's station with its deadlines, what people often do next, and why we placed it there. */
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
            <li key={english(reason)}>
              <LawText>{reason}</LawText>
            </li>
          ))}
        </ul>
      </More>
    </section>
  )
}

const kinds = ['requestGranted', 'requestRefused'] as const

/** When a notice number is used for approvals and denials, asks which one this is. */
function DecisionQuestion({ letter }: { letter: Letter }) {
  const { events } = useLibrary()
  const law = useLaw()
  const today = useToday()
  const facts = factsOf(letter)
  if (!findNotice(law, facts.noticeCode)?.onlyRefusalIsAppealable) return null
  const decision = decisionOf(letter)
  const say = (kind: (typeof kinds)[number]) => {
    const others = letter.events.filter((event) => event.kind !== kinds[0] && event.kind !== kinds[1])
    events.set(letter.id, [...others, { kind, day: facts.noticeDate ?? today, note: '' }])
    void events.flushAll()
  }
  return (
    <div className="callout check stack-s">
      <p>{decision ? t(`meaning.decided.${decision}`) : t('meaning.decide')}</p>
      <div className="row">
        {kinds.map((kind) => (
          <Button key={kind} className="button" onPress={() => say(kind)}>
            {t(`meaning.say.${kind}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
