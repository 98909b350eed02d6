import { Label, RadioGroup } from 'react-aria-components'
import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { More } from '../../ui/more.tsx'
import { AnswerBox } from './answer-box.tsx'
import { Choice } from './choice.tsx'
import { JointQuestion } from './joint-question.tsx'
import type { QuestionProps } from './question-props.ts'
import { useChange } from './use-change.ts'

const whoBoxes = ['name', 'street', 'city', 'state', 'zip'] as const

/** Name and address as the letter prints them; the boxes are open where it does not, or where they were typed. */
export function Who({ letter, question }: QuestionProps) {
  const change = useChange(letter)
  const typed = whoBoxes.some((name) => letter.answers[name] !== '')
  const boxes = (
    <div className="stack-s">
      {(['name', 'street'] as const).map((name) => (
        <AnswerBox key={name} letter={letter} name={name} onChange={change} />
      ))}
      <div className="answers-city">
        {(['city', 'state', 'zip'] as const).map((name) => (
          <AnswerBox key={name} letter={letter} name={name} onChange={change} />
        ))}
      </div>
    </div>
  )
  if (question.state === 'missing') return boxes
  return (
    <>
      <FromLetter letter={letter} />
      <More label={t('interview.change')} open={typed}>
        {boxes}
      </More>
    </>
  )
}

/** What the form will say, with what the letter says it on. */
function FromLetter({ letter }: { letter: Letter }) {
  const { name, jointName, street, city, state, zip } = answersFromFacts(letter.answers, factsOf(letter))
  const said = [
    name,
    jointName,
    street,
    [city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', '),
  ]
  const lines = said.filter(Boolean)
  if (lines.length === 0) return null
  const page = (letter.reading?.evidence.taxpayerName ?? letter.reading?.evidence.taxpayerAddress)?.page
  const isTyped = whoBoxes.some((box) => letter.answers[box] !== '')
  return (
    <div className="callout">
      <p className="interview-said">{lines.join('\n')}</p>
      <p className="small soft">
        {isTyped ? t('draft.from.you') : page ? t('interview.fromPage', { page }) : t('draft.from.letter')}
      </p>
    </div>
  )
}

export const Joint = ({ letter }: QuestionProps) => (
  <JointQuestion letter={letter} onChange={useChange(letter)} />
)

/** The other spouse: signs too, and has a number and an address of their own. */
export function Second({ letter, papers }: QuestionProps) {
  const change = useChange(letter)
  const names =
    papers.draft.form === '12153'
      ? (['jointName', 'jointTin', 'jointAddress'] as const)
      : (['jointName'] as const)
  return (
    <>
      {names.map((name) => (
        <AnswerBox key={name} letter={letter} name={name} onChange={change} />
      ))}
      <p className="small soft">{t('interview.secondSigns')}</p>
    </>
  )
}

export function Reach({ letter, papers }: QuestionProps) {
  const change = useChange(letter)
  const names =
    papers.draft.form === '12153'
      ? (['homePhone', 'businessPhone', 'bestTime'] as const)
      : (['homePhone', 'businessPhone'] as const)
  return names.map((name) => <AnswerBox key={name} letter={letter} name={name} onChange={change} />)
}

export const TaxpayerNumber = ({ letter }: QuestionProps) => (
  <AnswerBox letter={letter} name="tin" onChange={useChange(letter)} />
)

export function Signer({ letter, papers }: QuestionProps) {
  const change = useChange(letter)
  const { signer, joint } = letter.answers
  const byTwo = joint === 'bothSign'
  return (
    <>
      <RadioGroup
        className="field"
        value={signer}
        onChange={(value) => change({ signer: value === 'representative' ? 'representative' : 'taxpayer' })}
      >
        <Label className="visually-hidden">{t('answers.signer')}</Label>
        <Choice value="taxpayer">{t(byTwo ? 'interview.weSign' : 'answers.signers.taxpayer')}</Choice>
        <Choice value="representative">{t('answers.signers.representative')}</Choice>
      </RadioGroup>
      {(signer === 'representative' || papers.draft.form === '9423') && (
        <AnswerBox letter={letter} name="representativeName" onChange={change} />
      )}
      {letter.answers.representativeName.trim() !== '' && (
        <AnswerBox letter={letter} name="representativePhone" onChange={change} />
      )}
      {(signer === 'representative' || letter.answers.representativeName.trim() !== '') && (
        <p className="callout small">{t(byTwo ? 'interview.form2848Two' : 'interview.form2848')}</p>
      )}
    </>
  )
}
