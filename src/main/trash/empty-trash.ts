import { setImmediate as turn } from 'node:timers/promises'
import { openClocks } from '../../shared/deadlines/open-clocks.ts'
import type { Law } from '../../shared/law/law.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { findScan, type LetterSources } from '../letters/list-letters.ts'
import { handSpecialOn, specialFor } from '../letters/special-answers.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { excludePagesOf, type LayoutTables } from '../scans/scan-layout.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'

export type TrashTables = LetterSources['library'] &
  LayoutTables &
  Pick<Library, 'write' | 'wiping' | 'deletion'>

type Needs = {
  library: TrashTables
  queue: Pick<ReadingQueue, 'restart' | 'statusOf'>
  changes: Notifier
  law: Law
  clock: Clock
}
type TrashFailure = WriteFailure | Failure<'letter.not-found' | 'trash.not-removed' | 'trash.open-clock'>

/**
 * Deletes removed letters for good, their bytes included. A letter with a deadline that is still running is deleted only
 * with `evenWithOpenClock`. One scan after the other, so that many large ones do not hold up the app: a letter is either
 * whole in the trash or gone.
 */
export async function emptyTrash(
  needs: Needs,
  ids: readonly LetterId[],
  evenWithOpenClock: boolean,
): Promise<Result<{ filesRetained: number }, TrashFailure>> {
  const { library, law, clock } = needs
  // Once for all: it looks through the whole library.
  const special = specialFor(library)
  const letters = ids.map((id) => findScan(needs, id, special)?.letter)
  if (letters.some((letter) => !letter)) return err({ code: 'letter.not-found' })
  if (letters.some((letter) => !letter?.removed)) return err({ code: 'trash.not-removed' })
  const isOpen = letters.some((letter) => letter && openClocks(law, letter, clock.today()).length > 0)
  if (isOpen && !evenWithOpenClock) return err({ code: 'trash.open-clock' })
  let filesRetained = 0
  for (const [scanId, ofScan] of Map.groupBy(ids, (id) => library.letters.find(id)?.scanId)) {
    const deleted = deleteOfScan(needs, scanId, ofScan)
    if (!deleted.ok) return deleted
    filesRetained += deleted.value
    await turn()
  }
  return ok({ filesRetained })
}

/** Answers with how many of them left their file behind because other letters are in it. */
function deleteOfScan(
  { library, changes, queue }: Needs,
  scanId: string | undefined,
  ofScan: readonly LetterId[],
): Result<number, WriteFailure> {
  const deleted = library.write(() => {
    // A person may have brought one back while others were being deleted.
    const removed = ofScan.filter((id) => library.letters.find(id)?.removedAt)
    handSpecialOn(library, removed)
    for (const id of removed) excludePagesOf(library, id)
    library.wiping.note()
    return library.deletion.deleteLetters(removed)
  })
  if (!deleted.ok) return deleted
  // The scan that is being read right now may have been deleted.
  changes.changed()
  queue.restart(scanId === undefined ? [] : [scanId])
  return deleted
}
