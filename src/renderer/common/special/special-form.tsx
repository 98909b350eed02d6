import { type FormEvent, type ReactNode, useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Letter } from '../../../shared/model/letter.ts'
import {
  datesOfSituation,
  type Situation,
  type SituationAnswer,
  situationsOfCase,
  situationsOfLetter,
} from '../../../shared/model/special.ts'
import { longDay } from '../../i18n/format.ts'
import { t, type WordKey } from '../../i18n/words.ts'
import { attempt, saveTyped, useLibrary } from '../../state/library-context.tsx'
import { parseDay } from '../../ui/parse-day.ts'
import { TextBox } from '../../ui/text-box.tsx'
import { undoChange } from '../undo/use-undo.ts'
import { errorsOf, type SaidErrors, specialFromTyped, type Typed, typedFrom } from './special-draft.ts'

/**
 * One question for each situation, with its days where they count; one button saves all. `withLetter`: also what is true
 * of this letter alone.
 */
export function SpecialForm({ letter, withLetter }: { letter: Letter; withLetter: boolean }) {
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
    const undo = async () => {
      for (const id of saved.value.changed) await undoChange(library, id, false)
    }
    const text = t('special.saved')
    library.messages.say(
      saved.value.changed.length > 0
        ? { kind: 'done', text, undo: () => void undo() }
        : { kind: 'done', text },
    )
  }
  const question = (each: Situation) => (
    <Question
      key={each}
      situation={each}
      typed={typed[each]}
      before={letter.special?.[each] ? undefined : letter.specialBefore?.[each]}
      errors={errors[each] ?? {}}
      onChange={(part) => setTyped({ ...typed, [each]: { ...typed[each], ...part } })}
    />
  )
  return (
    <form className="stack" aria-label={t('special.title')} onSubmit={(event) => void save(event)} noValidate>
      {withLetter && (
        <Group title={t('special.ofLetter')} hint={t('special.ofLetterHint')}>
          {situationsOfLetter.map(question)}
        </Group>
      )}
      <Group title={t('special.ofCase')} hint={t('special.ofCaseHint')}>
        {situationsOfCase.map(question)}
      </Group>
      <div>
        <Button type="submit" className="button primary">
          {t('special.save')}
        </Button>
      </div>
    </form>
  )
}

function Group({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <fieldset className="stack special-group">
      <legend>{title}</legend>
      <p className="hint">{hint}</p>
      {children}
    </fieldset>
  )
}

type QuestionProps = {
  situation: Situation
  typed: Typed
  /** Stored by an earlier version for an unknown letter of this person. */
  before: SituationAnswer | undefined
  errors: { from?: string; to?: string }
  onChange: (part: Partial<Typed>) => void
}

function Question({ situation, typed, before, errors, onChange }: QuestionProps) {
  return (
    <div className="stack-s special-question">
      <RadioGroup
        className="field"
        value={typed.says}
        onChange={(says) => onChange({ says: says as Typed['says'] })}
      >
        <Label>{t(`special.ask.${situation}`)}</Label>
        <span className="hint">{t(`special.hint.${situation}`)}</span>
        {before && typed.says === '' && (
          <span className="hint">{t('special.before', { answer: t(`special.${before.says}`) })}</span>
        )}
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
