import { useMemo, useState } from 'react'
import type { FactName } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { useLetter } from '../../state/library-context.tsx'
import type { LetterFind } from '../../state/route.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { FactsList } from './facts-list.tsx'
import { LetterDetails } from './letter-details.tsx'
import { LetterSide } from './letter-side.tsx'
import { PutAway } from './put-away.tsx'
import { FoundBar, useFoundPlaces } from './scan/found-places.tsx'
import { ScanView } from './scan/scan-view.tsx'
import './letter-screen.css'

/** One letter: the answer first, beside its paper, and everything else one click away. */
export function LetterScreen({ id, find }: { id: string; find: LetterFind | null }) {
  const letter = useLetter(id)
  const [focused, setFocused] = useState<FactName | null>(null)
  const [changing, setChanging] = useState(false)
  const [special, setSpecial] = useState(false)
  const found = useFoundPlaces(letter?.id, find)
  const evidence = focused && letter?.reading?.evidence[focused]
  const mark = useMemo(
    () => (evidence ? { page: evidence.page, boxes: [evidence.box], current: 0 } : null),
    [evidence],
  )
  if (!letter) return <NoLetter />
  const change = () => {
    setChanging(true)
    focusSoon('[data-fact=noticeCode] input')
  }
  const done = () => {
    setChanging(false)
    setFocused(null)
    focusSoon('.letter-head h1')
  }
  const askSpecial = () => {
    setSpecial(true)
    focusSoon('#special')
  }
  return (
    <div className="screen stack letter-screen">
      <div className="letter-columns">
        <LetterSide {...{ letter, changing }} onFocusFact={setFocused} onDone={done} onSpecial={askSpecial} />
        <ScanView letter={letter} mark={found?.marks[found.at] ?? mark}>
          {found && <FoundBar found={found} id={letter.id} />}
        </ScanView>
      </div>
      <LetterDetails letter={letter} special={special}>
        {letter.confirmed && <FactsList letter={letter} facts={letter.confirmed} onChange={change} />}
      </LetterDetails>
      {letter.confirmed && <PutAway letter={letter} />}
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

/** The pressed button is gone, so focus moves to the next thing to do once it is rendered. */
const focusSoon = (selector: string): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(selector)?.focus())
}
