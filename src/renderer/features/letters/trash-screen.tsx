import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { useLaw, useLetters } from '../../app/library-context.tsx'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { t } from '../../i18n/words.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { EmptyTrash } from './empty-trash.tsx'
import { useRemoveLetter } from './use-remove-letter.ts'
import './trash-screen.css'
import '../../common/letter/letter-list.css'

export function TrashScreen() {
  const law = useLaw()
  const letters = useLetters()
  const bringBack = useRemoveLetter()
  const removed = letters.filter((letter) => letter.removed)
  const [chosen, setChosen] = useState<Letter[] | null>(null)
  const ask = (which: Letter[]) => {
    setChosen(which)
    requestAnimationFrame(() => document.getElementById('empty-trash')?.focus())
  }
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('trash.title')} />
      <p>{removed.length > 0 ? t('trash.hint') : t('trash.empty')}</p>
      {chosen && <EmptyTrash chosen={chosen} onDone={() => setChosen(null)} />}
      <ul className="letter-list">
        {removed.map((letter) => {
          const title = letterTitle(law, letter)
          return (
            <li key={letter.id} className="card row trash-row">
              <span>
                <LetterTitle letter={letter} />
              </span>
              <Button
                className="button quiet small trash-delete"
                aria-label={t('trash.deleteNamed', { title })}
                onPress={() => ask([letter])}
              >
                {t('trash.delete')}
              </Button>
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
      {removed.length > 1 && (
        <div>
          <Button className="button quiet" onPress={() => ask(removed)}>
            {t('trash.emptyAll')}
          </Button>
        </div>
      )}
      <p>
        <a href="#/">{t('trash.toLetters')}</a>
      </p>
    </div>
  )
}
