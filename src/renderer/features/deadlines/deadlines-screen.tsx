import { useMemo } from 'react'
import { bySendBy } from '../../../shared/deadlines/ahead.ts'
import { earliestEvent } from '../../../shared/deadlines/clock-start.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import type { RightLeft, Telling } from '../../../shared/telling/telling.ts'
import { ConferenceStrip } from '../../common/deadlines/conference-strip.tsx'
import { DeadlineCard } from '../../common/deadlines/deadline-card.tsx'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTellings } from '../../common/letter/use-telling.ts'
import { TranslationNote } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLetters } from '../../state/library-context.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useInSteps } from './in-steps.tsx'
import { LateLetter } from './late-letter.tsx'
import { type Dated, Timeline } from './timeline.tsx'

/** The dates of all letters: on one line, then each with its arithmetic, then what waits, then what has passed. */
export function DeadlinesScreen() {
  const letters = useLetters()
  const tellings = useTellings()
  const present = letters.filter(({ id }) => isShown(tellings.get(id)))
  const dated = useMemo(
    () =>
      letters
        .flatMap((letter) => {
          const telling = tellings.get(letter.id)
          return isShown(telling) ? telling.left.map((right) => ({ letter, right })) : []
        })
        .filter(({ right }) => right.state !== 'done')
        .sort((a, b) => bySendBy(a.right.deadline, b.right.deadline)),
    [letters, tellings],
  )
  const ahead = dated.filter(({ right }) => right.open && right.until !== null)
  const tasks = ahead.filter(({ right }) => !right.deadline.aside)
  const late = dated.filter(({ right }) => right.state === 'over' && right.until !== null)
  const waiting = dated.filter(
    ({ right }) => right.state === 'later' || (right.until === null && right.state !== 'over'),
  )
  return (
    <div className="screen stack deadlines">
      <PageTitle title={t('deadlines.title')} />
      <TranslationNote />
      {dated.length === 0 && <p>{t('deadlines.none')}</p>}
      {dated.length > 0 && ahead.length === 0 && <p>{t('deadlines.noneAhead')}</p>}
      {tasks.length > 0 && <Timeline dated={tasks.map(withDeadline)} />}
      <Conferences letters={present} />
      <Group title={t('deadlines.ahead')} dated={ahead} />
      <LateGroup late={late} />
      <Group title={t('deadlines.waiting')} hint={t('deadlines.waitingHint')} dated={waiting} />
    </div>
  )
}

type Row = { letter: Letter; right: RightLeft }
const withDeadline = ({ letter, right }: Row): Dated => ({ letter, deadline: right.deadline })

/** What is done asks for nothing. */
const isShown = (telling: Telling | undefined): telling is Telling =>
  telling !== undefined && telling.state !== 'done'

const cardsAtOnce = 20

/** Where a talk was asked for or held, its short clocks stand before all others. */
function Conferences({ letters }: { letters: Letter[] }) {
  const begun = letters.filter(
    ({ events }) =>
      (earliestEvent(events, 'conferenceRequested') ?? earliestEvent(events, 'conferenceHeld')) !== null,
  )
  return begun.map((letter) => (
    <div key={letter.id} className="stack-s">
      <OfLetter letter={letter} />
      <ConferenceStrip letter={letter} />
    </div>
  ))
}

function Group({ title, hint, dated }: { title: string; hint?: string; dated: Row[] }) {
  const { shown, more } = useInSteps(dated, cardsAtOnce)
  if (dated.length === 0) return null
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="soft">{hint}</p>}
      {shown.map((row) => (
        <RightCard key={`${row.letter.id} ${row.right.right}`} {...row} />
      ))}
      {more}
    </section>
  )
}

/** A right without a day has nothing to count: its one sentence. */
function RightCard({ letter, right }: Row) {
  const isSoft = right.open && right.until === null
  if (!isSoft) return <DeadlineCard deadline={right.deadline} of={<OfLetter letter={letter} />} />
  return (
    <article className="card stack-s">
      <OfLetter letter={letter} />
      <p>
        <ToldText said={right} />
      </p>
    </article>
  )
}

const OfLetter = ({ letter }: { letter: Letter }) => (
  <p className="soft">
    <a href={`#/letter/${letter.id}`}>
      <LetterTitle letter={letter} />
    </a>
    {factsOf(letter).taxpayerName && <span> · {factsOf(letter).taxpayerName}</span>}
  </p>
)

/** Late is not lost: one calm card a letter, with what is still open first. */
function LateGroup({ late }: { late: Row[] }) {
  const { shown, more } = useInSteps(byLetter(late), cardsAtOnce)
  if (late.length === 0) return null
  return (
    <section className="stack" aria-label={t('deadlines.late')}>
      <h2>{t('deadlines.late')}</h2>
      <p>{t('deadlines.lateHint')}</p>
      {shown.map(([letter, own]) => (
        <LateLetter key={letter.id} letter={letter} late={own.map(({ right }) => right.deadline)} />
      ))}
      {more}
    </section>
  )
}

function byLetter(dated: Row[]): [Letter, Row[]][] {
  const groups = new Map<Letter, Row[]>()
  for (const each of dated) groups.set(each.letter, [...(groups.get(each.letter) ?? []), each])
  return [...groups]
}
