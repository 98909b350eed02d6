import { useSyncExternalStore } from 'react'
import { aliasOf, wordsOf } from './aliases.ts'

/** The four fixed views of the list of letters. Every letter that is not in the trash is in exactly one. */
export const letterViews = ['doNow', 'waiting', 'done', 'unread'] as const
export type LetterView = (typeof letterViews)[number]

/** The search text, and the scan page to open for it. */
export type LetterFind = { page: number; text: string }

/** Screens that are always the same: their name is their address. */
const plainScreens = ['deadlines', 'settings', 'about', 'guide', 'trash', 'clinic'] as const

/**
 * Every screen has an address, so that links, the back button and a reload lead to the same place. A browser keeps
 * addresses on the disk: they hold random ids and, instead of what was searched or looked up, an alias (`aliases.ts`).
 */
export type Route =
  /** At `#/`. */
  | { screen: 'home' }
  /** null: the first view that is not empty. */
  | { screen: 'letters'; view: LetterView | null }
  | { screen: 'search'; text: string }
  | { screen: 'letter'; id: string; find: LetterFind | null }
  /** `question`: where in the interview; null: where the person left it. */
  | { screen: 'appeal'; id: string; question: string | null }
  | { screen: 'roadmap'; station: string | null }
  /** `person`: one of the `addresses` of a case; null: the largest case. */
  | { screen: 'case'; person: string | null }
  /** `open`: the id of a library to open immediately. */
  | { screen: 'libraries'; open: string | null }
  /** At `#/keys`. */
  | { screen: 'shortcuts' }
  | { screen: (typeof plainScreens)[number] }

/** `#/letter/<id>/appeal` -> a route; anything unknown leads home. */
export function routeFromHash(hash: string): Route {
  const [screen, first, second, page, text] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  if (screen === 'letter' && first)
    return second === 'appeal'
      ? { screen: 'appeal', id: first, question: page ?? null }
      : { screen: 'letter', id: first, find: second === 'find' ? findFrom(page, text) : null }
  if (screen === 'search') return { screen, text: wordsOf(first ?? '') ?? '' }
  if (screen === 'case') return { screen, person: first ?? null }
  if (screen === 'libraries') return { screen, open: first === 'open' && second ? second : null }
  if (screen === 'roadmap') return { screen, station: wordsOf(first ?? '') || null }
  if (screen === 'keys') return { screen: 'shortcuts' }
  const plain = plainScreens.find((each) => each === screen)
  if (plain) return { screen: plain }
  const view = letterViews.find((each) => each === screen) ?? null
  return view || screen === 'letters' ? { screen: 'letters', view } : { screen: 'home' }
}

/** An address that was typed or truncated may not decode; it is then used as is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function findFrom(page = '', part = ''): LetterFind | null {
  const text = wordsOf(part)
  return /^[1-9]\d{0,4}$/.test(page) && text ? { page: Number(page), text } : null
}

export function hashFromRoute(route: Route): string {
  switch (route.screen) {
    case 'home':
      return '#/'
    case 'letters':
      return `#/${route.view ?? 'letters'}`
    case 'letter':
      return route.find
        ? `#/letter/${encodeURIComponent(route.id)}/find/${route.find.page}/${aliasOf(route.find.text)}`
        : `#/letter/${encodeURIComponent(route.id)}`
    case 'search':
      return route.text ? `#/search/${aliasOf(route.text)}` : '#/search'
    case 'appeal':
      return ['#/letter', encodeURIComponent(route.id), 'appeal', route.question].filter(Boolean).join('/')
    case 'case':
      return route.person === null ? '#/case' : `#/case/${encodeURIComponent(route.person)}`
    case 'roadmap':
      return route.station ? `#/roadmap/${aliasOf(route.station)}` : '#/roadmap'
    case 'libraries':
      return route.open ? `#/libraries/open/${encodeURIComponent(route.open)}` : '#/libraries'
    case 'shortcuts':
      return '#/keys'
    default:
      return `#/${route.screen}`
  }
}

export const goTo = (route: Route): void => {
  window.location.hash = hashFromRoute(route)
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash)
  return routeFromHash(hash)
}
