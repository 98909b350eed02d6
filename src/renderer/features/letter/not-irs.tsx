import type { ReactNode } from 'react'
import type { Letter } from '../../../shared/model/letter.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import './letter-answer.css'
import { PutAway } from './put-away.tsx'
import { ScamSigns } from './reading-notes.tsx'

/** A paper that somebody else seems to have sent: what to do first, why, who seems to have sent it, and what to do if it is from the IRS. */
export function NotIrs({ letter, children }: { letter: Letter; children: ReactNode }) {
  const { nextStep } = useTelling(letter)
  const sender = letter.reading?.otherSender ?? null
  const isFraud = (letter.reading?.scamIndicators ?? []).length > 0
  return (
    <>
      <section className="callout next letter-answer" aria-labelledby="not-irs">
        <h2 id="not-irs">{t('notIrs.first')}</h2>
        <p className="answer-when">
          <ToldText said={nextStep} />
        </p>
        {sender && !isFraud && <p>{t(`notIrs.ask.${sender.kind}`)}</p>}
        {!isFraud && <p>{t('notIrs.tigta')}</p>}
        <p className="small">{t('notIrs.irsPhone')}</p>
      </section>
      <ScamSigns reading={letter.reading} isTold />
      <section className="callout" aria-labelledby="whose">
        <h2 id="whose">{t('notIrs.whose')}</h2>
        <p>{sender ? t(`notIrs.kind.${sender.kind}`, { words: sender.words }) : t('notIrs.kind.unknown')}</p>
      </section>
      <PutAway letter={letter} />
      <More label={t('notIrs.afterAll')}>{children}</More>
    </>
  )
}
