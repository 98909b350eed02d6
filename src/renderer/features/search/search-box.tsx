import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../i18n/words.ts'
import { goTo, hashFromRoute, type Route } from '../../state/route.ts'
import { isTyping } from '../../ui/is-typing.ts'
import './search-box.css'

/** Ids by which the keyboard moves between the field and its results. */
const fieldId = 'search-field'
const firstResult = '.search-hits a'

/** Finds words in all letters, from every screen: `/` or Ctrl+F leads here, Enter and the down arrow to the results. */
export function SearchBox({ route }: { route: Route }) {
  const [text, setText] = useTextOfRoute(route)
  useShortcut()
  const type = (next: string) => {
    setText(next)
    const to: Route = next.trim() ? { screen: 'search', text: next } : { screen: 'home' }
    // One step back leads to where the search began, not through every letter typed.
    if (route.screen === 'search') window.location.replace(hashFromRoute(to))
    else goTo(to)
  }
  const toResults = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    document.querySelector<HTMLElement>(firstResult)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') toResults(event)
    if (event.key === 'Escape') type('')
  }
  return (
    <search>
      <form className="search-box" onSubmit={toResults}>
        <SearchMark />
        <input
          id={fieldId}
          className="input"
          type="search"
          aria-label={t('search.label')}
          placeholder={t('search.label')}
          aria-keyshortcuts="/ Control+F"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
        />
      </form>
    </search>
  )
}

/**
 * The input is local state because the address updates too late for a text field; an outside change of the address
 * wins.
 */
function useTextOfRoute(route: Route): [string, (text: string) => void] {
  const routed = route.screen === 'search' ? route.text : ''
  const [text, setText] = useState(routed)
  const typed = useRef(routed)
  useEffect(() => {
    if (routed === typed.current) return
    typed.current = routed
    setText(routed)
  }, [routed])
  const set = (next: string) => {
    typed.current = next.trim() ? next : ''
    setText(next)
  }
  return [text, set]
}

/** Not where somebody types, and a second Ctrl+F is the browser's own search. */
function useShortcut(): void {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event.target)
      const find = event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      const field = document.getElementById(fieldId)
      if (!(slash || find) || !(field instanceof HTMLInputElement) || field === document.activeElement) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const SearchMark = () => (
  <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor">
    <circle cx="7.5" cy="7.5" r="5" strokeWidth="2" />
    <path d="M11.5 11.5L16 16" strokeWidth="2" strokeLinecap="round" />
  </svg>
)
