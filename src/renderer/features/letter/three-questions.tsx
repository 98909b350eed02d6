import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import './three-questions.css'

const look = { yes: 'good', no: '', unknown: 'check' } as const

/** The three questions that decide which appeal fits, each with its answer and what answered it. */
export function ThreeQuestions({ letter }: { letter: Letter }) {
  const law = useLaw()
  const today = useToday()
  const { questions } = chooseAppeal(law, letter, today)
  return (
    <div className="card">
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
