import { Button } from 'react-aria-components'
import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { attempt, useClockDoubt, useLibrary } from '../../app/state/library-context.tsx'
import { longDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import './clock-doubt.css'

/** At the top of every screen while today's date is in doubt; a person who looked at the date can say that it is right. */
export function ClockDoubtBar() {
  const library = useLibrary()
  const doubt = useClockDoubt()
  if (!doubt) return null
  const confirm = async () => {
    const said = await attempt(library, library.api['letters:confirm-today']({ day: doubt.today }))
    if (said) await library.refresh().catch(() => undefined)
  }
  return (
    <section className="callout check clock-doubt" aria-labelledby="clock-doubt">
      <div className="stack-s" role="status">
        <h2 id="clock-doubt">{t('clock.title')}</h2>
        <p>
          <LawText>{doubtWords(doubt)}</LawText> {t('clock.how')}
        </p>
      </div>
      <Button className="button" onPress={confirm}>
        {t('clock.right', { today: longDay(doubt.today) })}
      </Button>
    </section>
  )
}
