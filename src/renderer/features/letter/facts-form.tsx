import { type FormEvent, useRef } from 'react'
import { Button } from 'react-aria-components'
import { findNotice, type Law } from '../../../shared/law/law.ts'
import { type FactName, factGroups, factsInGroup } from '../../../shared/model/facts.ts'
import type { Letter } from '../../../shared/model/letter.ts'
import { list } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { mustCheck } from '../../state/drafts.ts'
import { useLaw, useToday } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { FactField } from './fact-field.tsx'
import { useFactsDraft } from './use-facts-draft.ts'
import './facts-form.css'

/** The group of what is seldom wrong and decides no deadline is closed at first. */
const openGroups = factGroups.filter((group) => group !== 'more')
const more = factsInGroup('more')

type Props = { letter: Letter; onFocusFact: (name: FactName) => void; onDone: () => void }

/**
 * The facts of a letter, to be checked against the scan. Number and date each want their own tick, so that nobody
 * confirms them by pressing Enter. What is half done is kept when the person leaves.
 */
export function FactsForm({ letter, onFocusFact, onDone }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { draft, change, errors, missing, confirm } = useFactsDraft(letter, mustCheck, onDone)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const blocked = await confirm(draft)
    if (blocked)
      focusIn(
        form.current,
        `[data-fact=${blocked.name}] ${blocked.kind === 'wrong' ? '.input' : '.check input'}`,
      )
  }
  const law = useLaw()
  const today = useToday()
  const field = (name: FactName) => (
    <FactField
      key={name}
      {...{ name, draft, today }}
      reading={letter.reading}
      error={errors[name]}
      onChange={change}
      onFocus={onFocusFact}
    />
  )
  const ends = draft.text.terminationDate !== '' || runsFromTermination(law, draft.text.noticeCode)
  return (
    <form ref={form} className="stack facts" onSubmit={submit} noValidate aria-label={t('facts.title')}>
      {openGroups.map((group) => (
        <fieldset key={group} className="card fact-group">
          <legend>{t(`facts.groups.${group}`)}</legend>
          {factsInGroup(group)
            .filter((name) => name !== 'terminationDate' || ends)
            .map(field)}
        </fieldset>
      ))}
      <div className="card">
        <More label={t('facts.groups.more')} open={more.some((name) => errors[name] !== undefined)}>
          <div className="fact-group">{more.map(field)}</div>
        </More>
      </div>
      <div className="facts-confirm">
        <Button type="submit" className="button primary">
          {t('facts.confirm')}
        </Button>
        <p role="status">
          {missing.length === 0
            ? t('facts.ready')
            : t('facts.stillToCheck', { what: list(missing.map((name) => t(`facts.names.${name}`))) })}
        </p>
      </div>
    </form>
  )
}

const runsFromTermination = (law: Law, code: string): boolean =>
  findNotice(law, code)?.rights.some(
    ({ rule }) => law.rules.find(({ id }) => id === rule)?.start === 'terminationDate',
  ) ?? false

/** Waits for the error texts to be drawn, so that a screen reader reads them with the field. */
const focusIn = (form: HTMLFormElement | null, selector: string): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(selector)?.focus())
}
