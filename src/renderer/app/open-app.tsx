import { I18nProvider } from 'react-aria-components'
import { DropAnywhere } from '../common/add-letters/drop-anywhere.tsx'
import { UndoKeys } from '../common/undo/use-undo.ts'
import { ClockDoubtBar } from '../features/clock-doubt/clock-doubt.tsx'
import { FirstLetterReminder, LibraryReminder } from '../features/letters/library-reminder.tsx'
import { BrowserNotice, ReminderSheet } from '../features/letters/reminders/reminder-sheet.tsx'
import { LockWarning } from '../features/library-access/lock-warning.tsx'
import { OlderLibraryBar } from '../features/older-library/older-library.tsx'
import { locale } from '../i18n/language.ts'
import { errorWords, t } from '../i18n/words.ts'
import type { Drafts } from '../state/drafts.ts'
import { LibraryProvider, useLibraryState, useStoreState, useVersion } from '../state/library-context.tsx'
import type { LibraryStore } from '../state/library-store.ts'
import type { Route } from '../state/route.ts'
import { BrokenScreen } from '../ui/broken-screen.tsx'
import { AppBar } from './app-bar.tsx'
import { IntakeBar } from './intake-bar.tsx'
import { MessageBar } from './message-bar.tsx'
import { usePrintHead } from './print-head.ts'
import { Screen } from './screens.tsx'
import './app.css'

type Props = { store: LibraryStore; route: Route; drafts: Drafts; showRecoveryKey: (key: string) => void }

/** The window while a library is open: app bar, current screen, footer. */
export function OpenApp({ store, route, drafts, showRecoveryKey }: Props) {
  // New rules can bring new words, which components do not select individually, so everything below re-renders.
  useStoreState(store, (state) => (state.kind === 'ready' ? state.law : null))
  return (
    <I18nProvider locale={locale()}>
      <LibraryProvider {...{ store, drafts, showRecoveryKey }}>
        <DropAnywhere>
          <LockWarning />
          <div className="app">
            <UndoKeys route={route} />
            <PrintHead route={route} />
            <AppBar route={route} />
            <main id="main">
              <Unreachable />
              <ClockDoubtBar />
              <OlderLibraryBar />
              {(route.screen === 'home' || route.screen === 'letters') && <LibraryReminder />}
              {route.screen === 'letter' && <FirstLetterReminder />}
              {route.screen === 'home' && <BrowserNotice />}
              {route.screen === 'letters' && <ReminderSheet />}
              <BrokenScreen key={'id' in route ? route.id : route.screen}>
                <Screen route={route} />
              </BrokenScreen>
            </main>
            <Foot />
          </div>
          <IntakeBar />
          <MessageBar />
        </DropAnywhere>
      </LibraryProvider>
    </I18nProvider>
  )
}

/** Draws nothing on the screen. */
function PrintHead({ route }: { route: Route }) {
  usePrintHead(route)
  return null
}

function Unreachable() {
  const isReachable = useLibraryState(({ reachable }) => reachable)
  if (isReachable) return null
  return (
    <p className="callout error" role="alert">
      {errorWords('api.unreachable')}
    </p>
  )
}

function Foot() {
  const version = useVersion()
  return (
    <footer className="app-foot">
      <span>{t('app.notAdvice')}</span>
      <span>
        <a href="#/guide">{t('guide.title')}</a> · <a href="#/keys">{t('keys.title')}</a> · {t('app.private')}{' '}
        <a href="#/about">{t('app.about', { version })}</a>
      </span>
    </footer>
  )
}
