import type { ReactNode } from 'react'
import { DropFiles } from '../../common/add-letters/drop-anywhere.tsx'
import { useLibraryAccess } from '../../common/library-access/access-context.tsx'
import { LanguageSwitch } from '../../i18n/language-switch.tsx'
import { errorWords, t } from '../../i18n/words.ts'
import type { ClosedState } from '../../state/library-state.ts'
import type { Route } from '../../state/route.ts'
import { useAnswerOf } from '../../state/use-answer.ts'
import { FirstStart } from './first-start.tsx'
import { UnavailableScreen } from './unavailable-screen.tsx'
import { UnlockScreen } from './unlock-screen.tsx'
import { type BeginWith, useFirstLetter } from './use-first-letter.ts'
import './library-access.css'

type Props = { state: ClosedState; route: Route; libraries: ReactNode; clinic: ReactNode }

/** The window while no library is open. Nothing of any letter is on it. `libraries`: the screen to open another one; `clinic`: that of a helper. */
export function ClosedScreen(props: Props) {
  const { state, route } = props
  const first = useFirstLetter()
  const screen = <Whole {...props} first={first} />
  if (state.library.kind !== 'new' || route.screen === 'libraries' || route.screen === 'clinic') return screen
  return <DropFiles onFiles={(files) => first.begin({ kind: 'files', files })}>{screen}</DropFiles>
}

const Whole = ({ state, route, libraries, clinic, first }: Props & { first: BeginWith }) => (
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
      ) : route.screen === 'clinic' && state.library.kind !== 'working' ? (
        clinic
      ) : (
        <Inside library={state.library} first={first} />
      )}
    </main>
    <footer className="app-foot">
      <span>{t('app.notAdvice')}</span>
      <span>
        <a href={isElsewhere(route) ? '#/' : '#/libraries'}>
          {t(isElsewhere(route) ? 'libraries.back' : 'libraries.to')}
        </a>{' '}
        <ClinicLink />· {t('app.private')}
      </span>
    </footer>
  </div>
)

const isElsewhere = ({ screen }: Route): boolean => screen === 'libraries' || screen === 'clinic'

/** For a helper to whom somebody gave a permission on this computer. */
function ClinicLink() {
  const state = useAnswerOf(useLibraryAccess(), 'helper:state')
  if (!state || state.keys === 'none' || state.keys === 'unavailable') return null
  return (
    <>
      · <a href="#/clinic">{t('clinic.to')}</a>{' '}
    </>
  )
}

function Inside({ library, first }: Pick<ClosedState, 'library'> & { first: BeginWith }) {
  switch (library.kind) {
    case 'new':
      return <FirstStart {...first} />
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
