import type { Letter } from '../../../shared/model/letter.ts'
import { situationsOfCase } from '../../../shared/model/special.ts'
import { t } from '../../i18n/words.ts'
import { Fold, More } from '../../ui/more.tsx'
import { SpecialForm } from './special-form.tsx'
import './special-card.css'

/** The same on the page of a letter, folded unless it decides something now. */
export function SpecialFold({ letter, open }: { letter: Letter; open: boolean }) {
  return (
    <Fold label={t('special.title')} id="special" open={open}>
      <p>{t('special.intro')}</p>
      <SpecialForm key={JSON.stringify(letter.special)} letter={letter} withLetter />
    </Fold>
  )
}

/** What may move a last day or excuse being late, what is true of the person and so counts for all letters of a case; `open` where it decides something now. */
export function SpecialCard({ letter, open }: { letter: Letter; open: boolean }) {
  const left = situationsOfCase.filter((each) => letter.special?.[each] === undefined).length
  return (
    <section className="card stack-s special" aria-labelledby="special">
      <h2 id="special" tabIndex={-1}>
        {t('special.title')}
      </h2>
      <p>{t('special.intro')}</p>
      <p className="hint">{t('special.onLetters')}</p>
      <More label={left === 0 ? t('special.done') : t('special.left', { count: left })} open={open}>
        <SpecialForm key={JSON.stringify(letter.special)} letter={letter} withLetter={false} />
      </More>
    </section>
  )
}
