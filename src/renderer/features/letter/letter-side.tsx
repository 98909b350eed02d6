import { useRef, useState } from 'react'
import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import type { FactName, Letter } from '../../../shared/model/letter.ts'
import { ConferenceStrip } from '../../common/deadlines/conference-strip.tsx'
import { LetterState } from '../../common/letter/letter-state.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { CheckByPicture } from './check/check-by-picture.tsx'
import { CopyNote } from './copy-note.tsx'
import { FactsForm } from './facts-form.tsx'
import { LetterAnswer } from './letter-answer.tsx'
import { LetterHead } from './letter-head.tsx'
import { LetterOptions } from './letter-options.tsx'
import { NotIrs } from './not-irs.tsx'
import { NotRead } from './not-read.tsx'
import { PageNotes, ScamSigns } from './reading-notes.tsx'
import { MissingPages } from './scan/missing-pages.tsx'

type Props = {
  letter: Letter
  /** The confirmed facts are being changed. */
  changing: boolean
  onFocusFact: (name: FactName) => void
  onDone: () => void
  /** To "Anything special?". */
  onSpecial: () => void
}

/** What the letter is and what to do, then what there is to check. */
export function LetterSide(props: Props) {
  const { letter } = props
  const spoken = useRef<HTMLDivElement>(null)
  return (
    <div className="stack letter-side" ref={spoken}>
      <LetterHead letter={letter}>
        <span className="no-print">
          <ReadAloud of={spoken} />
        </span>
      </LetterHead>
      {letter.isIrs !== false && <ScamSigns reading={letter.reading} />}
      <Answer {...props} />
      <CopyNote letter={letter} />
      <PageNotes reading={letter.reading} />
      <MissingPages letter={letter} />
    </div>
  )
}

function Answer({ letter, changing, onFocusFact, onDone, onSpecial }: Props) {
  const { kind } = letter.status
  if (letter.confirmed)
    return (
      <>
        <LetterAnswer letter={letter} onSpecial={onSpecial} />
        {changing && <FactsForm letter={letter} onFocusFact={onFocusFact} onDone={onDone} />}
        <Talk letter={letter} />
        <LetterOptions letter={letter} />
      </>
    )
  if (kind === 'waiting' || kind === 'reading') return <Reading letter={letter} />
  const form = <FactsForm letter={letter} onFocusFact={onFocusFact} onDone={onDone} />
  if (kind === 'failed') return <NotRead letter={letter}>{form}</NotRead>
  if (letter.isIrs === false) return <NotIrs letter={letter}>{form}</NotIrs>
  return (
    <>
      <LetterAnswer letter={letter} onSpecial={onSpecial} />
      <Check letter={letter} onFocusFact={onFocusFact} onDone={onDone} />
      <LetterOptions letter={letter} />
    </>
  )
}

/** The manager conference, where an appeal begins with one; open once one was asked for or held. */
function Talk({ letter }: { letter: Letter }) {
  const law = useLaw()
  const today = useToday()
  const { state } = useTelling(letter)
  const isUnderWay = letter.events.some(
    ({ kind }) => kind === 'conferenceRequested' || kind === 'conferenceHeld',
  )
  const begins = state !== 'done' && chooseAppeal(law, letter, today).route === 'CAP'
  if (!isUnderWay && !begins) return null
  return (
    <More label={t('conference.fold')} open={isUnderWay}>
      <ConferenceStrip letter={letter} />
    </More>
  )
}

/** By looking; or in the form with every fact, for who wants to see or type them all. */
function Check({ letter, onFocusFact, onDone }: Omit<Props, 'changing' | 'onSpecial'>) {
  const [inForm, setInForm] = useState(false)
  if (inForm || !letter.reading)
    return <FactsForm letter={letter} onFocusFact={onFocusFact} onDone={onDone} />
  return (
    <CheckByPicture
      letter={letter}
      reading={letter.reading}
      onFocusFact={onFocusFact}
      onDone={onDone}
      onForm={() => setInForm(true)}
    />
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
