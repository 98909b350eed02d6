import type { ClosedState } from '../state/library-store.ts'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { errorWords, t } from '../ui/words.ts'
import { FirstStart } from './first-start.tsx'
import { StuckScreen } from './stuck-screen.tsx'
import { UnlockScreen } from './unlock-screen.tsx'

/** The window while no library is open. Nothing of any letter is on it. */
export const ClosedScreen = ({ state }: { state: ClosedState }) => (
  <div className="app">
    <header className="app-bar">
      <span className="brand stretch">Waymark</span>
      <LanguageSwitch />
    </header>
    <main id="main">
      {!state.reachable && (
        <p className="callout error" role="alert">
          {errorWords('api.unreachable')}
        </p>
      )}
      <Inside library={state.library} />
    </main>
    <footer className="app-foot">
      <span>{t('app.notAdvice')}</span>
      <span>{t('app.private')}</span>
    </footer>
  </div>
)

function Inside({ library }: Pick<ClosedState, 'library'>) {
  switch (library.kind) {
    case 'new':
      return <FirstStart />
    case 'locked':
      return <UnlockScreen passphrase={library.passphrase} />
    case 'stuck':
      return <StuckScreen stuck={library} />
    case 'working':
      return (
        <div className="screen door stack">
          <h1>{t(`door.work.${library.what}`)}</h1>
          <p role="status">{t('door.work.wait')}</p>
          <progress
            aria-label={t(`door.work.${library.what}`)}
            {...(library.progress && { value: library.progress.done, max: library.progress.of })}
          />
        </div>
      )
  }
}
