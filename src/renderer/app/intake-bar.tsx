import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { t } from '../i18n/words.ts'
import { useLibrary } from '../state/library-context.tsx'

/** Fewer are done before anybody could read how far they are. */
const worthShowing = 5

/** How far a large number of files has come, and a way to stop it. */
export function IntakeBar() {
  const { intake } = useLibrary()
  const state = useSyncExternalStore(intake.subscribe, intake.current)
  if (!state || state.total < worthShowing) return null
  const { done, total, stopping } = state
  return (
    <section className="message-bar" aria-label={t('add.progressLabel')}>
      <span>{stopping ? t('add.stopping') : t('add.progress', { done, total })}</span>
      <progress max={total} value={done} aria-label={t('add.progressLabel')} />
      <Button className="button small" onPress={intake.stop} isDisabled={stopping}>
        {t('add.stop')}
      </Button>
    </section>
  )
}
