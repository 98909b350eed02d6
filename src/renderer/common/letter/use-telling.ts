import { useMemo } from 'react'
import type { Letter, LetterId } from '../../../shared/model/letter.ts'
import { tellAll, tellOne } from '../../../shared/telling/tell-all.ts'
import type { Telling } from '../../../shared/telling/telling.ts'
import { useLaw, useLetters, useToday } from '../../state/library-context.tsx'

/** What each letter says today, beside the others. */
export function useTellings(): Map<LetterId, Telling> {
  const law = useLaw()
  const letters = useLetters()
  const today = useToday()
  return useMemo(() => tellAll(law, letters, today), [law, letters, today])
}

/** What this letter says today; one in the trash is told alone. */
export function useTelling(letter: Letter): Telling {
  const law = useLaw()
  const today = useToday()
  const all = useTellings()
  return all.get(letter.id) ?? tellOne(law, letter, today, false)
}
