import { Button } from 'react-aria-components'
import { t } from '../../i18n/words.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { More } from '../../ui/more.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { saveBytes } from '../../ui/save-bytes.ts'
import './log-section.css'

/** What the app did, for the person and for whoever helps them: to look at first, then to save. */
export function LogSection() {
  const answer = useAnswer('app:log')
  if (!answer) return null
  return (
    <section className="card stack" aria-labelledby="log-title">
      <h2 id="log-title">{t('about.log.title')}</h2>
      <p>{t('about.log.lead')}</p>
      <More label={t('about.log.show')}>
        <textarea
          {...notSavedByBrowser}
          readOnly
          rows={12}
          className="log-text"
          aria-labelledby="log-title"
          lang="en"
          value={answer.text}
        />
      </More>
      <div className="row">
        <Button
          className="button"
          onPress={() => saveBytes(answer.text, 'text/plain', t('about.log.fileName'))}
        >
          {t('about.log.save')}
        </Button>
      </div>
    </section>
  )
}
