import type { LetterId } from '../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { type HistoryTables, recordHistory } from '../storage/record-history.ts'
import { type IndexTables, indexLetter } from '../storage/search-index/index-letter.ts'
import type { LetterRow } from '../storage/tables/letters-table.ts'
import { lettersOfCase } from './special-answers.ts'

/** What changes with any letter, besides what `write` itself changes. */
export type ChangeTables = HistoryTables & IndexTables & Pick<Library, 'write'>

export type ChangeFailure = WriteFailure | Failure<'letter.not-found'>

/**
 * The one way to change a letter: it must exist, the write is one transaction that also updates its history and the search
 * index, and the screens are told.
 */
export function changeLetter(
  { library, changes }: { library: ChangeTables; changes: Notifier },
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
  const after = library.letters.find(id)
  const concerned = hasSpecial(letter) || (after && hasSpecial(after))
  const others = concerned ? [letter, after ?? letter].flatMap((each) => lettersOfCase(library, each)) : []
  changes.changed([...new Set([id, ...others])])
  return ok(null)
}

/** Its answers about special situations hold for other letters, too. */
const hasSpecial = ({ answers }: LetterRow): boolean => answers.special !== undefined
