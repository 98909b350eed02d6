import type { ReactNode } from 'react'
import { LanguageSwitch } from '../../i18n/language-switch.tsx'
import { errorWords, t } from '../../i18n/words.ts'
import type { ClosedState } from '../../state/library-state.ts'
import type { Route } from '../../state/route.ts'
import { FirstStart } from './first-start.tsx'
import { UnavailableScreen } from './unavailable-screen.tsx'
import { UnlockScreen } from './unlock-screen.tsx'
import './library-access.css'

type Props = { state: ClosedState; route: Route; libraries: ReactNode }

/** The window while no library is open. Nothing of any letter is on it. `libraries`: the screen to open another one. */
export const ClosedScreen = ({ state, route, libraries }: Props) => (
  <div className="app">
    <header className="app-bar">
      <span className="brand-block stretch">
        <span className="brand">Waymark</span>
        <span className="library-name">{state.appRevision.name}</span>
      </span>
      <LanguageSwitch />
    </header>
    <main id="main">
      {!state.reachable && (
        <p className="callout error" role="alert">
          {errorWords('api.unreachable')}
        </p>
      )}
      {state.restarted && (
        <p className="callout error" role="alert">
          {errorWords('library.restarted')}
        </p>
      )}
      {route.screen === 'libraries' && state.library.kind !== 'working' ? (
        libraries
      ) : (
        <Inside library={state.library} />
      )}
    </main>
    <footer className="app-foot">
      <span>{t('app.notAdvice')}</span>
      <span>
        <a href={route.screen === 'libraries' ? '#/' : '#/libraries'}>
          {t(route.screen === 'libraries' ? 'libraries.back' : 'libraries.to')}
        </a>{' '}
        · {t('app.private')}
      </span>
    </footer>
  </div>
)

function Inside({ library }: Pick<ClosedState, 'library'>) {
  switch (library.kind) {
    case 'new':
      return <FirstStart />
    case 'locked':
      return <UnlockScreen passphrase={library.passphrase} />
    case 'unavailable':
      return <UnavailableScreen library={library} />
    case 'working':
      return (
        <div className="screen access-screen stack">
          <h1>{t(`access.work.${library.what}`)}</h1>
          <p role="status">{t('access.work.wait')}</p>
          <progress
            aria-label={t(`access.work.${library.what}`)}
            {...(library.progress && { value: library.progress.done, max: library.progress.of })}
          />
        </div>
      )
  }
}
