import { bySendBy, isAhead } from '../../shared/deadlines/ahead.ts'
import { computeDeadlines } from '../../shared/deadlines/compute-deadlines.ts'
import type { Deadline } from '../../shared/model/deadline.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { LetterTitle } from '../letters/letter-title.tsx'
import { useLibrary } from '../state/library-context.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { DeadlineCard } from './deadline-card.tsx'

type Dated = { letter: Letter; deadline: Deadline }

/** The dates of all letters, soonest first; then those that wait for something, and those that are over. */
export function DeadlinesScreen() {
  const { law, letters, today } = useLibrary()
  const dated = letters
    .filter((letter) => !letter.removed)
    .flatMap((letter) => computeDeadlines(law, letter, today).map((deadline) => ({ letter, deadline })))
    .filter(({ deadline }) => deadline.actor === 'taxpayer')
    .sort((a, b) => bySendBy(a.deadline, b.deadline))
  const ahead = dated.filter(({ deadline }) => isAhead(deadline))
  const late = dated.filter(({ deadline }) => deadline.state === 'late')
  const waiting = dated.filter((each) => !ahead.includes(each) && !late.includes(each))
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('deadlines.title')} />
      {dated.length === 0 && <p>{t('deadlines.none')}</p>}
      {dated.length > 0 && ahead.length === 0 && <p>{t('deadlines.noneAhead')}</p>}
      <Group title={t('deadlines.ahead')} dated={ahead} />
      <Group title={t('deadlines.waiting')} hint={t('deadlines.waitingHint')} dated={waiting} />
      <Group title={t('deadlines.late')} hint={t('deadlines.lateHint')} dated={late} />
    </div>
  )
}

function Group({ title, hint, dated }: { title: string; hint?: string; dated: Dated[] }) {
  if (dated.length === 0) return null
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {hint && <p className="soft">{hint}</p>}
      {dated.map(({ letter, deadline }) => (
        <DeadlineCard
          key={`${letter.id} ${deadline.rule} ${deadline.title}`}
          deadline={deadline}
          of={
            <p className="soft">
              <a href={`#/letter/${letter.id}`}>
                <LetterTitle letter={letter} />
              </a>
              {factsOf(letter).taxpayerName && ` · ${factsOf(letter).taxpayerName}`}
            </p>
          }
        />
      ))}
    </section>
  )
}
