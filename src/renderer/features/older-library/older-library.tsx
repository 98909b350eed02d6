import { instant } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { useAnswer } from '../../state/use-answer.ts'
import { TopNotice } from '../../ui/top-notice.tsx'

/** At the top of every screen while the letters are an older copy than this computer last saw, until the person says yes to it. */
export function OlderLibraryBar() {
  const library = useLibrary()
  const seenAt = useAnswer('library:older-than')?.seenAt
  if (!seenAt) return null
  const keep = () => attempt(library, library.api['library:keep-older'](null))
  return (
    <TopNotice id="older-library" title={t('older.title')} action={t('older.keep')} onAction={keep}>
      {t('older.text', { when: instant(seenAt) })}
    </TopNotice>
  )
}
