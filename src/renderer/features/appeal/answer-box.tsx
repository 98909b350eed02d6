import { answersFromFacts } from '../../../shared/appeals/answers-from-facts.ts'
import type { AppealAnswers } from '../../../shared/model/appeal.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import { TextBox } from '../../ui/text-box.tsx'

export const longestLine = 300
const longestText = 20_000

type Fields = { [K in keyof AppealAnswers]: AppealAnswers[K] extends string ? K : never }[keyof AppealAnswers]
export type TextName = NonNullable<Exclude<Fields, 'signer'>>
export type Change = (part: Partial<AppealAnswers>) => void
export type PartProps = { letter: Letter; onChange: Change }
type BoxOptions = { multiline?: boolean; longest?: number }

/** One answer as a box to type in, with what the letter says of it. */
export function AnswerBox(props: PartProps & BoxOptions & { name: TextName }) {
  const { letter, name, onChange, multiline = false, longest = longestText } = props
  const fromLetter =
    letter.answers[name] === '' ? answersFromFacts(letter.answers, factsOf(letter))[name] : ''
  return (
    <TextBox
      label={t(`answers.names.${name}`)}
      hint={[hints(name), fromLetter && t('answers.fromLetter', { text: fromLetter })]
        .filter(Boolean)
        .join(' ')}
      value={letter.answers[name]}
      onChange={(value) => onChange({ [name]: value })}
      multiline={multiline}
      maxLength={multiline ? longest : longestLine}
    />
  )
}

const hinted = [
  'tin',
  'representativeName',
  'conferenceWith',
  'sendToAddress',
  'whyWrong',
  'harm',
  'fix',
] as const
const hints = (name: TextName): string => {
  const found = hinted.find((each) => each === name)
  return found ? t(`answers.hints.${found}`) : ''
}
