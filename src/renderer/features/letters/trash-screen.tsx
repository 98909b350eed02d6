import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import { letterTitle } from '../../common/letter/letter-summary.ts'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useLetters } from '../../state/library-context.tsx'
import { LongList } from '../../ui/long-list.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { EmptyTrash } from './empty-trash.tsx'
import { useRemoveLetter } from './use-remove-letter.ts'
import { WipingNote } from './wiping-note.tsx'
import './trash-screen.css'

export function TrashScreen() {
  const law = useLaw()
  const letters = useLetters()
  const removed = useMemo(() => letters.filter((letter) => letter.removed), [letters])
  const [chosen, setChosen] = useState<Letter[] | null>(null)
  const ask = (which: Letter[]) => {
    setChosen(which)
    requestAnimationFrame(() => document.getElementById('empty-trash')?.focus())
  }
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('trash.title')} />
      <p>{removed.length > 0 ? t('trash.hint') : t('trash.empty')}</p>
      <WipingNote />
      {chosen && <EmptyTrash chosen={chosen} onDone={() => setChosen(null)} />}
      <LongList
        rows={removed}
        label={t('trash.title')}
        rowClass="card row trash-row"
        rowHeight={66}
        idOf={({ id }) => id}
        nameOf={(letter) => letterTitle(law, letter)}
      >
        {(letter) => <TrashRow letter={letter} onDelete={() => ask([letter])} />}
      </LongList>
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

function TrashRow({ letter, onDelete }: { letter: Letter; onDelete: () => void }) {
  const law = useLaw()
  const bringBack = useRemoveLetter()
  const title = letterTitle(law, letter)
  return (
    <>
      <span>
        <LetterTitle letter={letter} />
      </span>
      <Button
        className="button quiet small trash-delete"
        aria-label={t('trash.deleteNamed', { title })}
        onPress={onDelete}
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
    </>
  )
}
