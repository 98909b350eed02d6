import type { ReactNode } from 'react'
import { computeDeadlines } from '../../../shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import { findNotice } from '../../../shared/law/law.ts'
import { noticePage } from '../../../shared/law/notice-page.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { DeadlineCard } from '../../common/deadlines/deadline-card.tsx'
import { HelpWith, MoreInformation, NoticeSteps } from '../../common/law/notice-answers.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { SpecialFold } from '../../common/special/special-card.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { Fold } from '../../ui/more.tsx'
import { LetterHistory } from './history/letter-history.tsx'
import { HowYouGotHere } from './how-you-got-here.tsx'
import { OtherLetters } from './other-letters.tsx'
import { SaveCopy } from './save-copy.tsx'
import { ThreeQuestions } from './three-questions.tsx'
import { WhatItIs } from './what-it-is.tsx'
import { WhereYouAre } from './where-you-are.tsx'
import './letter-details.css'

type Props = {
  letter: Letter
  /** "Anything special?" is open. */
  special: boolean
  children?: ReactNode
}

/** Everything but the answer, each part one click away. `children`: the facts. */
export function LetterDetails({ letter, special, children }: Props) {
  const isRead = letter.confirmed !== null || letter.status.kind === 'read'
  return (
    <section className="card letter-details" aria-label={t('letter.details')}>
      {isRead && <Meaning letter={letter} special={special} />}
      {children}
      <SaveCopy letter={letter} />
      <LetterHistory letter={letter} />
    </section>
  )
}

/** The answers about the letter, with its own numbers and days. */
function Meaning({ letter, special }: Props) {
  const law = useLaw()
  const today = useToday()
  const code = factsOf(letter).noticeCode
  const notice = findNotice(law, code)
  const page = code ? noticePage(law, code) : null
  const deadlines = computeDeadlines(law, letter, today)
  const telling = useTelling(letter)
  return (
    <>
      <WhatItIs letter={letter} notice={notice} />
      {page && <NoticeSteps page={page} telling={telling} />}
      <Rights letter={letter} deadlines={deadlines} isKnown={notice !== undefined} />
      <WhereYouAre letter={letter} />
      <HowYouGotHere letter={letter} notice={notice} />
      <OtherLetters letter={letter} />
      {/* Opened from above, it is another one: only a new one starts open. */}
      <SpecialFold key={String(special)} letter={letter} open={special} />
      {page && <MoreInformation page={page} notice={notice} />}
      <HelpWith letter={letter} />
    </>
  )
}

/** Already in the order of the person's interest; what the IRS has to do comes last. */
type RightsProps = { letter: Letter; deadlines: Deadline[]; isKnown: boolean }
function Rights({ letter, deadlines, isKnown }: RightsProps) {
  const yours = deadlines.filter(({ actor }) => actor === 'taxpayer')
  const theirs = deadlines.filter(({ actor }) => actor === 'irs')
  return (
    <Fold label={t('meaning.rights')} id="rights">
      {yours.length === 0 && isKnown && <p>{t('meaning.noRights')}</p>}
      {!isKnown && <p>{t('meaning.rightsUnknown')}</p>}
      {[...yours, ...theirs].map((deadline) => (
        <DeadlineCard key={`${deadline.rule} ${english(deadline.title)}`} deadline={deadline} />
      ))}
      <ThreeQuestions letter={letter} />
    </Fold>
  )
}
