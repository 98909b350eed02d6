import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import { computeDeadlines } from '../../../shared/deadlines/compute-deadlines.ts'
import { contentAge } from '../../../shared/law/content-age.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { longDay } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { AmountLine } from './amount-line.tsx'
import { DecisionQuestion } from './decision-question.tsx'
import './letter-answer.css'

/** The answer first: how many days are left, the one next step with its button, and who helps for free. */
export function LetterAnswer({ letter, onSpecial }: { letter: Letter; onSpecial: () => void }) {
  const law = useLaw()
  const today = useToday()
  const telling = useTelling(letter)
  const { state, unchecked } = telling
  const isForm = state !== 'unknownNumber' && chooseAppeal(law, letter, today).route !== 'other'
  const isAskedFirst = computeDeadlines(law, letter, today).some(({ notFinal }) => notFinal === 'ask')
  const age = contentAge(law, today)
  return (
    <section className="callout next letter-answer" aria-labelledby="next-step">
      <h2 id="next-step" className="visually-hidden" tabIndex={-1}>
        {t('next.title')}
      </h2>
      <StepAndDays telling={telling}>
        <AmountLine letter={letter} />
      </StepAndDays>
      <DecisionQuestion letter={letter} />
      {letter.confirmed && isForm && (
        <a className="button primary" href={`#/letter/${letter.id}/appeal`}>
          {t('next.toAppeal')}
        </a>
      )}
      {isAskedFirst && (
        <p>
          {t('answer.askFirst')}{' '}
          <Button className="button small" onPress={onSpecial}>
            {t('special.title')}
          </Button>
        </p>
      )}
      {age.isOld && <p className="small">{t('meaning.old', { day: longDay(age.checked) })}</p>}
      <p className="small">
        {unchecked && `${t('meaning.unconfirmed')} `}
        {t('next.help')}
      </p>
    </section>
  )
}

/** What to do and by when in large type; what has passed above it. Where the step does not say when, the days come first. `children`: after them. */
function StepAndDays({ telling, children }: { telling: Telling; children: ReactNode }) {
  const { when, aroundStep, nextStep } = telling
  if (!aroundStep)
    return (
      <>
        {when && (
          <p className="answer-when">
            <ToldText said={when} />
          </p>
        )}
        <p>
          <ToldText said={nextStep} /> {children}
        </p>
      </>
    )
  return (
    <>
      {aroundStep.late && (
        <p>
          <strong>
            <ToldText said={aroundStep.late} />
          </strong>
        </p>
      )}
      <p className="answer-when">
        <ToldText said={nextStep} />
      </p>
      <p>
        <ToldText said={aroundStep.lastDay} /> {children}
      </p>
    </>
  )
}
