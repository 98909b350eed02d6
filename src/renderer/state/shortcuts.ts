import { useEffect, useSyncExternalStore } from 'react'
import { isTyping } from '../ui/is-typing.ts'
import { goTo, type Route } from './route.ts'

/** Single-key shortcuts and where they lead; `/` focuses the search box. The shortcuts screen lists them all. */
export const shortcuts = [
  { key: '1', name: 'home', to: { screen: 'home' } },
  { key: '2', name: 'deadlines', to: { screen: 'deadlines' } },
  { key: '3', name: 'case', to: { screen: 'case', person: null } },
  { key: '4', name: 'roadmap', to: { screen: 'roadmap', station: null } },
  { key: '5', name: 'settings', to: { screen: 'settings' } },
  { key: '?', name: 'keys', to: { screen: 'shortcuts' } },
  { key: '/', name: 'search', to: null },
] as const satisfies { key: string; name: string; to: Route | null }[]

/** Active everywhere except in text fields, and only without modifier keys. */
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

/** A text field, or a list with type-ahead. */
const hasOwnKeys = (target: EventTarget | null): boolean =>
  isTyping(target) ||
  (target instanceof HTMLElement && target.closest('[role=combobox], [role=listbox]') !== null)

const name = 'waymark-shortcuts'
const listeners = new Set<() => void>()

/**
 * People who use speech input or press keys by accident can turn single-key shortcuts off (WCAG 2.1.4). Stored per
 * origin.
 */
export const shortcutsAreOn = (): boolean => window.localStorage.getItem(name) !== 'off'

export function setShortcuts(on: boolean): void {
  window.localStorage.setItem(name, on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useShortcutsAreOn = (): boolean => useSyncExternalStore(subscribe, shortcutsAreOn)
