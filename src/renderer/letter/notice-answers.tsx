import { noticePage } from '../../shared/law/notice-page.ts'
import type { Deadline } from '../../shared/model/deadline.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { useLibrary } from '../state/library-context.tsx'
import { More } from '../ui/more.tsx'
import { t } from '../ui/words.ts'

/** Step by step, what happens if nothing is done, and what is left once a day is over. */
export function NoticeSteps({ letter, deadlines }: { letter: Letter; deadlines: Deadline[] }) {
  const { law } = useLibrary()
  const code = factsOf(letter).noticeCode
  if (!code) return null
  const page = noticePage(law, code)
  const isLate = deadlines.some(({ state, actor }) => state === 'late' && actor === 'taxpayer')
  return (
    <section className="card stack-s">
      <h2>{t('meaning.steps')}</h2>
      <ol>
        {page.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {isLate && page.ifLate && (
        <p className="callout check">
          <strong>{t('meaning.ifLate')}</strong> {page.ifLate}
        </p>
      )}
      {page.ifNothing && (
        <p>
          <strong>{t('meaning.ifNothing')}</strong> {page.ifNothing}
        </p>
      )}
      <More label={t('meaning.helpAndForms')}>
        <div className="stack-s small">
          {!isLate && page.ifLate && (
            <p>
              {t('meaning.ifLate')} {page.ifLate}
            </p>
          )}
          {page.answers.moreInformation.length > 0 && (
            <p>{t('meaning.forms', { forms: page.answers.moreInformation.join(', ') })}</p>
          )}
          <ul>
            {page.answers.help.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{t('meaning.printed', { where: page.whereNumberIsPrinted })}</p>
        </div>
      </More>
    </section>
  )
}
