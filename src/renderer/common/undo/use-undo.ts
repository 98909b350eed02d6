import { useEffect, useRef } from 'react'
import type { ChangedPart } from '../../../shared/model/history.ts'
import { LetterId } from '../../../shared/model/letter.ts'
import { list } from '../../i18n/format.ts'
import { t } from '../../i18n/words.ts'
import { letterById } from '../../state/letter-lists.ts'
import { attempt, type Library, saveTyped, useLibrary } from '../../state/library-context.tsx'
import type { Route } from '../../state/route.ts'
import { isTyping } from '../../ui/is-typing.ts'
import { letterTitle } from '../letter/letter-summary.ts'

/** Undoes or redoes the last change of a letter (null: of any letter) and says what it was. */
export function useUndo() {
  const library = useLibrary()
  return (id: LetterId | null, redo: boolean) => undoChange(library, id, redo)
}

export async function undoChange(library: Library, id: LetterId | null, redo: boolean): Promise<void> {
  const { api, answers, events, factDrafts, messages, refresh } = library
  // Unsaved typing counts as the last change.
  await saveTyped(library)
  const done = await attempt(library, api['letter:undo']({ id, redo }))
  if (!done) return
  const letter = done.value.id
  for (const drafts of [answers, events]) drafts.forget(letter)
  factDrafts.delete(letter)
  await refresh().catch(() => undefined)
  const { law, letters } = library.getState()
  const found = letterById(letters).get(letter)
  const title = found ? letterTitle(law, found) : ''
  const what = list(done.value.what.map(partWords))
  messages.say({
    kind: 'done',
    text: t(redo ? 'history.saidRedone' : 'history.saidUndone', { what, title }),
    undo: () => void undoChange(library, letter, !redo),
  })
}

const partWords = (part: ChangedPart) => t(`history.parts.${part}`)

/**
 * Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) for the letter on the screen, otherwise for the letter changed last. Text fields
 * keep their own undo.
 */
function useUndoKeys(route: Route): void {
  const undo = useUndo()
  const latest = useRef({ undo, route })
  useEffect(() => {
    latest.current = { undo, route }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      const { undo, route } = latest.current
      const id = 'id' in route ? LetterId.safeParse(route.id).data : undefined
      void undo(id ?? null, key === 'y' || event.shiftKey)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Installs the shortcuts; renders nothing. */
export function UndoKeys({ route }: { route: Route }) {
  useUndoKeys(route)
  return null
}
