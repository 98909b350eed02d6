import { stillBlank } from '../../../shared/appeals/still-blank.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { FormTemplates } from './form-templates.tsx'
import { PacketPanel } from './packet-panel.tsx'
import type { QuestionProps } from './question-props.ts'

/** The packet, and the official form where the person has its blank. */
export const PrintPage = ({ letter, papers }: QuestionProps) => (
  <>
    <PacketPanel letter={letter} blanks={stillBlank(papers).filter(({ stops }) => stops)} />
    <More label={t('files.formTemplates')}>
      <FormTemplates letter={letter} />
    </More>
  </>
)
