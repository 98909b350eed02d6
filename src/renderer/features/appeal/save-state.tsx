import { useSyncExternalStore } from 'react'
import { Button } from 'react-aria-components'
import { errorWords, t } from '../../i18n/words.ts'
import { useLibrary } from '../../state/library-context.tsx'

/** Shows whether the input is saved; if not, why, and how to retry. */
export function SaveState({ id }: { id: string }) {
  const { answers, events } = useLibrary()
  const ofAnswers = useSyncExternalStore(answers.subscribe, () => answers.stateOf(id))
  const ofEvents = useSyncExternalStore(events.subscribe, () => events.stateOf(id))
  const states = [ofAnswers, ofEvents]
  const failed = states.find((state) => typeof state === 'object')
  if (failed)
    return (
      <span className="row" role="alert">
        <span className="tag error">{t('save.failed')}</span>
        <span className="small">{errorWords(failed.failed)}</span>
        <Button
          className="button small"
          onPress={() => {
            void answers.flush(id)
            void events.flush(id)
          }}
        >
          {t('save.retry')}
        </Button>
      </span>
    )
  const saved = states.every((state) => state === 'saved')
  return <span className={`tag ${saved ? 'good' : ''}`}>{t(saved ? 'save.saved' : 'save.saving')}</span>
}
