import { computeDeadlines } from '../../shared/deadlines/compute-deadlines.ts'
import { contentAge } from '../../shared/law/content-age.ts'
import { findNotice, getStation, type Notice } from '../../shared/law/law.ts'
import { noticePage } from '../../shared/law/notice-page.ts'
import type { Deadline } from '../../shared/model/deadline.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { placeLetter } from '../../shared/roadmap/place-letter.ts'
import { DeadlineCard } from '../deadlines/deadline-card.tsx'
import { useLibrary } from '../state/library-context.tsx'
import { longDay } from '../ui/format.ts'
import { LawText, Sentence, TranslationNote } from '../ui/law-text.tsx'
import { More } from '../ui/more.tsx'
import { t } from '../ui/words.ts'
import { DecisionQuestion } from './decision-question.tsx'
import { NextStep } from './next-step.tsx'
import { NoticeSteps } from './notice-answers.tsx'
import { OtherLetters } from './other-letters.tsx'
import { PutAway } from './put-away.tsx'

/** What a letter means: the next step first, then what it is, where it stands, and which rights are open. */
export function LetterMeaning({ letter }: { letter: Letter }) {
  const { law, today } = useLibrary()
  const notice = findNotice(law, factsOf(letter).noticeCode)
  const deadlines = computeDeadlines(law, letter, today)
  return (
    <div className="stack">
      {letter.confirmed && <NextStep letter={letter} deadlines={deadlines} />}
      <ContentAge />
      <WhatItIs letter={letter} notice={notice} />
      <NoticeSteps letter={letter} deadlines={deadlines} />
      <OtherLetters letter={letter} />
      <WhereYouAre letter={letter} />
      <Rights deadlines={deadlines} />
      {letter.confirmed && <PutAway letter={letter} />}
    </div>
  )
}

function WhatItIs({ letter, notice }: { letter: Letter; notice: Notice | undefined }) {
  const { law } = useLibrary()
  const code = factsOf(letter).noticeCode
  return (
    <section className="card stack-s">
      <h2>{t('meaning.what')}</h2>
      {!letter.confirmed && <p className="small soft">{t('meaning.unconfirmed')}</p>}
      <p>{notice ? <LawText>{notice.meaning}</LawText> : t('meaning.unknown')}</p>
      {!notice && code && (
        <p>
          <LawText>{noticePage(law, code).answers.meaning.join(' ')}</LawText>
        </p>
      )}
      {notice && (
        <p>
          <Sentence of="meaning.how" put={{ how: <LawText>{notice.howYouGotHere}</LawText> }} />
        </p>
      )}
      {code && <TranslationNote of={notice?.meaning ?? null} />}
      {notice && (
        <More label={t('meaning.more')}>
          <div className="stack-s small">
            {notice.doubts && (
              <p>
                <Sentence of="meaning.doubts" put={{ doubts: <LawText>{notice.doubts}</LawText> }} />
              </p>
            )}
            <p>{t(`meaning.confidence.${notice.confidence}`)}</p>
            <p>{t('meaning.checked', { day: longDay(notice.checked), version: law.version })}</p>
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
              <strong>
                <LawText>{station.title}</LawText>
              </strong>
            </a>
          </p>
          <p>
            <LawText>{station.summary}</LawText>
          </p>
          <DecisionQuestion letter={letter} />
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

/** Said aloud once the facts are older than the law files call good. */
function ContentAge() {
  const { law, today } = useLibrary()
  const { isOld, checked } = contentAge(law, today)
  return isOld ? <p className="callout check">{t('meaning.old', { day: longDay(checked) })}</p> : null
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
          <li key={key}>
            <LawText>{law.sources[key] ?? key}</LawText>
          </li>
        ))}
      </ul>
    </div>
  )
}
