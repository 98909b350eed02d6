import { lazy, Suspense, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components'
import { AccessContext } from '../common/library-access/access-context.tsx'
import { ClosedScreen } from '../features/library-access/closed-screen.tsx'
import { locale } from '../i18n/language.ts'
import { useStoreState } from '../state/library-context.tsx'
import type { LibraryStore } from '../state/library-store.ts'
import type { Route } from '../state/route.ts'
import './app.css'

const ClinicScreen = lazy(async () => ({
  default: (await import('../features/clinic/clinic-screen.tsx')).ClinicScreen,
}))
const LibrariesScreen = lazy(async () => ({
  default: (await import('../features/libraries/libraries-screen.tsx')).LibrariesScreen,
}))

type Props = { store: LibraryStore; route: Route; showRecoveryKey: (key: string) => void }

/** The window while no library is open: choose one, unlock it, or recover one that does not open. */
export function ClosedApp({ store, route, showRecoveryKey }: Props) {
  const state = useStoreState(store, (now) => (now.kind === 'closed' ? now : null))
  const isDesktop = state?.shell === 'desktop'
  const access = useMemo(() => {
    const { api, onRevision } = store
    return { api, onRevision, showRecoveryKey, quit: isDesktop ? () => window.close() : undefined }
  }, [store, showRecoveryKey, isDesktop])
  if (!state) return null
  return (
    <I18nProvider locale={locale()}>
      <AccessContext value={access}>
        <ClosedScreen
          state={state}
          route={route}
          clinic={
            <Suspense>
              <ClinicScreen source={store} saveTyped={() => Promise.resolve()} />
            </Suspense>
          }
          libraries={
            <Suspense>
              <LibrariesScreen
                source={store}
                open={route.screen === 'libraries' ? route.open : null}
                // A closed library has no drafts to save.
                saveTyped={() => Promise.resolve()}
              />
            </Suspense>
          }
        />
      </AccessContext>
    </I18nProvider>
  )
}
