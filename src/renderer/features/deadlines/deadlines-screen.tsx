import { useMemo } from 'react'
import { bySendBy, isAhead, isTask } from '../../../shared/deadlines/ahead.ts'
import { earliestEvent } from '../../../shared/deadlines/clock-start.ts'
import { deadlinesOf } from '../../../shared/deadlines/deadlines-of.ts'
import { english } from '../../../shared/i18n/english.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { ConferenceStrip } from '../../common/deadlines/conference-strip.tsx'
import { DeadlineCard } from '../../common/deadlines/deadline-card.tsx'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { TranslationNote } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters, useToday } from '../../state/library-context.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useInSteps } from './in-steps.tsx'
import { LateLetter } from './late-letter.tsx'
import { type Dated, Timeline } from './timeline.tsx'

/** The dates of all letters: on one line, then each with its arithmetic, then what waits, then what has passed. */
export function DeadlinesScreen() {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  const present = letters.filter(isOpen)
  const dated = useMemo(
    () =>
      letters
        .filter(isOpen)
        .flatMap((letter) => deadlinesOf(law, letter, today).map((deadline) => ({ letter, deadline })))
        .filter(({ deadline }) => deadline.actor === 'taxpayer' && deadline.state !== 'met')
        .sort((a, b) => bySendBy(a.deadline, b.deadline)),
    [law, letters, today],
  )
  const ahead = dated.filter(({ deadline }) => isAhead(deadline))
  const tasks = ahead.filter(({ deadline }) => isTask(deadline))
  const late = dated.filter(({ deadline }) => deadline.state === 'late')
  const waiting = dated.filter(({ deadline }) => !isAhead(deadline) && deadline.state !== 'late')
  return (
    <div className="screen stack deadlines">
      <PageTitle title={t('deadlines.title')} />
      <TranslationNote />
      {dated.length === 0 && <p>{t('deadlines.none')}</p>}
      {dated.length > 0 && ahead.length === 0 && <p>{t('deadlines.noneAhead')}</p>}
      {tasks.length > 0 && <Timeline dated={tasks} />}
      <Conferences letters={present} />
      <Group title={t('deadlines.ahead')} dated={ahead} />
      <LateGroup late={late} />
      <Group title={t('deadlines.waiting')} hint={t('deadlines.waitingHint')} dated={waiting} />
    </div>
  )
}

const isOpen = ({ removed, events }: Letter): boolean =>
  !removed && !events.some(({ kind }) => kind === 'letterDone')

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

function Group({ title, hint, dated }: { title: string; hint?: string; dated: Dated[] }) {
  const { shown, more } = useInSteps(dated, cardsAtOnce)
  if (dated.length === 0) return null
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="soft">{hint}</p>}
      {shown.map(({ letter, deadline }) => (
        <DeadlineCard
          key={`${letter.id} ${deadline.rule} ${english(deadline.title)}`}
          deadline={deadline}
          of={<OfLetter letter={letter} />}
        />
      ))}
      {more}
    </section>
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
function LateGroup({ late }: { late: Dated[] }) {
  const { shown, more } = useInSteps(byLetter(late), cardsAtOnce)
  if (late.length === 0) return null
  return (
    <section className="stack" aria-label={t('deadlines.late')}>
      <h2>{t('deadlines.late')}</h2>
      <p>{t('deadlines.lateHint')}</p>
      {shown.map(([letter, own]) => (
        <LateLetter key={letter.id} letter={letter} late={own.map(({ deadline }) => deadline)} />
      ))}
      {more}
    </section>
  )
}

function byLetter(dated: Dated[]): [Letter, Dated[]][] {
  const groups = new Map<Letter, Dated[]>()
  for (const each of dated) groups.set(each.letter, [...(groups.get(each.letter) ?? []), each])
  return [...groups]
}
