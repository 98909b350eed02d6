import { AddLettersButton } from '../common/add-letters/add-letters-button.tsx'
import { SearchBox } from '../features/search/search-box.tsx'
import { LanguageSwitch } from '../i18n/language-switch.tsx'
import { t } from '../i18n/words.ts'
import { useLibraryState } from '../state/library-context.tsx'
import type { Route } from '../state/route.ts'

const ofHome = ['home', 'letters', 'letter', 'appeal', 'trash', 'search', 'deadlines', 'case', 'clinic']
const places = [
  { href: '#/', label: 'nav.home', screens: ofHome },
  { href: '#/roadmap', label: 'nav.roadmap', screens: ['roadmap'] },
  { href: '#/settings', label: 'nav.settings', screens: ['settings', 'libraries'] },
] as const

export function AppBar({ route }: { route: Route }) {
  const name = useLibraryState(({ appRevision }) => appRevision.name)
  const current = (screens: readonly string[]) => (screens.includes(route.screen) ? 'page' : undefined)
  return (
    <header className="app-bar">
      <button type="button" className="button skip-link" onClick={skipToMain}>
        {t('nav.skip')}
      </button>
      <div className="brand-block">
        <a className="brand" href="#/">
          <BrandMark />
          Waymark
        </a>
        {name !== null && (
          <a className="library-name" href="#/libraries" aria-label={t('libraries.label', { name })}>
            {name}
          </a>
        )}
      </div>
      <nav className="app-nav" aria-label={t('nav.label')}>
        {places.map(({ href, label, screens }) => (
          <a key={href} href={href} aria-current={current(screens)}>
            {t(label)}
          </a>
        ))}
      </nav>
      <SearchBox route={route} />
      <LanguageSwitch />
      <AddLettersButton />
    </header>
  )
}

/** The hash is the route, so the skip link cannot be a plain anchor. */
const skipToMain = () => document.querySelector<HTMLElement>('main h1')?.focus()

/** The logo: a signpost next to a path. */
const BrandMark = () => (
  <svg viewBox="0 0 32 32" aria-hidden="true" fill="none" stroke="var(--blue)" strokeWidth="3">
    <path d="M16 29V3" strokeLinecap="round" />
    <path d="M8 6h14l5 4.5-5 4.5H8z" fill="var(--blue-wash)" strokeLinejoin="round" />
    <path d="M16 20h-6l-4 3 4 3h6" strokeLinejoin="round" />
  </svg>
)
