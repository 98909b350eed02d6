import type { AppealPapers } from '../../../shared/appeals/appeal-papers.ts'
import { stillBlank } from '../../../shared/appeals/still-blank.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { BlankList } from './blank-list.tsx'
import { ChecklistView } from './checklist-view.tsx'
import { DraftView } from './draft-view.tsx'

type Props = { letter: Letter; papers: AppealPapers }

/** What is still missing in the whole appeal, each with the way to its question. */
export function LookOver({ letter, papers }: Props) {
  const blanks = stillBlank(papers)
  return (
    <>
      {blanks.every(({ stops }) => !stops) && <p className="callout good">{t('draft.complete')}</p>}
      <BlankList letter={letter} blanks={blanks} />
    </>
  )
}

/** Everything as it will be printed, and the checklist that goes with it. */
export const WholeDraft = ({ letter, papers }: Props) => (
  <>
    <More label={t('appeal.checklist')}>
      <ChecklistView letter={letter} checklist={papers.checklist} />
    </More>
    <DraftView letter={letter} draft={papers.draft} current={null} />
  </>
)
