import { useEffect, useSyncExternalStore } from 'react'
import { isTyping } from '../ui/is-typing.ts'
import { goTo, type Route } from './route.ts'

/** Single keys and where they lead; `/` goes to the search box. Each is said on the sheet of keys. */
export const shortcuts = [
  { key: '1', name: 'letters', to: { screen: 'letters', view: null } },
  { key: '2', name: 'deadlines', to: { screen: 'deadlines' } },
  { key: '3', name: 'case', to: { screen: 'case', person: null } },
  { key: '4', name: 'roadmap', to: { screen: 'roadmap', station: null } },
  { key: '5', name: 'settings', to: { screen: 'settings' } },
  { key: '?', name: 'keys', to: { screen: 'shortcuts' } },
  { key: '/', name: 'search', to: null },
] as const satisfies { key: string; name: string; to: Route | null }[]

/** Works everywhere but where somebody types, and not together with another key. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || hasOwnKeys(event.target) || !shortcutsAreOn())
        return
      const shortcut = shortcuts.find(({ key }) => key === event.key)
      if (!shortcut) return
      event.preventDefault()
      if (shortcut.to) goTo(shortcut.to)
      else document.querySelector<HTMLElement>('search input')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** A text field, or a list in which typing moves to an item. */
const hasOwnKeys = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  (target instanceof HTMLElement && target.closest('[role=combobox], [role=listbox]') !== null)

const name = 'waymark-shortcuts'
const listeners = new Set<() => void>()

/** Who speaks to the computer or bumps keys can turn single keys off (WCAG 2.1.4). Kept for this window's address. */
const shortcutsAreOn = (): boolean => window.localStorage.getItem(name) !== 'off'

export function setShortcuts(on: boolean): void {
  window.localStorage.setItem(name, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useShortcutsAreOn = (): boolean => useSyncExternalStore(subscribe, shortcutsAreOn)
