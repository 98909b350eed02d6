import { useState } from 'react'
import type { FactName } from '../../../shared/model/facts.ts'
import { factsOf, type Letter } from '../../../shared/model/letter.ts'
import { draftFromFacts, type FactErrors, factsFromDraft } from '../../common/letter/facts-draft.ts'
import { undoChange } from '../../common/undo/use-undo.ts'
import { t } from '../../i18n/words.ts'
import type { FactsDraft } from '../../state/drafts.ts'
import { attempt, useLibrary } from '../../state/library-context.tsx'

/** What keeps facts from being confirmed: the first value that cannot be used, or the first that nobody looked at. */
type Blocked = { kind: 'wrong' | 'unchecked'; name: FactName }

/** The facts of a letter while a person checks them. What is half done is kept when the person leaves. */
export function useFactsDraft(letter: Letter, mustLook: readonly FactName[], onDone: () => void) {
  const library = useLibrary()
  const { api, factDrafts, refresh, messages } = library
  const [draft, setDraft] = useState(() => factDrafts.get(letter.id) ?? draftFromFacts(factsOf(letter)))
  const [errors, setErrors] = useState<FactErrors>({})

  function change(next: FactsDraft): void {
    factDrafts.set(letter.id, next)
    setDraft(next)
  }

  /** null: they are confirmed, or the library says why not. */
  async function confirm(of: FactsDraft): Promise<Blocked | null> {
    const result = factsFromDraft(of)
    setErrors('errors' in result ? result.errors : {})
    if ('errors' in result) {
      const [name] = Object.keys(result.errors) as FactName[]
      if (name) return { kind: 'wrong', name }
      return null
    }
    const unchecked = mustLook.find((name) => !of.checked[name])
    if (unchecked) return { kind: 'unchecked', name: unchecked }
    const done = await attempt(library, api['letter:confirm']({ id: letter.id, facts: result.facts }))
    if (!done) return null
    factDrafts.delete(letter.id)
    await refresh().catch(() => undefined)
    const undo = () => void undoChange(library, letter.id, false)
    messages.say({ kind: 'done', text: t('facts.confirmed'), undo })
    onDone()
    return null
  }
  return { draft, change, errors, missing: mustLook.filter((name) => !draft.checked[name]), confirm }
}
