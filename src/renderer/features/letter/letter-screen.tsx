import { useCallback, useMemo, useState } from 'react'
import type { FactName, Letter, SignPlace } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { useLetter } from '../../state/library-context.tsx'
import type { LetterFind } from '../../state/route.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { FactsList } from './facts-list.tsx'
import { LetterDetails } from './letter-details.tsx'
import { LetterSide } from './letter-side.tsx'
import { PutAway } from './put-away.tsx'
import { FoundBar, useFoundPlaces } from './scan/found-places.tsx'
import { type ScanMark, ScanView } from './scan/scan-view.tsx'
import './letter-screen.css'

/** One letter: the answer first, beside its paper, and everything else one click away. */
export function LetterScreen({ id, find }: { id: string; find: LetterFind | null }) {
  const letter = useLetter(id)
  const [changing, setChanging] = useState(false)
  const [special, setSpecial] = useState(false)
  const found = useFoundPlaces(letter?.id, find)
  const { mark, focus } = useMark(letter)
  if (!letter) return <NoLetter />
  const change = () => {
    setChanging(true)
    focusSoon('[data-fact=noticeCode] input')
  }
  const done = () => {
    setChanging(false)
    focus(null)
    focusSoon('.letter-head h1')
  }
  const askSpecial = () => {
    setSpecial(true)
    focusSoon('#special')
  }
  return (
    <div className="screen stack letter-screen">
      <div className="letter-columns">
        <LetterSide {...{ letter, changing }} onFocusFact={focus} onDone={done} onSpecial={askSpecial} />
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

/**
 * What is lit up on the paper: the fact in question, else the signs of a scam. A letter opens with the top of its first page in
 * sight, also where its number stands at the foot: the first fact is lit where it is, and the paper follows from then on.
 */
function useMark(letter: Letter | undefined) {
  const [at, setAt] = useState<{ fact: FactName | null; isFirst: boolean }>({ fact: null, isFirst: true })
  const focus = useCallback(
    (fact: FactName | null) =>
      setAt((now) => (now.fact === fact ? now : { fact, isFirst: now.fact === null && now.isFirst })),
    [],
  )
  const reading = letter?.reading
  const mark = useMemo((): ScanMark | null => {
    const evidence = at.fact && reading?.evidence[at.fact]
    if (evidence) return { page: evidence.page, boxes: [evidence.box], current: at.isFirst ? 'all' : 0 }
    return signMark(reading?.signPlaces ?? [])
  }, [at, reading])
  return { mark, focus }
}

/** The signs of a scam on the first page that has any. */
function signMark(places: readonly SignPlace[]): ScanMark | null {
  const page = places[0]?.page
  if (page === undefined) return null
  return { page, boxes: places.filter((place) => place.page === page).map(({ box }) => box), current: 'all' }
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
