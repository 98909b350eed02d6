import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type AppealPapers, appealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { opensAppeal } from '../../../shared/appeals/checklist.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { caseAmong } from '../../../shared/telling/tell-all.ts'
import { LetterTitle } from '../../common/letter/letter-title.tsx'
import { TranslationNote } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import {
  useClockDoubt,
  useForms,
  useLaw,
  useLetter,
  useLetters,
  useLibrary,
  useToday,
} from '../../state/library-context.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { EventsForm } from './events-form.tsx'
import { InterviewOf } from './interview.tsx'
import { SaveState } from './save-state.tsx'
import './appeal-screen.css'

export function AppealScreen({ id, question }: { id: string; question: string | null }) {
  const letter = useLetter(id)
  if (letter) return <AppealOf letter={letter} question={question} />
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('letter.notFound')} />
      <a href="#/">{t('trash.toLetters')}</a>
    </div>
  )
}

/** The interview of an appeal; of a letter that opens none, what to put together for an answer. */
function AppealOf({ letter: stored, question }: { letter: Letter; question: string | null }) {
  const { answers, events } = useLibrary()
  const letter = useTypedLetter(stored)
  const papers = usePapers(letter)
  const law = useLaw()
  const isAppeal = opensAppeal(law, letter)
  useEffect(
    () => () => {
      void answers.flush(stored.id)
      void events.flush(stored.id)
    },
    [answers, events, stored.id],
  )
  return (
    <div className="screen stack">
      <header className="stack-s">
        <div className="row appeal-head">
          <p>
            {t('appeal.about')}{' '}
            <a href={`#/letter/${letter.id}`}>
              <LetterTitle letter={letter} />
            </a>
          </p>
          <SaveState id={letter.id} />
        </div>
        <TranslationNote />
      </header>
      {isAppeal ? (
        <InterviewOf letter={letter} papers={papers} wanted={question} />
      ) : (
        <Answering letter={letter} papers={papers} />
      )}
    </div>
  )
}

type Shown = { letter: Letter; papers: AppealPapers }

/** No form belongs to the letter: what happened, and what to put together for an answer. */
const Answering = ({ letter, papers }: Shown) => (
  <>
    <PageTitle title={t('appeal.title')} />
    <ChoiceCard letter={letter} papers={papers} />
    <div className="appeal-columns">
      <EventsForm letter={letter} />
      <ChecklistView letter={letter} checklist={papers.checklist} />
    </div>
  </>
)

function usePapers(letter: Letter) {
  const law = useLaw()
  const forms = useForms()
  const today = useToday()
  const doubt = useClockDoubt()
  const letters = useLetters()
  return useMemo(
    () => appealPapers(forms, caseAmong(law, letters, letter, today), doubt),
    [law, forms, letters, letter, today, doubt],
  )
}

/** The letter with what is being typed on top of it, saved or not: what the form beside the question shows. */
function useTypedLetter(letter: Letter): Letter {
  const { answers, events } = useLibrary()
  const typedAnswers = useSyncExternalStore(answers.subscribe, () => answers.typed(letter.id))
  const typedEvents = useSyncExternalStore(events.subscribe, () => events.typed(letter.id))
  return useMemo(
    () => ({ ...letter, answers: typedAnswers ?? letter.answers, events: typedEvents ?? letter.events }),
    [letter, typedAnswers, typedEvents],
  )
}
