import { Button } from 'react-aria-components'
import { attempt, useLibrary } from '../../app/state/library-context.tsx'
import { useAnswer } from '../../app/state/use-answer.ts'
import { instant } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import './older-library.css'

/** At the top of every screen while the letters are an older copy than this computer last saw, until the person says yes to it. */
export function OlderLibraryBar() {
  const library = useLibrary()
  const seenAt = useAnswer('library:older-than')?.seenAt
  if (!seenAt) return null
  const keep = () => attempt(library, library.api['library:keep-older'](null))
  return (
    <section className="callout check older-library" aria-labelledby="older-library">
      <div className="stack-s" role="status">
        <h2 id="older-library">{t('older.title')}</h2>
        <p>{t('older.text', { when: instant(seenAt) })}</p>
      </div>
      <Button className="button" onPress={keep}>
        {t('older.keep')}
      </Button>
    </section>
  )
}
