import { Button } from 'react-aria-components'
import type { CaseEvent } from '../../../shared/model/case-event.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { useLibrary, useToday } from '../../state/library-context.tsx'

/** Only the person knows when a letter is done; Reopen reverses it. */
export function PutAway({ letter }: { letter: Letter }) {
  const { events, messages } = useLibrary()
  const today = useToday()
  const isDone = letter.events.some(({ kind }) => kind === 'letterDone')
  const keep = (next: CaseEvent[]) => {
    events.set(letter.id, next)
    void events.flushAll()
  }
  const putAway = () => {
    keep([...letter.events, { kind: 'letterDone', day: today, note: '' }])
    const undo = () => {
      keep(letter.events)
      messages.close()
    }
    messages.say({ kind: 'done', text: t('done.said'), undo })
  }
  const takeUp = () => keep(letter.events.filter(({ kind }) => kind !== 'letterDone'))
  return (
    <section className="row put-away" aria-label={t('done.title')}>
      <p>{t(isDone ? 'done.isDone' : 'done.ask')}</p>
      <Button className="button small" onPress={isDone ? takeUp : putAway}>
        {t(isDone ? 'done.takeUp' : 'done.putAway')}
      </Button>
    </section>
  )
}
