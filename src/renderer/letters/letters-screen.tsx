import { useLibrary } from '../state/library-context.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { EmptyLetters } from './empty-letters.tsx'
import { LetterRow } from './letter-row.tsx'

export function LettersScreen() {
  const { letters } = useLibrary()
  const kept = letters.filter((letter) => !letter.removed)
  const removed = letters.length - kept.length
  return (
    <div className="screen stack">
      {kept.length === 0 ? (
        <EmptyLetters />
      ) : (
        <>
          <PageTitle title={t('letters.title')} />
          <p className="soft">{t('letters.hint')}</p>
          <ul className="letter-list">
            {kept.map((letter) => (
              <LetterRow key={letter.id} letter={letter} />
            ))}
          </ul>
        </>
      )}
      {removed > 0 && (
        <p>
          <a href="#/trash">{t('trash.link', { count: removed })}</a>
        </p>
      )}
    </div>
  )
}
