import { Button } from 'react-aria-components'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { useLibrary } from '../state/library-context.tsx'
import { daysLeftWords, list, money, period, shortDay } from '../ui/format.ts'
import { LawText } from '../ui/law-text.tsx'
import { errorWords, t } from '../ui/words.ts'
import { LetterState } from './letter-state.tsx'
import { letterTitle, nextDeadline } from './letter-summary.ts'
import { LetterTitle } from './letter-title.tsx'
import { useRemoveLetter } from './use-remove-letter.ts'

/** One letter: what it is, who, which years, how much, the next date, and how far it is. */
export function LetterRow({ letter }: { letter: Letter }) {
  const { law } = useLibrary()
  const remove = useRemoveLetter()
  const title = letterTitle(law, letter)
  return (
    <li className="letter-row card">
      <div className="letter-row-what">
        <h2>
          <a href={`#/letter/${letter.id}`}>
            <LetterTitle letter={letter} />
          </a>
        </h2>
        <LetterFactsLine letter={letter} />
        {letter.status.kind === 'failed' && <p className="small">{errorWords(letter.status.code)}</p>}
      </div>
      <NextDate letter={letter} />
      <LetterState letter={letter} />
      <Button
        className="button quiet small"
        aria-label={t('letters.removeNamed', { title })}
        onPress={() => remove(letter)}
      >
        {t('actions.remove')}
      </Button>
    </li>
  )
}

function LetterFactsLine({ letter }: { letter: Letter }) {
  const facts = factsOf(letter)
  const parts = [
    facts.taxpayerName,
    facts.taxPeriods.length > 0 ? list(facts.taxPeriods.map(period)) : null,
    facts.amountDue === null ? null : money(facts.amountDue),
  ].filter((part) => part !== null)
  if (parts.length === 0) return null
  return (
    <p className="soft letter-row-facts">
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  )
}

function NextDate({ letter }: { letter: Letter }) {
  const { law, today } = useLibrary()
  const next = nextDeadline(law, letter, today)
  if (!next?.lastDay) return <p className="letter-row-date soft small">{t('letters.noDate')}</p>
  return (
    <p className="letter-row-date">
      <strong>{shortDay(next.lastDay)}</strong>
      {next.daysLeft !== null && <span className="small">{daysLeftWords(next.daysLeft)}</span>}
      <span className="soft small">
        <LawText>{next.title}</LawText>
      </span>
    </p>
  )
}
