import { Button } from 'react-aria-components'
import { useLibrary } from '../state/library-context.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { letterTitle } from './letter-summary.ts'
import { LetterTitle } from './letter-title.tsx'
import { useRemoveLetter } from './use-remove-letter.ts'

export function TrashScreen() {
  const { law, letters } = useLibrary()
  const bringBack = useRemoveLetter()
  const removed = letters.filter((letter) => letter.removed)
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('trash.title')} />
      <p>{removed.length > 0 ? t('trash.hint') : t('trash.empty')}</p>
      <ul className="letter-list">
        {removed.map((letter) => {
          const title = letterTitle(law, letter)
          return (
            <li key={letter.id} className="card row trash-row">
              <span>
                <LetterTitle letter={letter} />
              </span>
              <Button
                className="button small"
                aria-label={t('trash.bringBackNamed', { title })}
                onPress={() => bringBack(letter, false)}
              >
                {t('trash.bringBack')}
              </Button>
            </li>
          )
        })}
      </ul>
      <p>
        <a href="#/">{t('trash.toLetters')}</a>
      </p>
    </div>
  )
}
