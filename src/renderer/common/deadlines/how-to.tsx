import { howToPetition } from '../../../shared/law/notice-page.ts'
import { useLaw } from '../../app/state/library-context.tsx'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'

/** Where and how the act is done that meets one of these rules; nothing for acts that need no words. */
export function HowTo({ rules }: { rules: readonly (string | null)[] }) {
  const steps = howToPetition(useLaw(), rules)
  if (steps.length === 0) return null
  return (
    <>
      <p>
        <strong>{t('deadline.howTo')}</strong>
      </p>
      <ul className="small">
        {steps.map((step) => (
          <li key={step.id}>
            <LawText>{step}</LawText>
          </li>
        ))}
      </ul>
    </>
  )
}
