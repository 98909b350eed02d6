import { useCallback, useEffect, useState } from 'react'
import { RecoveryKeyScreen } from '../features/library-access/recovery-key-screen.tsx'
import { useLanguage } from '../i18n/language.ts'
import { errorWords, t } from '../i18n/words.ts'
import { createDrafts, type Drafts } from '../state/drafts.ts'
import { useStoreState } from '../state/library-context.tsx'
import type { LibraryState } from '../state/library-state.ts'
import type { LibraryStore } from '../state/library-store.ts'
import { useMenuPrint } from '../state/menu-print.ts'
import { useRoute } from '../state/route.ts'
import { useShortcuts } from '../state/shortcuts.ts'
import { ClosedApp } from './closed-app.tsx'
import { OpenApp } from './open-app.tsx'
import './app.css'

/** The root component. It re-renders when the library opens, closes or is switched, not when a letter changes. */
export function App({ store }: { store: LibraryStore }) {
  const kind = useStoreState(store, (state) => state.kind)
  const code = useStoreState(store, (state) => (state.kind === 'stopped' ? state.code : ''))
  const route = useRoute()
  const drafts = useDrafts(store)
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null)
  const showRecoveryKey = useCallback((key: string) => setRecoveryKey(key), [])
  const onRecoveryKeyNoted = async () => {
    setRecoveryKey(null)
    await store.api['library:note-recovery-key'](null).catch(() => undefined)
  }
  useLanguage()
  useShortcuts()
  useMenuPrint()
  useRestartMessage(store, drafts)
  if (kind === 'starting') return <Starting />
  if (kind === 'stopped') return <Stopped code={code} />
  if (recoveryKey) return <RecoveryKeyScreen recoveryKey={recoveryKey} onDone={onRecoveryKeyNoted} />
  return kind === 'closed' ? (
    <ClosedApp {...{ store, route, showRecoveryKey }} />
  ) : (
    <OpenApp {...{ store, route, drafts, showRecoveryKey }} />
  )
}

function useRestartMessage(store: LibraryStore, { messages }: Drafts): void {
  useEffect(
    () => store.onRestart(() => messages.say({ kind: 'error', text: errorWords('library.restarted') })),
    [store, messages],
  )
}

const placeOf = (state: LibraryState): number | null =>
  state.kind === 'ready' || state.kind === 'closed' ? state.appRevision.place : null

/** Drafts belong to the library they were typed in, and survive while that library is locked. */
function useDrafts(store: LibraryStore): Drafts {
  const place = useStoreState(store, placeOf)
  const [current, setCurrent] = useState(() => ({ place, drafts: createDrafts(store) }))
  if (place === null || place === current.place) return current.drafts
  const isFirst = current.place === null
  const next = { place, drafts: isFirst ? current.drafts : createDrafts(store) }
  setCurrent(next)
  return next.drafts
}

const Starting = () => (
  <main className="screen narrow">
    <p role="status">{t('app.starting')}</p>
  </main>
)

const Stopped = ({ code }: { code: string }) => (
  <main className="screen narrow stack">
    <h1>{t('app.stopped')}</h1>
    <p role="alert">{errorWords(code)}</p>
  </main>
)
