import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { factsToCheck } from '../../../../shared/letters/facts-to-check.ts'
import type { Day } from '../../../../shared/model/day.ts'
import { type FactName, noFacts } from '../../../../shared/model/facts.ts'
import type { Reading } from '../../../../shared/model/letter.ts'
import { changeFact, factsFromDraft, textFromFact } from '../../../common/letter/facts-draft.ts'
import { t } from '../../../i18n/words.ts'
import type { FactsDraft } from '../../../state/drafts.ts'
import { FactControl } from '../fact-field.tsx'

type Props = {
  name: FactName
  draft: FactsDraft
  reading: Reading
  today: Day
  onChange: (draft: FactsDraft) => void
  onAccept: () => void
  onCancel: () => void
}

/** After a no: the box for the value, what else the page seems to say, and what keeps it from being used. */
export function FactCorrection({ name, draft, reading, today, onChange, onAccept, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const result = factsFromDraft(draft)
  const error = 'errors' in result ? result.errors[name] : undefined
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!error) onAccept()
  }
  return (
    <form ref={form} className="stack-s" onSubmit={submit} noValidate>
      <FactControl name={name} draft={draft} error={tried ? error : undefined} onChange={onChange} />
      <Candidates {...{ name, draft, reading, today, onChange }} />
      <div className="row">
        <Button type="submit" className="button primary">
          {t(draft.text[name] ? 'check.use' : 'check.useNone')}
        </Button>
        <Button className="button quiet" onPress={onCancel}>
          {t('check.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** The values that the page may mean, to choose instead of typing. */
function Candidates({
  name,
  draft,
  reading,
  today,
  onChange,
}: Pick<Props, 'name' | 'draft' | 'reading' | 'today' | 'onChange'>) {
  const other = factsToCheck(reading, today).find((fact) => fact.name === name)?.other ?? null
  const values = [
    textFromFact(reading.facts, name),
    other === null ? '' : textFromFact({ ...noFacts, [name]: other }, name),
  ].filter((text) => text !== '' && text !== draft.text[name])
  if (values.length === 0) return null
  return (
    <div className="row">
      <span className="small soft">{t('check.candidates')}</span>
      {values.map((text) => (
        <Button key={text} className="button small" onPress={() => onChange(changeFact(draft, name, text))}>
          {text}
        </Button>
      ))}
    </div>
  )
}
