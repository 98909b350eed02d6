import { useMemo, useState } from 'react'
import { AddLettersButton } from '../../common/add-letters/add-letters-button.tsx'
import { EmptyLetters } from '../../common/add-letters/empty-letters.tsx'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { useLaw, useLetters, useLibrary, useToday } from '../../state/library-context.tsx'
import { goTo, hashFromRoute, type LetterView, letterViews } from '../../state/route.ts'
import { LongList } from '../../ui/long-list.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { filterLetters } from './letter-filter.ts'
import { LetterFilters } from './letter-filters.tsx'
import { LetterRow } from './letter-row.tsx'
import { type ListedLetter, listLettersByView } from './letter-view.ts'
import './letters-screen.css'
import '../../common/letter/view-links.css'

/** The start: what to do now, what waits for the IRS, what is done, and what could not be read. */
export function LettersScreen({ view }: { view: LetterView | null }) {
  const letters = useLetters()
  const present = useMemo(() => letters.filter((letter) => !letter.removed), [letters])
  const removed = letters.length - present.length
  return (
    <div className="screen stack">
      {present.length === 0 ? <EmptyLetters /> : <Views view={view} />}
      {removed > 0 && (
        <p>
          <a href="#/trash">{t('trash.link', { count: removed })}</a>
        </p>
      )}
    </div>
  )
}

function Views({ view }: { view: LetterView | null }) {
  const { letterFilter } = useLibrary()
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
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
        <Rows key={shown} view={shown} rows={byView[shown]} />
      )}
    </>
  )
}

function Rows({ view, rows }: { view: LetterView; rows: ListedLetter[] }) {
  const law = useLaw()
  return (
    <LongList
      rows={rows}
      label={t(`views.${view}.title`)}
      rowClass="letter-row card"
      rowHeight={104}
      idOf={({ letter }) => letter.id}
      nameOf={({ letter }) => letterTitle(law, letter)}
      onOpen={(id) => goTo({ screen: 'letter', id, find: null })}
    >
      {(row) => <LetterRow row={row} />}
    </LongList>
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

type Props = { shown: LetterView; byView: Record<LetterView, ListedLetter[]> }

/** The four views, each with its number of letters. Links, so that back and forward work. */
function ViewLinks({ shown, byView }: Props) {
  return (
    <nav className="view-links" aria-label={t('views.label')}>
      {letterViews.map((view) => (
        <a
          key={view}
          href={hashFromRoute({ screen: 'letters', view })}
          aria-current={view === shown ? 'page' : undefined}
        >
          {t(`views.${view}.title`)} <span className="view-count">{byView[view].length}</span>
        </a>
      ))}
    </nav>
  )
}

const namedAtMost = 2

/** Among the things to do: what was kept but could not be read, and why, so that nobody looks for it in vain. */
function UnreadNotice({ unread }: { unread: ListedLetter[] }) {
  if (unread.length === 0) return null
  return (
    <section className="callout error" aria-label={t('views.unread.title')}>
      {unread.slice(0, namedAtMost).map(({ letter }) => (
        <p key={letter.id}>
          <a href={`#/letter/${letter.id}`}>{letter.fileName}</a>:{' '}
          {letter.status.kind === 'failed' && errorWords(letter.status.code)}
        </p>
      ))}
      {unread.length > namedAtMost && (
        <p>
          <a href="#/unread">{t('views.unread.all', { count: unread.length })}</a>
        </p>
      )}
    </section>
  )
}
