import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { BlankField, OfficialFact } from '../../shared/appeals/official-form.ts'
import { facts9423 } from '../../shared/appeals/propose-mapping.ts'
import { attempt, useLibrary } from '../state/library-context.tsx'
import { t, type WordKey } from '../ui/words.ts'

type Props = {
  id: string
  toMap: { fields: BlankField[]; proposal: Record<string, OfficialFact> }
  onDone: () => void
}

/** The blank's fields beside our facts: proposed by their names, confirmed by the person. */
export function BlankMap({ id, toMap, onDone }: Props) {
  const library = useLibrary()
  const [from, setFrom] = useState(toMap.proposal)
  const change = (name: string, value: string) => {
    const { [name]: _, ...others } = from
    const fact = facts9423.find((each) => each === value)
    setFrom(fact ? { ...others, [name]: fact } : others)
  }
  async function confirm(): Promise<void> {
    if (!(await attempt(library, library.api['blank:map']({ id, from })))) return
    library.messages.say({ kind: 'done', text: t('files.mapped') })
    onDone()
  }
  const fillable = toMap.fields.filter(({ type }) => type === 'text' || type === 'check')
  return (
    <div className="stack-s">
      <h4>{t('files.mapTitle')}</h4>
      <p className="soft small">{t('files.mapHint')}</p>
      {fillable.map(({ name, page, label, type }) => (
        <label key={name} className="field">
          <span className="label">{t('files.mapField', { name: name.split('.').at(-1) ?? name, page })}</span>
          {label && <span className="hint">{label}</span>}
          <select
            className="input"
            value={from[name] ?? ''}
            onChange={(event) => change(name, event.target.value)}
          >
            <option value="">{t('files.leave')}</option>
            {facts9423
              .filter((fact) => (type === 'check') === /^(action\.|signer\.is)/.test(fact))
              .map((fact) => (
                <option key={fact} value={fact}>
                  {t(`facts9423.${fact.replace('.', '-')}` as WordKey)}
                </option>
              ))}
          </select>
        </label>
      ))}
      <Button className="button primary" onPress={() => void confirm()}>
        {t('files.mapConfirm')}
      </Button>
    </div>
  )
}
