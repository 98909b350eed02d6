import { useState } from 'react'
import { Button } from 'react-aria-components'
import { openClocks } from '../../../shared/deadlines/open-clocks.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { Tick } from '../../ui/tick.tsx'

/** Final confirmation before deleting removed letters permanently, naming those with a deadline still ahead. */
export function EmptyTrash({ chosen, onDone }: { chosen: Letter[]; onDone: () => void }) {
  const library = useLibrary()
  const { api, messages } = library
  const law = useLaw()
  const today = useToday()
  const [sure, setSure] = useState(false)
  const running = chosen.flatMap((letter) => {
    const [clock] = openClocks(law, letter, today)
    return clock?.lastDay ? [{ letter, lastDay: clock.lastDay }] : []
  })
  const empty = async () => {
    const ids = chosen.map(({ id }) => id)
    const done = await attempt(library, api['trash:empty']({ ids, evenWithOpenClock: sure }))
    await library.refresh().catch(() => undefined)
    if (!done) return
    const said = [t('trash.deleted', { count: chosen.length })]
    if (done.value.filesRetained > 0) said.push(t('trash.filesRetained', { count: done.value.filesRetained }))
    messages.say({ kind: 'done', text: said.join(' ') })
    onDone()
  }
  return (
    <section className="callout error stack-s" aria-labelledby="empty-trash">
      <h2 id="empty-trash" tabIndex={-1}>
        {t('trash.question', { count: chosen.length })}
      </h2>
      <p>{t('trash.questionHint')}</p>
      {running.length > 0 && (
        <>
          <p>
            <strong>{t('trash.running')}</strong>
          </p>
          <ul>
            {running.map(({ letter, lastDay }) => (
              <li key={letter.id}>
                {t('trash.runningUntil', { title: letterTitle(law, letter), day: longDay(lastDay) })}
              </li>
            ))}
          </ul>
          <Tick selected={sure} onChange={setSure}>
            {t('trash.even')}
          </Tick>
        </>
      )}
      <div className="row">
        <Button className="button" onPress={onDone}>
          {t('trash.keep', { count: chosen.length })}
        </Button>
        <Button className="button danger" isDisabled={running.length > 0 && !sure} onPress={empty}>
          {t('trash.deleteNow', { count: chosen.length })}
        </Button>
      </div>
    </section>
  )
}
