import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { AddLettersButton } from './add-letters-button.tsx'
import { useAddLetters } from './use-add-letters.ts'
import './empty-letters.css'

/** The first thing that a new person sees: what this does, and a way to try it without a letter of one's own. */
export function EmptyLetters() {
  const { addSample } = useAddLetters()
  return (
    <div className="empty-letters">
      <div className="stack">
        <PageTitle title={t('empty.title')} />
        <p className="lead">{t('empty.lead')}</p>
        <div className="row">
          <AddLettersButton primary label={t('empty.choose')} />
          <Button className="button" onPress={addSample}>
            {t('empty.sample')}
          </Button>
        </div>
        <p className="soft small">{t('empty.kinds')}</p>
      </div>
      <ol className="empty-steps">
        {(['drop', 'check', 'act'] as const).map((step) => (
          <li key={step} className="card">
            <h2>{t(`empty.steps.${step}.title`)}</h2>
            <p>{t(`empty.steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
      <p className="soft">{t('empty.private')}</p>
    </div>
  )
}
