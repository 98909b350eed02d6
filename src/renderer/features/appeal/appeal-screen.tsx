import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { type AppealPapers, appealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { opensAppeal } from '../../../shared/appeals/checklist.ts'
import { stillBlank } from '../../../shared/appeals/still-blank.ts'
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
import { AfterPanel } from './after-panel.tsx'
import { AnswersForm } from './answers-form.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { DraftView } from './draft-view.tsx'
import { EventsForm } from './events-form.tsx'
import { FilesPanel } from './files-panel.tsx'
import { PacketPanel } from './packet-panel.tsx'
import { SaveState } from './save-state.tsx'
import './appeal-screen.css'

export function AppealScreen({ id }: { id: string }) {
  const letter = useLetter(id)
  if (letter) return <AppealOf letter={letter} />
  return (
    <div className="screen narrow stack">
      <PageTitle title={t('letter.notFound')} />
      <a href="#/">{t('trash.toLetters')}</a>
    </div>
  )
}

/** The appeal route and why it fits; then the answers, with draft, checklist and packet next to them. */
function AppealOf({ letter: stored }: { letter: Letter }) {
  const { answers, events } = useLibrary()
  const letter = useTypedLetter(stored)
  const papers = usePapers(letter)
  const law = useLaw()
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
        <PageTitle title={t('appeal.title')} />
        <p>
          {t('appeal.about')}{' '}
          <a href={`#/letter/${letter.id}`}>
            <LetterTitle letter={letter} />
          </a>
        </p>
        <TranslationNote />
      </header>
      {!letter.confirmed && (
        <p className="callout check">
          {t('appeal.unconfirmed')} <a href={`#/letter/${letter.id}`}>{t('appeal.confirmFirst')}</a>
        </p>
      )}
      <ChoiceCard letter={letter} papers={papers} />
      {opensAppeal(law, letter) ? (
        <Drafting letter={letter} papers={papers} />
      ) : (
        <Answering letter={letter} papers={papers} />
      )}
    </div>
  )
}

type Shown = { letter: Letter; papers: AppealPapers }

/** No form belongs to the letter: what happened, and what to put together for an answer. */
const Answering = ({ letter, papers }: Shown) => (
  <div className="appeal-columns">
    <EventsForm letter={letter} />
    <ChecklistView letter={letter} checklist={papers.checklist} />
  </div>
)

/** The answers, with draft, checklist, and packet next to them. */
const Drafting = ({ letter, papers }: Shown) => (
  <div className="appeal-columns">
    <div className="stack">
      <header className="row appeal-head">
        <h2>{t('appeal.answers')}</h2>
        <SaveState id={letter.id} />
      </header>
      <EventsForm letter={letter} />
      <AnswersForm letter={letter} form={papers.form} />
    </div>
    <Papers letter={letter} papers={papers} />
  </div>
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

const tabs = ['draft', 'checklist', 'files', 'packet', 'after'] as const

function Papers({ letter, papers }: Shown) {
  const { draft, checklist } = papers
  const panels: Record<(typeof tabs)[number], ReactNode> = {
    draft: <DraftView draft={draft} />,
    checklist: <ChecklistView letter={letter} checklist={checklist} />,
    files: <FilesPanel letter={letter} />,
    packet: <PacketPanel letter={letter} blanks={stillBlank(papers).filter(({ stops }) => stops)} />,
    after: <AfterPanel letter={letter} papers={papers} />,
  }
  return (
    <Tabs className="papers stack-s">
      <TabList className="row tab-list" aria-label={t('appeal.papers')}>
        {tabs.map((tab) => (
          <Tab key={tab} id={tab} className="button small">
            {t(`appeal.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab} id={tab}>
          {panels[tab]}
        </TabPanel>
      ))}
    </Tabs>
  )
}

/** The letter with what is being typed on top of it, saved or not: what the draft beside the form shows. */
function useTypedLetter(letter: Letter): Letter {
  const { answers, events } = useLibrary()
  const typedAnswers = useSyncExternalStore(answers.subscribe, () => answers.typed(letter.id))
  const typedEvents = useSyncExternalStore(events.subscribe, () => events.typed(letter.id))
  return useMemo(
    () => ({ ...letter, answers: typedAnswers ?? letter.answers, events: typedEvents ?? letter.events }),
    [letter, typedAnswers, typedEvents],
  )
}
