import { memo, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { useDaysLeft } from '../../common/deadlines/days-left.ts'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { list, money, period, shortDay } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { errorWords, t } from '../../i18n/words.ts'
import { useLaw } from '../../state/library-context.tsx'
import type { ListedLetter } from './letter-view.ts'
import { useRemoveLetter } from './use-remove-letter.ts'
import './letter-row.css'

/** One letter: what it is, who, which years, how much, the next date with the days left, and how far it is. */
export const LetterRow = memo(function LetterRow({ row }: { row: ListedLetter }) {
  useLanguage()
  const { letter } = row
  const law = useLaw()
  const remove = useRemoveLetter()
  const title = letterTitle(law, letter)
  return (
    <>
      <div className="letter-row-what">
        <h2>
          <a href={`#/letter/${letter.id}`}>
            <span className="letter-row-number">{row.telling.name ?? letter.fileName}</span>{' '}
            <LawText>{row.telling.title}</LawText>
          </a>
        </h2>
        {letter.status.kind === 'failed' && <p className="small">{errorWords(letter.status.code)}</p>}
        <p className="row letter-row-state">
          <LetterState letter={letter} />
          <Reason row={row} />
        </p>
      </div>
      <RowFacts letter={letter} />
      <NextDate row={row} />
      <Button
        className="button quiet small"
        aria-label={t('letters.removeNamed', { title })}
        onPress={() => remove(letter)}
      >
        {t('actions.remove')}
      </Button>
    </>
  )
})

/** Why the letter is in this view, if its status does not already say so. */
function Reason({ row: { why } }: { row: ListedLetter }) {
  switch (why) {
    case 'reading':
    case 'check':
    case 'date':
    case 'failed':
      return null
    case 'late':
    case 'overdue':
    case 'noDate':
    case 'sent':
    case 'closed':
    case 'paid':
    case 'granted':
    case 'replaced':
      return <span className="tag">{t(`views.why.${why}`)}</span>
  }
}

function RowFacts({ letter }: { letter: Letter }) {
  const facts = factsOf(letter)
  return (
    <>
      <Cell name={t('facts.names.taxpayerName')}>{facts.taxpayerName}</Cell>
      <Cell name={t('facts.names.taxPeriods')}>
        {facts.taxPeriods.length > 0 ? list(facts.taxPeriods.map(period)) : null}
      </Cell>
      <Cell name={t('facts.names.amountDue')} kind="amount">
        {facts.amountDue === null ? null : money(facts.amountDue)}
      </Cell>
    </>
  )
}

/** A cell with its column name for screen readers. */
const Cell = ({ name, kind = '', children }: { name: string; kind?: string; children: ReactNode }) => (
  <p className={`letter-row-cell ${kind}`}>
    <span className="visually-hidden">{name}: </span>
    {children === null ? <span className="visually-hidden">{t('facts.none')}</span> : <span>{children}</span>}
  </p>
)

function NextDate({ row: { next, telling } }: { row: ListedLetter }) {
  const leftWords = useDaysLeft()
  if (!next?.lastDay)
    return (
      <p className="letter-row-date small">
        <ToldText said={telling.when ?? telling.nextStep} />
      </p>
    )
  return (
    <p className="letter-row-date">
      <strong className={next.unconfirmed ? 'unsure' : undefined}>{shortDay(next.lastDay)}</strong>
      {next.daysLeft !== null && <span className="small">{leftWords(next.daysLeft)}</span>}
      {next.unconfirmed && <span className="small unsure-word">{t('letters.unconfirmed')}</span>}
      {next.firmness === 'soft' && <span className="small">{t('letters.asked')}</span>}
      {next.firmness === 'estimated' && !next.unconfirmed && (
        <span className="small unsure-word">{t('letters.estimated')}</span>
      )}
      <span className="soft small">
        <LawText>{next.title}</LawText>
      </span>
    </p>
  )
}
