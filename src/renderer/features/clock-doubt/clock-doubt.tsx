import { doubtWords } from '../../../shared/deadlines/clock-doubt.ts'
import { longDay } from '../../i18n/format.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { attempt, useClockDoubt, useLibrary } from '../../state/library-context.tsx'
import { TopNotice } from '../../ui/top-notice.tsx'

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
    <TopNotice
      id="clock-doubt"
      title={t('clock.title')}
      action={t('clock.right', { today: longDay(doubt.today) })}
      onAction={confirm}
    >
      <LawText>{doubtWords(doubt)}</LawText> {t('clock.how')}
    </TopNotice>
  )
}
