import { Label, RadioGroup, Text } from 'react-aria-components'
import { twoNamesOf } from '../../../shared/appeals/answers-from-facts.ts'
import { JointDebt } from '../../../shared/model/appeal.ts'
import { factsOf } from '../../../shared/model/letter.ts'
import { t } from '../../i18n/words.ts'
import type { PartProps } from './answer-box.tsx'
import { Choice } from './choice.tsx'

/**
 * Asked where two people are named: nothing may be sent before it is known who owes and who signs. A form that a person
 * came from by its box asks it of one name, too.
 */
export function JointQuestion({ letter, onChange }: PartProps) {
  const two = twoNamesOf(letter.answers, factsOf(letter))
  return (
    <RadioGroup
      className="field"
      value={letter.answers.joint ?? (letter.answers.jointName.trim() ? 'bothSign' : '')}
      onChange={(value) => onChange({ joint: JointDebt.safeParse(value).data ?? null })}
    >
      <Label className="visually-hidden">{t('interview.titles.joint')}</Label>
      {two && (
        <Text slot="description" className="hint">
          {t('answers.jointHint', { first: two[0], second: two[1] })}
        </Text>
      )}
      {(['bothSign', 'oneSigns', 'alone'] as const).map((each) => (
        <Choice key={each} value={each}>
          {t(`answers.joints.${each}`)}
        </Choice>
      ))}
    </RadioGroup>
  )
}
