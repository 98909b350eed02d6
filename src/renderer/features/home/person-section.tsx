import { useId } from 'react'
import { rowOfLetter } from '../../common/next-days/next-row.ts'
import { NextTable } from '../../common/next-days/next-table.tsx'
import { personWords } from '../../common/people/person-words.ts'
import { t } from '../../i18n/words.ts'
import { useClockDoubt, useToday } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import type { PersonAhead } from './people-ahead.ts'

type Props = PersonAhead & { isOnly: boolean }

/** One of a few people: what is due, what the IRS has to answer, and what did not open, a row for each letter. */
export function PersonSection({ person, addresses, letters, ahead, isOnly }: Props) {
  const id = useId()
  const most = isOnly ? 8 : 3
  const today = useToday()
  const doubt = useClockDoubt()
  const { due, waiting, unread } = ahead
  const rows = [...due.slice(0, most), ...waiting.slice(0, most), ...unread.slice(0, most)].map((told) =>
    rowOfLetter(told, doubt),
  )
  const story = hashFromRoute({ screen: 'case', person: addresses[0] })
  return (
    <section className="card stack-s" aria-labelledby={id}>
      <header className="row home-person">
        <h2 id={id}>
          <a href={story}>{personWords(person) || t('case.nobody')}</a>
        </h2>
        <a href={story}>{t('home.story', { count: letters.length })}</a>
      </header>
      {due.length === 0 && <p>{t('home.nothingDue')}</p>}
      {rows.length > 0 && (
        <NextTable label={personWords(person) || t('case.nobody')} who={null} {...{ rows, today }} />
      )}
    </section>
  )
}
