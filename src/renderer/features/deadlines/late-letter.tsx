import type { Deadline } from '../../../shared/deadlines/deadline.ts'
import { english } from '../../../shared/i18n/english.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useDaysLeft } from '../../common/deadlines/days-left.ts'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { longDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import './late-letter.css'

/** A letter with days that are over: first what is still open, then which days they were. */
export function LateLetter({ letter, late }: { letter: Letter; late: Deadline[] }) {
  const leftWords = useDaysLeft()
  const facts = factsOf(letter)
  const { nextStep } = useTelling(letter)
  return (
    <article className="card stack-s late-letter">
      <h3>
        <a href={`#/letter/${letter.id}`}>
          <LetterTitle letter={letter} />
        </a>
      </h3>
      {late.some(({ notFinal }) => notFinal === 'ask') && (
        <p className="callout check">
          <a href={`#/letter/${letter.id}`}>{t('late.askFirst')}</a>
        </p>
      )}
      {facts.taxpayerName && <p className="soft">{facts.taxpayerName}</p>}
      <p>
        <strong>{t('late.open')}</strong> <ToldText said={nextStep} />
      </p>
      <ul className="small">
        {late.map(({ rule, title, lastDay, daysLeft, ends, firmness }) => (
          <li key={`${rule} ${english(title)}`}>
            <LawText>{title}</LawText>
            {lastDay && `: ${longDay(lastDay)}`}
            {daysLeft !== null && ` (${leftWords(daysLeft)})`}
            {ends === 'request' && `, ${t('late.request')}`}
            {ends === 'right' && firmness === 'estimated' && `, ${t('late.estimated')}`}
          </li>
        ))}
      </ul>
    </article>
  )
}
