import { useRef } from 'react'
import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import { computeDeadlines } from '../../../shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import { contentAge } from '../../../shared/law/content-age.ts'
import { findNotice } from '../../../shared/law/law.ts'
import { noticePage } from '../../../shared/law/notice-page.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { ConferenceStrip } from '../../common/deadlines/conference-strip.tsx'
import { DeadlineCard } from '../../common/deadlines/deadline-card.tsx'
import { Help, MoreInformation, NoticeSteps } from '../../common/law/notice-answers.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { SpecialCard } from '../../common/special/special-card.tsx'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { HowYouGotHere } from './how-you-got-here.tsx'
import { NextStep } from './next-step.tsx'
import { OtherLetters } from './other-letters.tsx'
import { PutAway } from './put-away.tsx'
import { ThreeQuestions } from './three-questions.tsx'
import { WhatItIs } from './what-it-is.tsx'
import { WhereYouAre } from './where-you-are.tsx'
import './letter-meaning.css'

/** What a letter means: the one next step, then the seven answers with this letter's own numbers and days. */
export function LetterMeaning({ letter }: { letter: Letter }) {
  const law = useLaw()
  const today = useToday()
  const answers = useRef<HTMLDivElement>(null)
  const code = factsOf(letter).noticeCode
  const notice = findNotice(law, code)
  const page = code ? noticePage(law, code) : null
  const deadlines = computeDeadlines(law, letter, today)
  const telling = useTelling(letter)
  return (
    <div className="stack" ref={answers}>
      <div className="read-aloud">
        <ReadAloud of={answers} />
      </div>
      <NextStep letter={letter} />
      <ContentAge />
      <WhatItIs letter={letter} notice={notice} />
      <WhereYouAre letter={letter} />
      <HowYouGotHere letter={letter} notice={notice} />
      {page && <NoticeSteps page={page} telling={telling} />}
      <OtherLetters letter={letter} />
      <SpecialCard letter={letter} open={deadlines.some(({ askFirst }) => askFirst)} />
      <Rights letter={letter} deadlines={deadlines} isKnown={notice !== undefined} />
      {page && <MoreInformation page={page} notice={notice} />}
      <Help letter={letter} />
      {letter.confirmed && <PutAway letter={letter} />}
    </div>
  )
}

/** Shown once the law data is older than its freshness limit. */
function ContentAge() {
  const law = useLaw()
  const today = useToday()
  const { isOld, checked } = contentAge(law, today)
  return isOld ? <p className="callout check">{t('meaning.old', { day: longDay(checked) })}</p> : null
}

/** Already in the order of the person's interest; what the IRS has to do comes last. */
type RightsProps = { letter: Letter; deadlines: Deadline[]; isKnown: boolean }
function Rights({ letter, deadlines, isKnown }: RightsProps) {
  const yours = deadlines.filter(({ actor }) => actor === 'taxpayer')
  const theirs = deadlines.filter(({ actor }) => actor === 'irs')
  const law = useLaw()
  const today = useToday()
  const isAboutTalk =
    letter.confirmed !== null &&
    (letter.events.some(({ kind }) => kind === 'conferenceRequested' || kind === 'conferenceHeld') ||
      chooseAppeal(law, letter, today).route === 'CAP')
  return (
    <section className="stack" aria-labelledby="rights">
      <h2 id="rights">{t('meaning.rights')}</h2>
      {yours.length === 0 && isKnown && <p>{t('meaning.noRights')}</p>}
      {!isKnown && <p>{t('meaning.rightsUnknown')}</p>}
      {isAboutTalk && <ConferenceStrip letter={letter} />}
      {[...yours, ...theirs].map((deadline) => (
        <DeadlineCard key={`${deadline.rule} ${english(deadline.title)}`} deadline={deadline} />
      ))}
      <ThreeQuestions letter={letter} />
    </section>
  )
}
