import { type FormEvent, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import {
  datesOfSituation,
  type Situation,
  type SituationAnswer,
  situations,
} from '../../../shared/model/special.ts'
import { longDay } from '../../i18n/format.ts'
import { t, type WordKey } from '../../i18n/words.ts'
import { attempt, saveTyped, useLibrary } from '../../state/library-context.tsx'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { undoChange } from '../undo/use-undo.ts'
import { errorsOf, type SaidErrors, specialFromTyped, type Typed, typedFrom } from './special-draft.ts'

/** One question for each situation, with its days where they count; one button saves all. */
export function SpecialForm({ letter }: { letter: Letter }) {
  const library = useLibrary()
  const [typed, setTyped] = useState(() => typedFrom(letter.special))
  const [errors, setErrors] = useState<SaidErrors>({})
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const wrong = errorsOf(typed)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    await saveTyped(library)
    const special = specialFromTyped(typed)
    const saved = await attempt(library, library.api['letter:special']({ id: letter.id, special }))
    if (!saved) return
    await library.refresh().catch(() => undefined)
    const undo = () => void undoChange(library, saved.value.home, false)
    library.messages.say({ kind: 'done', text: t('special.saved'), undo })
  }
  return (
    <form className="stack" aria-label={t('special.title')} onSubmit={(event) => void save(event)} noValidate>
      {situations.map((each) => (
        <Question
          key={each}
          situation={each}
          typed={typed[each]}
          errors={errors[each] ?? {}}
          onChange={(part) => setTyped({ ...typed, [each]: { ...typed[each], ...part } })}
        />
      ))}
      <div>
        <Button type="submit" className="button primary">
          {t('special.save')}
        </Button>
      </div>
    </form>
  )
}

type QuestionProps = {
  situation: Situation
  typed: Typed
  errors: { from?: string; to?: string }
  onChange: (part: Partial<Typed>) => void
}

function Question({ situation, typed, errors, onChange }: QuestionProps) {
  return (
    <div className="stack-s special-question">
      <RadioGroup
        className="field"
        value={typed.says}
        onChange={(says) => onChange({ says: says as Typed['says'] })}
      >
        <Label>{t(`special.ask.${situation}`)}</Label>
        <span className="hint">{t(`special.hint.${situation}`)}</span>
        <div className="row">
          {(['yes', 'no'] as const satisfies SituationAnswer['says'][]).map((says) => (
            <Radio key={says} value={says} className="check">
              <span className="mark round" aria-hidden="true" />
              <span>{t(`special.${says}`)}</span>
            </Radio>
          ))}
        </div>
      </RadioGroup>
      {typed.says === 'yes' && (
        <div className="special-days">
          {datesOfSituation[situation].map((end) => (
            <TextBox
              key={end}
              label={t(`special.${end}.${situation}` as WordKey)}
              hint={dayHint(typed[end])}
              error={errors[end]}
              value={typed[end]}
              onChange={(day) => onChange({ [end]: day })}
            />
          ))}
          <TextBox
            label={t('special.note')}
            value={typed.note}
            maxLength={300}
            onChange={(note) => onChange({ note })}
          />
        </div>
      )}
    </div>
  )
}

const dayHint = (text: string): string => {
  const day = parseDay(text)
  return day ? longDay(day) : t('special.dayHint')
}
