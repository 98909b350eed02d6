import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import { needsAmount, needsDay, offered } from '../../../shared/appeals/reasons.ts'
import { LawText, lawWords } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms, useLaw } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import type { QuestionProps } from './question-props.ts'
import { AddProof } from './reasons-form.tsx'
import { useChange } from './use-change.ts'

/** What may be asked for: each that is chosen has a page of its own where it needs figures. */
export function Offers({ letter, papers }: QuestionProps) {
  const change = useChange(letter)
  const { remedies } = offered(useForms().reasons, actionsOf(useLaw(), letter), papers.draft.form)
  const chosen = letter.answers.remedies
  return (
    <fieldset className="field plain">
      <legend className="visually-hidden">{t('answers.remedies')}</legend>
      {remedies.length === 0 && <p>{t('answers.noReasons')}</p>}
      {remedies.map(({ id, label }) => {
        const others = chosen.filter((each) => each.id !== id)
        return (
          <Tick
            key={id}
            selected={chosen.some((each) => each.id === id)}
            onChange={(on) => change({ remedies: on ? [...others, { id, amount: '', day: '' }] : others })}
          >
            <LawText>{label}</LawText>
          </Tick>
        )
      })}
    </fieldset>
  )
}

/** How much, and by when. */
export function OfferPage({ letter, question }: QuestionProps) {
  const change = useChange(letter)
  const remedy = useForms().reasons.remedies.find(({ id }) => id === question.item)
  const picked = letter.answers.remedies.find(({ id }) => id === question.item)
  if (!remedy || !picked) return null
  const put = (part: { amount?: string; day?: string }) =>
    change({
      remedies: letter.answers.remedies.map((each) => (each.id === remedy.id ? { ...each, ...part } : each)),
    })
  return (
    <>
      {needsAmount(remedy) && (
        <TextBox
          label={t('interview.amount')}
          accessibleName={t('answers.remedyAmount', { label: lawWords(remedy.label) })}
          hint={t('answers.amountHint')}
          value={picked.amount}
          maxLength={300}
          onChange={(amount) => put({ amount })}
        />
      )}
      {needsDay(remedy) && (
        <TextBox
          label={t('interview.day')}
          accessibleName={t('answers.remedyDay', { label: lawWords(remedy.label) })}
          hint={t('answers.dayHint')}
          value={picked.day}
          maxLength={300}
          onChange={(day) => put({ day })}
        />
      )}
      <AddProof letter={letter} proof={remedy.proof} citation={remedy.citation} />
    </>
  )
}
