import type { Letter } from '../../../shared/model/letter.ts'
import { useLibrary } from '../../state/library-context.tsx'
import type { Change } from './answer-box.tsx'

/** Changes some answers of a letter; they are saved a moment later. */
export function useChange(letter: Letter): Change {
  const { answers } = useLibrary()
  return (part) => answers.set(letter.id, { ...(answers.typed(letter.id) ?? letter.answers), ...part })
}
