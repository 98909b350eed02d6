import { useMemo, useState, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { DropAnywhere } from '../common/add-letters/drop-anywhere.tsx'
import { AccessContext } from '../common/library-access/access-context.tsx'
import { UndoKeys } from '../common/undo/use-undo.ts'
import { AboutScreen } from '../features/about/about-screen.tsx'
import { AppealScreen } from '../features/appeal/appeal-screen.tsx'
import { CaseScreen } from '../features/case/case-screen.tsx'
import { DeadlinesScreen } from '../features/deadlines/deadlines-screen.tsx'
import { GuideScreen } from '../features/guide/guide-screen.tsx'
import { LetterScreen } from '../features/letter/letter-screen.tsx'
import { LettersScreen } from '../features/letters/letters-screen.tsx'
import { Reminders } from '../features/letters/library-reminder.tsx'
import { ReminderSheet } from '../features/letters/reminders/reminder-sheet.tsx'
import { TrashScreen } from '../features/letters/trash-screen.tsx'
import { LibrariesScreen } from '../features/libraries/libraries-screen.tsx'
import { ClosedScreen } from '../features/library-access/closed-screen.tsx'
import { LockWarning } from '../features/library-access/lock-warning.tsx'
import { RecoveryKeyScreen } from '../features/library-access/recovery-key-screen.tsx'
import { RoadmapScreen } from '../features/roadmap/roadmap-screen.tsx'
import { SearchScreen } from '../features/search/search-screen.tsx'
import { SettingsScreen } from '../features/settings/settings-screen.tsx'
import { ShortcutsScreen } from '../features/shortcuts/shortcuts-screen.tsx'
import { locale, useLanguage } from '../i18n/language.ts'
import { errorWords, t } from '../i18n/words.ts'
import { BrokenScreen } from '../ui/broken-screen.tsx'
import { AppBar } from './app-bar.tsx'
import { createDrafts } from './drafts.ts'
import { LibraryProvider, saveTyped, useLibrary } from './library-context.tsx'
import type { LibraryStore } from './library-store.ts'
import { useMenuPrint } from './menu-print.ts'
import { MessageBar } from './message-bar.tsx'
import { type Route, useRoute } from './route.ts'
import { useShortcuts } from './shortcuts.ts'

export function App({ store }: { store: LibraryStore }) {
  const state = useSyncExternalStore(store.subscribe, store.getState)
  const route = useRoute()
  const place = state.kind === 'ready' || state.kind === 'closed' ? state.standing.place : 0
  // What was typed belongs to the library in which it was typed.
  const kept = useMemo(() => keptOf(store, place), [store, place])
  const [recoveryKey, showRecoveryKey] = useState<string | null>(null)
  const onRecoveryKeyNoted = async () => {
    showRecoveryKey(null)
    await store.api['library:note-recovery-key'](null).catch(() => undefined)
  }
  useLanguage()
  useShortcuts()
  useMenuPrint()
  if (state.kind === 'starting')
    return (
      <main className="screen narrow">
        <p role="status">{t('app.starting')}</p>
      </main>
    )
  if (state.kind === 'stopped') return <Stopped code={state.code} />
  if (recoveryKey) return <RecoveryKeyScreen recoveryKey={recoveryKey} onDone={onRecoveryKeyNoted} />
  if (state.kind === 'closed')
    return (
      <I18nProvider locale={locale()}>
        <AccessContext
          value={{
            api: store.api,
            revision: state.revision,
            showRecoveryKey,
            quit: state.shell === 'desktop' ? () => window.close() : undefined,
          }}
        >
          <ClosedScreen
            state={state}
            route={route}
            libraries={
              // Nothing can have been typed into a library that is closed.
              <LibrariesScreen
                api={store.api}
                revision={state.revision}
                open={route.screen === 'libraries' ? route.open : null}
                saveTyped={() => Promise.resolve()}
              />
            }
          />
        </AccessContext>
      </I18nProvider>
    )
  return (
    <I18nProvider locale={locale()}>
      <LibraryProvider store={store} state={state} kept={kept} showRecoveryKey={showRecoveryKey}>
        <DropAnywhere>
          <LockWarning />
          <div className="app">
            <UndoKeys route={route} />
            <AppBar route={route} />
            <main id="main">
              {!state.reachable && (
                <p className="callout error" role="alert">
                  {errorWords('api.unreachable')}
                </p>
              )}
              {route.screen === 'letters' && <Reminders />}
              {route.screen === 'letters' && <ReminderSheet />}
              <BrokenScreen key={'id' in route ? route.id : route.screen}>
                <Screen route={route} />
              </BrokenScreen>
            </main>
            <Foot version={state.version} />
          </div>
          <MessageBar />
        </DropAnywhere>
      </LibraryProvider>
    </I18nProvider>
  )
}

function Screen({ route }: { route: Route }) {
  switch (route.screen) {
    case 'letters':
      return <LettersScreen view={route.view} />
    case 'search':
      return <SearchScreen text={route.text} />
    case 'trash':
      return <TrashScreen />
    case 'letter':
      return <LetterScreen key={route.id} id={route.id} find={route.find} />
    case 'appeal':
      return <AppealScreen key={route.id} id={route.id} />
    case 'roadmap':
      return <RoadmapScreen station={route.station} />
    case 'case':
      return <CaseScreen person={route.person} />
    case 'deadlines':
      return <DeadlinesScreen />
    case 'settings':
      return <SettingsScreen />
    case 'libraries':
      return <Libraries open={route.open} />
    case 'guide':
      return <GuideScreen />
    case 'keys':
      return <ShortcutsScreen />
    case 'about':
      return <AboutScreen />
  }
}

/** One for each library that was open in this window. */
const keptOf = (store: LibraryStore, _place: number) => createDrafts(store)

function Libraries({ open }: { open: string | null }) {
  const library = useLibrary()
  const { api, revision } = library
  return <LibrariesScreen api={api} revision={revision} open={open} saveTyped={() => saveTyped(library)} />
}

const Foot = ({ version }: { version: string }) => (
  <footer className="app-foot">
    <span>{t('app.notAdvice')}</span>
    <span>
      <a href="#/guide">{t('guide.title')}</a> · <a href="#/keys">{t('keys.title')}</a> · {t('app.private')}{' '}
      <a href="#/about">{t('app.about', { version })}</a>
    </span>
  </footer>
)

const Stopped = ({ code }: { code: string }) => (
  <main className="screen narrow stack">
    <h1>{t('app.stopped')}</h1>
    <p role="alert">{errorWords(code)}</p>
  </main>
)
