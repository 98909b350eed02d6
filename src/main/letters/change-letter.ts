import type { LetterId } from '../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { recordHistory } from '../history/record-history.ts'
import { indexLetter } from '../storage/index-letter.ts'
import type { WriteFailure } from '../storage/open-library.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'

export type ChangeFailure = WriteFailure | Failure<'letter.not-found'>

/** Every change of one letter: it must exist, the write is whole, its history and search know of it, and the screens hear of it. */
export function changeLetter(
  { library, changes }: Pick<SessionContext, 'library' | 'changes'>,
  id: LetterId,
  write: (letter: LetterRow) => void,
  undoes: number | null = null,
): Result<null, ChangeFailure> {
  const letter = library.letters.find(id)
  if (!letter) return err({ code: 'letter.not-found' })
  const written = library.write(() => {
    recordHistory(
      library,
      () => [id],
      () => write(letter),
      { undoes },
    )
    indexLetter(library, id)
  })
  if (!written.ok) return written
  changes.changed([id])
  return ok(null)
}
