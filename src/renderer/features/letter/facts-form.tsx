import { type FormEvent, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { findNotice, type Law } from '../../../shared/law/law.ts'
import { type FactName, factGroups, factsInGroup } from '../../../shared/model/facts.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { draftFromFacts, type FactErrors, factsFromDraft } from '../../common/letter/facts-draft.ts'
import { list } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { type FactsDraft, mustCheck } from '../../state/drafts.ts'
import { attempt, useLaw, useLibrary, useToday } from '../../state/library-context.tsx'
import { More } from '../../ui/more.tsx'
import { FactField } from './fact-field.tsx'
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
  const { draft, change, errors, missing, submit } = useFactsDraft(letter, form, onDone)
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

function useFactsDraft(letter: Letter, form: { current: HTMLFormElement | null }, onDone: () => void) {
  const library = useLibrary()
  const { api, factDrafts, refresh, messages } = library
  const [draft, setDraft] = useState(() => factDrafts.get(letter.id) ?? draftFromFacts(factsOf(letter)))
  const [errors, setErrors] = useState<FactErrors>({})
  const missing = mustCheck.filter((name) => !draft.checked[name])

  function change(next: FactsDraft): void {
    factDrafts.set(letter.id, next)
    setDraft(next)
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const result = factsFromDraft(draft)
    setErrors('errors' in result ? result.errors : {})
    const [wrong] = 'errors' in result ? Object.keys(result.errors) : []
    const [unchecked] = missing
    if (wrong) return focusIn(form.current, `[data-fact=${wrong}] .input`)
    if (unchecked) return focusIn(form.current, `[data-fact=${unchecked}] .check input`)
    if ('errors' in result) return
    const done = await attempt(library, api['letter:confirm']({ id: letter.id, facts: result.facts }))
    if (!done) return
    factDrafts.delete(letter.id)
    await refresh().catch(() => undefined)
    messages.say({ kind: 'done', text: t('facts.confirmed') })
    onDone()
  }
  return { draft, change, errors, missing, submit }
}

/** Waits for the error texts to be drawn, so that a screen reader reads them with the field. */
const focusIn = (form: HTMLFormElement | null, selector: string): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>(selector)?.focus())
}
