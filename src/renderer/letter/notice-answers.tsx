import { noticePage } from '../../shared/law/notice-page.ts'
import type { Deadline } from '../../shared/model/deadline.ts'
import { factsOf, type Letter } from '../../shared/model/letter.ts'
import { useLibrary } from '../state/library-context.tsx'
import { LawText, Sentence } from '../ui/law-text.tsx'
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
          <li key={step}>
            <LawText>{step}</LawText>
          </li>
        ))}
      </ol>
      {isLate && page.ifLate && (
        <p className="callout check">
          <strong>{t('meaning.ifLate')}</strong> <LawText>{page.ifLate}</LawText>
        </p>
      )}
      {page.ifNothing && (
        <p>
          <strong>{t('meaning.ifNothing')}</strong> <LawText>{page.ifNothing}</LawText>
        </p>
      )}
      <More label={t('meaning.helpAndForms')}>
        <div className="stack-s small">
          {!isLate && page.ifLate && (
            <p>
              {t('meaning.ifLate')} <LawText>{page.ifLate}</LawText>
            </p>
          )}
          {page.answers.moreInformation.length > 0 && (
            <p>
              <Sentence
                of="meaning.forms"
                put={{ forms: <LawText>{page.answers.moreInformation.join(', ')}</LawText> }}
              />
            </p>
          )}
          <ul>
            {law.help.map(({ name, what, how }) => (
              <li key={name}>
                <LawText>{name}</LawText>: <LawText>{what}</LawText> <LawText>{how}</LawText>.
              </li>
            ))}
          </ul>
          <p>
            <Sentence of="meaning.printed" put={{ where: <LawText>{page.whereNumberIsPrinted}</LawText> }} />
          </p>
        </div>
      </More>
    </section>
  )
}
