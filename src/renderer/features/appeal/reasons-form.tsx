import { Button } from 'react-aria-components'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import type { FormDescription } from '../../../shared/appeals/form-description.ts'
import { needsAmount, needsDay, offered, type Reason, type Remedy } from '../../../shared/appeals/reasons.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { AppealAnswers } from '../../../shared/model/appeal.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText, LawTexts, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms, useLaw } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import './reasons-form.css'

type Props = { letter: Letter; form: FormDescription; onChange: (part: Partial<AppealAnswers>) => void }

const useOffered = ({ letter, form }: Props) => {
  const law = useLaw()
  const forms = useForms()
  return offered(forms.reasons, actionsOf(law, letter), form.form)
}

/** The reasons that apply to the chosen actions, each with the details and the proof it needs. */
export function ReasonsForm(props: Props) {
  const { reasons } = useOffered(props)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside of a fieldset reads badly in screen readers
    <div role="group" className="field" aria-labelledby="reasons-label">
      <span className="label" id="reasons-label">
        {t('answers.reasons')}
      </span>
      <span className="hint">{t(reasons.length > 0 ? 'answers.reasonsHint' : 'answers.noReasons')}</span>
      {reasons.map((reason) => (
        <ReasonChoice key={reason.id} {...props} reason={reason} />
      ))}
    </div>
  )
}

function ReasonChoice({ letter, reason, onChange }: Props & { reason: Reason }) {
  const { reasons, attachments } = letter.answers
  const picked = reasons.find(({ id }) => id === reason.id)
  const others = reasons.filter(({ id }) => id !== reason.id)
  // What goes on the paper is English.
  const missing = reason.proof.map(english).filter((proof) => !attachments.includes(proof))
  return (
    <div className="offered">
      <Tick
        selected={picked !== undefined}
        onChange={(on) => onChange({ reasons: on ? [...others, { id: reason.id, detail: '' }] : others })}
      >
        <LawText>{reason.label}</LawText>
      </Tick>
      {picked && (
        <div className="offered-more stack-s">
          <TextBox
            label={t('answers.reasonFacts', { label: lawWords(reason.label) })}
            hint={lawWords(reason.ask)}
            multiline
            value={picked.detail}
            maxLength={20_000}
            onChange={(detail) =>
              onChange({
                reasons: reasons.map((each) => (each.id === reason.id ? { ...each, detail } : each)),
              })
            }
          />
          <p className="small soft">
            <Sentence
              of="answers.proof"
              put={{
                proof: <LawTexts texts={reason.proof} />,
                citation: <LawText>{reason.citation}</LawText>,
              }}
            />
          </p>
          {missing.length > 0 && (
            <Button
              className="button small"
              onPress={() => onChange({ attachments: [...attachments.filter(Boolean), ...missing] })}
            >
              {t('answers.addProof')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

/** The collection alternatives that can be offered, with amount and date where needed. */
export function RemediesForm(props: Props) {
  const { remedies } = useOffered(props)
  if (remedies.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside of a fieldset reads badly in screen readers
    <div role="group" className="field" aria-labelledby="remedies-label">
      <span className="label" id="remedies-label">
        {t('answers.remedies')}
      </span>
      {remedies.map((remedy) => (
        <RemedyChoice key={remedy.id} {...props} remedy={remedy} />
      ))}
    </div>
  )
}

function RemedyChoice({ letter, remedy, onChange }: Props & { remedy: Remedy }) {
  const { remedies } = letter.answers
  const picked = remedies.find(({ id }) => id === remedy.id)
  const others = remedies.filter(({ id }) => id !== remedy.id)
  const change = (part: { amount?: string; day?: string }) =>
    onChange({ remedies: remedies.map((each) => (each.id === remedy.id ? { ...each, ...part } : each)) })
  return (
    <div className="offered">
      <Tick
        selected={picked !== undefined}
        onChange={(on) =>
          onChange({ remedies: on ? [...others, { id: remedy.id, amount: '', day: '' }] : others })
        }
      >
        <LawText>{remedy.label}</LawText>
      </Tick>
      {picked && (needsAmount(remedy) || needsDay(remedy)) && (
        <div className="offered-more answers-offer">
          {needsAmount(remedy) && (
            <TextBox
              label={t('answers.remedyAmount', { label: lawWords(remedy.label) })}
              hint={t('answers.amountHint')}
              value={picked.amount}
              maxLength={300}
              onChange={(amount) => change({ amount })}
            />
          )}
          {needsDay(remedy) && (
            <TextBox
              label={t('answers.remedyDay', { label: lawWords(remedy.label) })}
              hint={t('answers.dayHint')}
              value={picked.day}
              maxLength={300}
              onChange={(day) => change({ day })}
            />
          )}
        </div>
      )}
    </div>
  )
}
