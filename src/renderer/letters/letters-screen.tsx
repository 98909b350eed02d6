import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { filterLetters } from '../../shared/roadmap/letter-filter.ts'
import {
  type LetterView,
  type ListedLetter,
  letterViews,
  listLettersByView,
} from '../../shared/roadmap/letter-view.ts'
import { useLibrary } from '../state/library-context.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { AddLettersButton } from './add-letters-button.tsx'
import { EmptyLetters } from './empty-letters.tsx'
import { LetterFilters } from './letter-filters.tsx'
import { LetterRow } from './letter-row.tsx'
import { UnreadNotice } from './unread-notice.tsx'
import { ViewLinks } from './view-links.tsx'

/** The start: what to do now, what waits for the IRS, what is done, and what could not be read. */
export function LettersScreen({ view }: { view: LetterView | null }) {
  const { letters } = useLibrary()
  const kept = useMemo(() => letters.filter((letter) => !letter.removed), [letters])
  const removed = letters.length - kept.length
  return (
    <div className="screen stack">
      {kept.length === 0 ? <EmptyLetters /> : <Views view={view} />}
      {removed > 0 && (
        <p>
          <a href="#/trash">{t('trash.link', { count: removed })}</a>
        </p>
      )}
    </div>
  )
}

function Views({ view }: { view: LetterView | null }) {
  const { law, letters, today, letterFilter } = useLibrary()
  const [filter, setFilter] = useState(letterFilter.current)
  const byView = useMemo(
    () => listLettersByView(law, filterLetters(letters, filter), today),
    [law, letters, filter, today],
  )
  const shown = view ?? letterViews.find((each) => byView[each].length > 0) ?? 'doNow'
  return (
    <>
      <PageTitle title={t('letters.title')} />
      <div className="row letters-bar">
        <ViewLinks shown={shown} byView={byView} />
        <LetterFilters
          filter={filter}
          onChange={(next) => {
            letterFilter.current = next
            setFilter(next)
          }}
        />
      </div>
      {shown === 'doNow' && <UnreadNotice unread={byView.unread} />}
      <p className="soft">{t(`views.${shown}.hint`)}</p>
      {byView[shown].length === 0 ? (
        <EmptyView view={shown} filtered={filter.person !== null || filter.year !== null} />
      ) : (
        <Rows key={shown} rows={byView[shown]} />
      )}
    </>
  )
}

/** So many at once; the rest on demand, so that a thousand letters open as fast as ten. */
const step = 50

function Rows({ rows }: { rows: ListedLetter[] }) {
  const [count, setCount] = useState(step)
  return (
    <>
      <ul className="letter-list">
        {rows.slice(0, count).map((row) => (
          <LetterRow key={row.letter.id} row={row} />
        ))}
      </ul>
      {rows.length > count && (
        <div>
          <Button className="button" onPress={() => setCount(count + step)}>
            {t('letters.more', { count: rows.length - count })}
          </Button>
        </div>
      )}
    </>
  )
}

function EmptyView({ view, filtered }: { view: LetterView; filtered: boolean }) {
  return (
    <div className="card stack empty-view">
      <p>{t(filtered ? 'views.noneOfFilter' : `views.${view}.empty`)}</p>
      {view === 'doNow' && !filtered && (
        <div>
          <AddLettersButton />
        </div>
      )}
    </div>
  )
}
