import { useMemo, useState } from 'react'
import type { FactName, Letter } from '../../../shared/model/letter.ts'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { t } from '../../i18n/words.ts'
import { useLetter } from '../../state/library-context.tsx'
import type { LetterFind } from '../../state/route.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { CopyNote } from './copy-note.tsx'
import { FactsForm } from './facts-form.tsx'
import { FactsIntro } from './facts-intro.tsx'
import { FactsList } from './facts-list.tsx'
import { LetterHistory } from './history/letter-history.tsx'
import { LetterMeaning } from './letter-meaning.tsx'
import { ReadingNotes } from './reading-notes.tsx'
import { RedactedCopy } from './redacted-copy.tsx'
import { FoundBar, useFoundPlaces } from './scan/found-places.tsx'
import { MissingPages } from './scan/missing-pages.tsx'
import { ScanView } from './scan/scan-view.tsx'
import './letter-screen.css'

/** One letter: the scan on the left; on the right what it says and what that means. */
export function LetterScreen({ id, find }: { id: string; find: LetterFind | null }) {
  const letter = useLetter(id)
  const [focused, setFocused] = useState<FactName | null>(null)
  const found = useFoundPlaces(letter?.id, find)
  const evidence = focused && letter?.reading?.evidence[focused]
  const mark = useMemo(
    () => (evidence ? { page: evidence.page, boxes: [evidence.box], current: 0 } : null),
    [evidence],
  )
  if (!letter) return <NoLetter />
  return (
    <div className="screen stack">
      <header className="row letter-head">
        <PageTitle>
          <LetterTitle letter={letter} />
        </PageTitle>
        <LetterState letter={letter} />
        {letter.removed && <span className="tag">{t('letter.inTrash')}</span>}
      </header>
      <div className="letter-columns">
        <ScanView letter={letter} mark={mark ?? found?.marks[found.at] ?? null}>
          {found && <FoundBar found={found} id={letter.id} />}
        </ScanView>
        <div className="stack letter-side">
          <CopyNote letter={letter} />
          <ReadingNotes reading={letter.reading} />
          <MissingPages letter={letter} />
          <LetterSide letter={letter} onFocusFact={setFocused} onDone={() => setFocused(null)} />
          <RedactedCopy letter={letter} />
          <LetterHistory letter={letter} />
        </div>
      </div>
    </div>
  )
}

const NoLetter = () => (
  <div className="screen narrow stack">
    <PageTitle title={t('letter.notFound')} />
    <p>
      <a href="#/">{t('trash.toLetters')}</a>
    </p>
  </div>
)

type SideProps = { letter: Letter; onFocusFact: (name: FactName) => void; onDone: () => void }

function LetterSide({ letter, onFocusFact, onDone }: SideProps) {
  const [changing, setChanging] = useState(false)
  const { kind } = letter.status
  const done = () => {
    setChanging(false)
    onDone()
    focusSoon('#next-step')
  }
  const change = () => {
    setChanging(true)
    focusSoon('[data-fact=noticeCode] input')
  }
  if (letter.confirmed && !changing)
    return (
      <>
        <LetterMeaning letter={letter} />
        <FactsList letter={letter} facts={letter.confirmed} onChange={change} />
      </>
    )
  if (kind === 'waiting' || kind === 'reading') return <Reading letter={letter} />
  return (
    <>
      <FactsIntro letter={letter} />
      <FactsForm letter={letter} onFocusFact={onFocusFact} onDone={done} />
      {!letter.confirmed && kind === 'read' && <LetterMeaning letter={letter} />}
    </>
  )
}

const Reading = ({ letter }: { letter: Letter }) => (
  <div className="callout" role="status">
    <h2>{t('letter.reading')}</h2>
    <p>{t('letter.readingHint')}</p>
    <p>
      <LetterState letter={letter} />
    </p>
  </div>
)

/** The pressed button is gone, so focus moves to the next thing to do once it is rendered. */
const focusSoon = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}
