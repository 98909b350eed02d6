import { useEffect, useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { checklist } from '../../shared/appeals/checklist.ts'
import { chooseAppeal } from '../../shared/appeals/choose-appeal.ts'
import { draft9423 } from '../../shared/appeals/draft-9423.ts'
import { computeDeadlines } from '../../shared/deadlines/compute-deadlines.ts'
import type { Letter } from '../../shared/model/letter.ts'
import { letterTitle } from '../letters/letter-summary.ts'
import { useLetter, useLibrary } from '../state/library-context.tsx'
import { PageTitle } from '../ui/page-title.tsx'
import { t } from '../ui/words.ts'
import { AnswersForm } from './answers-form.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { ChoiceCard } from './choice-card.tsx'
import { DraftView } from './draft-view.tsx'
import { EventsForm } from './events-form.tsx'
import { PacketPanel } from './packet-panel.tsx'
import { SaveState } from './save-state.tsx'
import { useTypedLetter } from './use-typed-letter.ts'

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

/** Which road and why; then the answers, with the draft, the checklist and the packet beside them. */
function AppealOf({ letter: stored }: { letter: Letter }) {
  const { law, answers, events } = useLibrary()
  const letter = useTypedLetter(stored)
  const papers = usePapers(letter)
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
          {t('appeal.about')} <a href={`#/letter/${letter.id}`}>{letterTitle(law, letter)}</a>
        </p>
      </header>
      {!letter.confirmed && (
        <p className="callout check">
          {t('appeal.unconfirmed')} <a href={`#/letter/${letter.id}`}>{t('appeal.confirmFirst')}</a>
        </p>
      )}
      <ChoiceCard choice={papers.choice} deadlines={papers.deadlines} />
      <div className="appeal-columns">
        <div className="stack">
          <header className="row appeal-head">
            <h2>{t('appeal.answers')}</h2>
            <SaveState id={letter.id} />
          </header>
          <EventsForm letter={letter} />
          <AnswersForm letter={letter} />
        </div>
        <Papers letter={letter} {...papers} />
      </div>
    </div>
  )
}

function usePapers(letter: Letter) {
  const { law, form9423, today } = useLibrary()
  return useMemo(() => {
    const deadlines = computeDeadlines(law, letter, today)
    const choice = chooseAppeal(law, letter, today)
    const draft = draft9423({ form: form9423, law, letter, deadlines, today })
    return { deadlines, choice, draft, steps: checklist({ law, letter, deadlines, choice, draft }) }
  }, [law, form9423, letter, today])
}

type PapersProps = { letter: Letter } & ReturnType<typeof usePapers>

function Papers({ letter, draft, steps }: PapersProps) {
  const stops = draft.gaps.filter((gap) => gap.stops).length
  return (
    <Tabs className="papers stack-s">
      <TabList className="row tab-list" aria-label={t('appeal.papers')}>
        <Tab id="draft" className="button small">
          {t('appeal.draft')}
        </Tab>
        <Tab id="checklist" className="button small">
          {t('appeal.checklist')}
        </Tab>
        <Tab id="packet" className="button small">
          {t('appeal.packet')}
        </Tab>
      </TabList>
      <TabPanel id="draft">
        <DraftView draft={draft} />
      </TabPanel>
      <TabPanel id="checklist">
        <ChecklistView steps={steps} />
      </TabPanel>
      <TabPanel id="packet">
        <PacketPanel letter={letter} stops={stops} />
      </TabPanel>
    </Tabs>
  )
}
