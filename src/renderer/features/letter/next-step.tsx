import { chooseAppeal } from '../../../shared/appeals/choose-appeal.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { LawText } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import './next-step.css'

/** The answer first: what the letter is, how many days are left, the one next step, and who helps for free. */
export function NextStep({ letter }: { letter: Letter }) {
  const law = useLaw()
  const today = useToday()
  const { state, title, name, officialTitle, unchecked, when, nextStep } = useTelling(letter)
  const isForm = state !== 'unknownNumber' && chooseAppeal(law, letter, today).route !== 'other'
  return (
    <section className="callout next next-step" aria-labelledby="next-step">
      <h2 id="next-step" tabIndex={-1}>
        <LawText>{title}</LawText>
      </h2>
      {officialTitle && (
        <p className="small soft">
          {name}: <LawText>{officialTitle}</LawText>
        </p>
      )}
      {unchecked && <p className="small">{t('meaning.unconfirmed')}</p>}
      {when && (
        <p className="next-when">
          <ToldText said={when} />
        </p>
      )}
      <h3>{t('next.title')}</h3>
      <p className="next-words">
        <ToldText said={nextStep} />
      </p>
      {letter.confirmed && isForm && (
        <a className="button primary" href={`#/letter/${letter.id}/appeal`}>
          {t('next.toAppeal')}
        </a>
      )}
      <p className="small">{t('next.help')}</p>
    </section>
  )
}
