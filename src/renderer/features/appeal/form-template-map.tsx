import { useState } from 'react'
import { Button } from 'react-aria-components'
import { fitsType } from '../../../shared/appeals/propose-mapping.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { t, type WordKey } from '../../i18n/words.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'
import { notSavedByBrowser } from '../../ui/not-saved-by-browser.ts'
import { saveBytes } from '../../ui/save-bytes.ts'

type FormTemplate = Output<'form-templates:list'>[number]
type Props = { id: string; form: string; toMap: NonNullable<FormTemplate['toMap']>; onDone: () => void }

/** Maps the fields of an official form to our facts: suggested by field name, confirmed by the person. */
export function FormTemplateMap({ id, form, toMap, onDone }: Props) {
  const library = useLibrary()
  const [from, setFrom] = useState(toMap.proposal)
  const change = (name: string, value: string) => {
    const { [name]: _, ...others } = from
    const fact = toMap.facts.find((each) => each === value)
    setFrom(fact ? { ...others, [name]: fact } : others)
  }
  async function confirm(): Promise<void> {
    if (!(await attempt(library, library.api['form-template:map']({ id, from })))) return
    library.messages.say({ kind: 'done', text: t('files.mapped') })
    onDone()
  }
  async function saveNumbered(): Promise<void> {
    const made = await attempt(library, library.api['form-template:numbered']({ id }))
    if (made) saveBytes(made.value.bytes, 'application/pdf', t('files.numberedName', { form }))
  }
  return (
    <div className="stack-s">
      <h4>{t('files.mapTitle')}</h4>
      <p className="soft small">{t('files.mapHint')}</p>
      <Button className="button small" onPress={() => void saveNumbered()}>
        {t('files.numbered')}
      </Button>
      {toMap.fields.map(({ name, page, label, type }, index) => {
        if (type !== 'text' && type !== 'check') return null
        const own = name.split('.').at(-1) ?? name
        return (
          <label key={name} className="field">
            <span className="label">{t('files.mapField', { number: index + 1, name: own, page })}</span>
            {label && <span className="hint">{label}</span>}
            <select
              {...notSavedByBrowser}
              className="input"
              value={from[name] ?? ''}
              onChange={(event) => change(name, event.target.value)}
            >
              <option value="">{t('files.leave')}</option>
              {toMap.facts
                .filter((fact) => fitsType(fact, type))
                .map((fact) => (
                  <option key={fact} value={fact}>
                    {t(`officialFacts.${fact.replace('.', '-')}` as WordKey)}
                  </option>
                ))}
            </select>
          </label>
        )
      })}
      <Button className="button primary" onPress={() => void confirm()}>
        {t('files.mapConfirm')}
      </Button>
    </div>
  )
}
