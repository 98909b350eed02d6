import { Button } from 'react-aria-components'
import { actionsOf } from '../../../shared/appeals/draft-9423.ts'
import { offered, type Reason } from '../../../shared/appeals/reasons.ts'
import { english } from '../../../shared/i18n/english.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { LawText, LawTexts, lawWords, Sentence } from '../../i18n/law-text.tsx'
import { t } from '../../i18n/words.ts'
import { useForms, useLaw } from '../../state/library-context.tsx'
import { TextBox } from '../../ui/text-box.tsx'
import { Tick } from '../../ui/tick.tsx'
import type { QuestionProps } from './question-props.ts'
import { useChange } from './use-change.ts'

/** The reasons that count for what is appealed. Each one that is chosen has a page of its own. */
export function ReasonsList({ letter, papers }: QuestionProps) {
  const change = useChange(letter)
  const { reasons } = offered(useForms().reasons, actionsOf(useLaw(), letter), papers.draft.form)
  const chosen = letter.answers.reasons
  return (
    <fieldset className="field plain">
      <legend className="visually-hidden">{t('answers.reasons')}</legend>
      {reasons.length === 0 && <p>{t('answers.noReasons')}</p>}
      {reasons.map(({ id, label }) => {
        const others = chosen.filter((each) => each.id !== id)
        return (
          <Tick
            key={id}
            selected={chosen.some((each) => each.id === id)}
            onChange={(on) => change({ reasons: on ? [...others, { id, detail: '' }] : others })}
          >
            <LawText>{label}</LawText>
          </Tick>
        )
      })}
    </fieldset>
  )
}

/** One reason: the person's facts, and the proof that it needs. */
export function ReasonPage({ letter, question }: QuestionProps) {
  const change = useChange(letter)
  const reason = useForms().reasons.reasons.find(({ id }) => id === question.item)
  const picked = letter.answers.reasons.find(({ id }) => id === question.item)
  if (!reason || !picked) return null
  return (
    <>
      <TextBox
        label={t('interview.yourFacts')}
        accessibleName={t('answers.reasonFacts', { label: lawWords(reason.label) })}
        hint={lawWords(reason.ask)}
        multiline
        value={picked.detail}
        maxLength={20_000}
        onChange={(detail) =>
          change({
            reasons: letter.answers.reasons.map((each) =>
              each.id === reason.id ? { ...each, detail } : each,
            ),
          })
        }
      />
      <AddProof letter={letter} proof={reason.proof} citation={reason.citation} />
    </>
  )
}

/** The proof that a reason or an offer needs, with one button to put it on the list of copies. */
export function AddProof({
  letter,
  proof,
  citation,
}: { letter: Letter } & Pick<Reason, 'proof' | 'citation'>) {
  const change = useChange(letter)
  const { attachments } = letter.answers
  // What goes on the paper is English.
  const missing = proof.map(english).filter((each) => !attachments.includes(each))
  if (proof.length === 0) return null
  return (
    <div className="stack-s">
      <p className="small soft">
        <Sentence
          of="answers.proof"
          put={{ proof: <LawTexts texts={proof} />, citation: <LawText>{citation}</LawText> }}
        />
      </p>
      {missing.length > 0 && (
        <p>
          <Button
            className="button small"
            onPress={() => change({ attachments: [...attachments.filter(Boolean), ...missing] })}
          >
            {t('answers.addProof')}
          </Button>
        </p>
      )}
    </div>
  )
}
