import type { ReactNode } from 'react'
import type { Letter } from '../../../shared/model/letter.ts'
import { ToldText } from '../../common/letter/told-text.tsx'
import { useTelling } from '../../common/letter/use-telling.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { PutAway } from './put-away.tsx'

/** A paper that somebody else seems to have sent: whose it seems to be, why, whom to ask, and what to do if it is from the IRS. */
export function NotIrs({ letter, children }: { letter: Letter; children: ReactNode }) {
  const { nextStep } = useTelling(letter)
  const sender = letter.reading?.otherSender ?? null
  const isFraud = (letter.reading?.scamIndicators ?? []).length > 0
  return (
    <>
      <section className="callout check" aria-labelledby="not-irs">
        <h2 id="not-irs">{t('notIrs.whose')}</h2>
        <p>{sender ? t(`notIrs.kind.${sender.kind}`, { words: sender.words }) : t('notIrs.kind.unknown')}</p>
        <h2>{t('next.title')}</h2>
        <p>
          <ToldText said={nextStep} />
        </p>
        {sender && !isFraud && <p>{t(`notIrs.ask.${sender.kind}`)}</p>}
        <p>{t('notIrs.tigta')}</p>
        <p className="small">{t('notIrs.irsPhone')}</p>
      </section>
      <PutAway letter={letter} />
      <More label={t('notIrs.afterAll')}>{children}</More>
    </>
  )
}
