import { useMemo, useSyncExternalStore } from 'react'
import type { Letter } from '../../../shared/model/letter.ts'
import { useLibrary } from '../../app/library-context.tsx'

/** The letter with what is being typed on top of it, saved or not: what the draft beside the form shows. */
export function useTypedLetter(letter: Letter): Letter {
  const { answers, events } = useLibrary()
  const typedAnswers = useSyncExternalStore(answers.subscribe, () => answers.typed(letter.id))
  const typedEvents = useSyncExternalStore(events.subscribe, () => events.typed(letter.id))
  return useMemo(
    () => ({ ...letter, answers: typedAnswers ?? letter.answers, events: typedEvents ?? letter.events }),
    [letter, typedAnswers, typedEvents],
  )
}
