import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { roadQuestions } from '../../../shared/telling/questions.ts'
import { useTelling } from '../../common/letter/use-telling.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import './three-questions.css'

const look = { yes: 'good', no: '', unknown: 'check' } as const

/** The three questions that decide which appeal fits, each with its answer and what answered it. */
export function ThreeQuestions({ letter }: { letter: Letter }) {
  const questions = roadQuestions(useTelling(letter))
  return (
    <div>
      <More label={t('questions.title')}>
        <ol className="questions stack-s">
          {questions.map(({ id, ask, answer, because }) => (
            <li key={id}>
              <strong>
                <LawText>{ask}</LawText>
              </strong>{' '}
              <span className={`tag ${look[answer]}`}>{t(`questions.${answer}`)}</span>
              <ul className="small soft">
                {because.map((reason) => (
                  <li key={english(reason)}>
                    <LawText>{reason}</LawText>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </More>
    </div>
  )
}
