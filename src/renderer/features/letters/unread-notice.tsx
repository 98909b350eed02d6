import { errorWords, t } from '../../i18n/words.ts'
import type { ListedLetter } from './letter-view.ts'

const shown = 2

/** Among the things to do: what was kept but could not be read, and why, so that nobody looks for it in vain. */
export function UnreadNotice({ unread }: { unread: ListedLetter[] }) {
  if (unread.length === 0) return null
  return (
    <section className="callout error" aria-label={t('views.unread.title')}>
      {unread.slice(0, shown).map(({ letter }) => (
        <p key={letter.id}>
          <a href={`#/letter/${letter.id}`}>{letter.fileName}</a>:{' '}
          {letter.status.kind === 'failed' && errorWords(letter.status.code)}
        </p>
      ))}
      {unread.length > shown && (
        <p>
          <a href="#/unread">{t('views.unread.all', { count: unread.length })}</a>
        </p>
      )}
    </section>
  )
}
