import { computeDeadlines } from '../../shared/deadlines/compute-deadlines.ts'
import { findNotice, getStation, type Notice } from '../../shared/law/law.ts'
import type { Deadline } from '../../shared/model/deadline.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { placeLetter } from '../../shared/roadmap/place-letter.ts'
import { DeadlineCard } from '../deadlines/deadline-card.tsx'
import { useLibrary } from '../state/library-context.tsx'
import { More } from '../ui/more.tsx'
import { t } from '../ui/words.ts'
import { NextStep } from './next-step.tsx'

/** What a letter means: the next step first, then what it is, where it stands, and which rights are open. */
export function LetterMeaning({ letter }: { letter: Letter }) {
  const { law, today } = useLibrary()
  const notice = findNotice(law, factsOf(letter).noticeCode)
  const deadlines = computeDeadlines(law, letter, today)
  return (
    <div className="stack">
      {letter.confirmed && <NextStep letter={letter} deadlines={deadlines} />}
      <WhatItIs letter={letter} notice={notice} />
      <WhereYouAre letter={letter} />
      <Rights deadlines={deadlines} />
    </div>
  )
}

function WhatItIs({ letter, notice }: { letter: Letter; notice: Notice | undefined }) {
  return (
    <section className="card stack-s">
      <h2>{t('meaning.what')}</h2>
      {!letter.confirmed && <p className="small soft">{t('meaning.unconfirmed')}</p>}
      <p>{notice ? notice.meaning : t('meaning.unknown')}</p>
      {notice && (
        <More label={t('meaning.more')}>
          <div className="stack-s small">
            {notice.doubts && <p>{t('meaning.doubts', { doubts: notice.doubts })}</p>}
            <p>{t(`meaning.confidence.${notice.confidence}`)}</p>
            <Sources keys={notice.sources} />
          </div>
        </More>
      )}
    </section>
  )
}

function WhereYouAre({ letter }: { letter: Letter }) {
  const { law } = useLibrary()
  const placement = placeLetter(law, letter)
  const station = placement.kind === 'placed' ? getStation(law, placement.station) : null
  return (
    <section className="card stack-s">
      <h2>{t('meaning.where')}</h2>
      {station ? (
        <>
          <p>
            <a href={`#/roadmap/${station.id}`}>
              <strong>{station.title}</strong>
            </a>
          </p>
          <p>{station.summary}</p>
          {placement.ask && <p className="callout check">{placement.ask}</p>}
        </>
      ) : (
        placement.kind === 'unknown' && <p>{placement.ask}</p>
      )}
      <More label={t('meaning.whyHere')}>
        <ul className="small">
          {placement.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </More>
    </section>
  )
}

/** Already in the order of the person's interest; what the IRS has to do comes last. */
function Rights({ deadlines }: { deadlines: Deadline[] }) {
  const yours = deadlines.filter(({ actor }) => actor === 'taxpayer')
  const theirs = deadlines.filter(({ actor }) => actor === 'irs')
  return (
    <section className="stack">
      <h2>{t('meaning.rights')}</h2>
      {yours.length === 0 && <p>{t('meaning.noRights')}</p>}
      {[...yours, ...theirs].map((deadline) => (
        <DeadlineCard key={`${deadline.rule} ${deadline.title}`} deadline={deadline} />
      ))}
    </section>
  )
}

/** Where a fact comes from. Addresses are shown as text: the app opens nothing on the network. */
export function Sources({ keys }: { keys: string[] }) {
  const { law } = useLibrary()
  if (keys.length === 0) return null
  return (
    <div>
      <p>{t('meaning.sources')}</p>
      <ul className="sources">
        {keys.map((key) => (
          <li key={key}>{law.sources[key] ?? key}</li>
        ))}
      </ul>
    </div>
  )
}
