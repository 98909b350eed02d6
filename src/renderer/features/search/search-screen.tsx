import type { KeyboardEvent } from 'react'
import type { SearchHit } from '../../../shared/contract/search.ts'
import { factsOf } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { list, longDay, period } from '../../i18n/format.ts'
import { errorWords, t } from '../../i18n/words.ts'
import { useLaw, useLetter } from '../../state/library-context.tsx'
import { hashFromRoute } from '../../state/route.ts'
import { type SearchState, useSearch } from './use-search.ts'
import './search-screen.css'

/** Letters that hold the words in the search field; Enter on one opens it at the page, with the place marked. */
export function SearchScreen({ text }: { text: string }) {
  const state = useSearch(text)
  const hits = state.kind === 'found' ? state.hits : []
  return (
    <div className="screen narrow stack">
      {/* Not the heading that takes the focus: somebody is typing in the field above. */}
      <h1 tabIndex={-1}>{t('search.title')}</h1>
      <p role="status">{summary(state, text)}</p>
      <ul className="search-hits" onKeyDown={moveBetweenHits}>
        {hits.map((hit) => (
          <HitRow key={hit.id} hit={hit} text={text} />
        ))}
      </ul>
      {state.kind === 'found' && state.more && <p className="soft">{t('search.more')}</p>}
      {state.kind === 'found' && state.waiting > 0 && (
        <p className="soft">{t('search.waiting', { count: state.waiting })}</p>
      )}
    </div>
  )
}

function summary(state: SearchState, text: string): string {
  switch (state.kind) {
    case 'looking':
      return t('search.looking')
    case 'failed':
      return errorWords(state.code)
    case 'found':
      if (state.tooShort) return t('search.tooShort')
      return state.hits.length === 0
        ? t('search.nothing', { text: text.trim() })
        : t('search.found', { count: state.hits.length })
  }
}

function HitRow({ hit, text }: { hit: SearchHit; text: string }) {
  const law = useLaw()
  const letter = useLetter(hit.id)
  if (!letter) return null
  const facts = factsOf(letter)
  const find = hit.page === null ? null : { page: hit.page, text }
  const at = hit.page === null ? -1 : letter.pages.indexOf(hit.page)
  const about = [
    facts.taxpayerName,
    facts.taxPeriods.length > 0 ? list(facts.taxPeriods.map(period)) : null,
    facts.noticeDate && longDay(facts.noticeDate),
  ].filter(Boolean)
  return (
    <li className="card search-hit">
      <h2>
        <a href={hashFromRoute({ screen: 'letter', id: hit.id, find })}>{letterTitle(law, letter)}</a>
      </h2>
      {hit.removed && <span className="tag">{t('letter.inTrash')}</span>}
      {about.length > 0 && <p className="soft">{about.join(' · ')}</p>}
      <p className="search-snippet">
        <span className="soft small">
          {at < 0 ? t('search.inFacts') : t('search.page', { page: at + 1 })}
        </span>{' '}
        <Snippet parts={hit.snippet} />
      </p>
    </li>
  )
}

function Snippet({ parts }: { parts: SearchHit['snippet'] }) {
  let start = 0
  return parts.map(({ text, hit }) => {
    const key = start
    start += text.length
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}

function moveBetweenHits(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const next = links[at + step]
  if (next) next.focus()
  else if (step < 0) document.getElementById('search-field')?.focus()
}
