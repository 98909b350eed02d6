import type { LawText as Text } from '../../../shared/i18n/message.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'

/** Where and how an act is done, to be opened; nothing for acts that need no words. */
export const HowTo = ({ steps }: { steps: readonly Text[] }) =>
  steps.length > 0 && (
    <More label={t('deadline.howTo')}>
      <HowToList steps={steps} />
    </More>
  )

/** The steps alone. */
export const HowToList = ({ steps }: { steps: readonly Text[] }) => (
  <ul className="small">
    {steps.map((step) => (
      <li key={step.id}>
        <LawText>{step}</LawText>
      </li>
    ))}
  </ul>
)
