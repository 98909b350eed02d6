import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { money, period as periodWords, shortDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { AmountChart } from './amount-chart.tsx'
import type { Thread } from './case-file.ts'
import './case-screen.css'

/** One tax year or period: its letters as a thread, oldest first, and how the amount went. */
export function ThreadCard({ thread }: { thread: Thread }) {
  const title = thread.period ? t('case.year', { year: periodWords(thread.period) }) : t('case.noYear')
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <ol className="thread">
        {thread.letters.map((letter) => (
          <ThreadLetter key={letter.id} letter={letter} />
        ))}
      </ol>
      {thread.amounts.length > 1 && <AmountChart amounts={thread.amounts} />}
    </section>
  )
}

function ThreadLetter({ letter }: { letter: Letter }) {
  const { noticeDate, amountDue } = factsOf(letter)
  const { when, nextStep } = useTelling(letter)
  return (
    <li>
      <span className="small soft">{noticeDate ? shortDay(noticeDate) : t('case.noDate')}</span>
      <a href={`#/letter/${letter.id}`}>
        <LetterTitle letter={letter} />
      </a>
      <span className="small thread-told">
        <ToldText said={when ?? nextStep} />
      </span>
      <span className="row thread-amount">
        {amountDue && <span className="amount">{money(amountDue)}</span>}
        {!letter.confirmed && <LetterState letter={letter} />}
      </span>
    </li>
  )
}
