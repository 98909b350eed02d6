import { useSyncExternalStore } from 'react'
import { isLanguage, type Language, localeOf } from '../../shared/i18n/languages.ts'
import { words } from './words.ts'

export const language = (): Language => (isLanguage(words.language) ? words.language : 'en')
/** For dates, money and lists. */
export const locale = (): string => localeOf(language())

/** Changes the language of the screens as soon as it is loaded, and keeps the choice on this computer. */
export function setLanguage(chosen: Language): Promise<void> {
  keep(chosen)
  return use(chosen)
}

/** At the start: what was chosen on this computer, else the first language of the system that we have, else English. */
export function startLanguage(): Promise<void> {
  const system = navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage)
  return use(storedLanguage() ?? system ?? 'en')
}

/** Draws again whoever asks when the language changes. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, language)

function subscribe(listener: () => void): () => void {
  words.on('languageChanged', listener)
  return () => words.off('languageChanged', listener)
}

async function use(chosen: Language): Promise<void> {
  await words.changeLanguage(chosen)
  document.documentElement.lang = chosen
}

const name = 'waymark-language'
/** As long as browsers allow: 400 days from the last choice. */
const storedForMs = 400 * 24 * 60 * 60 * 1000

/**
 * In two places: the desktop window has no cookies, and in a browser each start has another port and with it another
 * storage, while a cookie belongs to this computer's address whatever the port. It holds two letters and nothing else.
 */
function keep(chosen: Language): void {
  window.localStorage.setItem(name, chosen)
  const expires = Date.now() + storedForMs
  window.cookieStore?.set({ name, value: chosen, expires, sameSite: 'strict' }).catch(() => undefined)
}

function storedLanguage(): Language | undefined {
  const inCookie = new RegExp(`${name}=(\\w+)`).exec(document.cookie)?.[1]
  return [inCookie, window.localStorage.getItem(name) ?? undefined].find(isLanguage)
}
