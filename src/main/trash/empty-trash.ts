import { openClocks } from '../../shared/deadlines/open-clocks.ts'
import type { Law } from '../../shared/law/law.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { findScan } from '../letters/list-letters.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { putLetterAside } from '../scans/scan-layout.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'

type Needs = {
  library: Library
  queue: Pick<ReadingQueue, 'restart' | 'statusOf'>
  changes: Notifier
  law: Law
  clock: Clock
}
type TrashFailure = WriteFailure | Failure<'letter.not-found' | 'trash.not-removed' | 'trash.open-clock'>

/**
 * Deletes removed letters for good, their bytes included. A letter with a deadline that is still running is deleted only
 * with `evenWithOpenClock`.
 */
export function emptyTrash(
  needs: Needs,
  ids: readonly LetterId[],
  evenWithOpenClock: boolean,
): Result<{ filesKept: number; shrunk: boolean }, TrashFailure> {
  const { library, law, clock, changes, queue } = needs
  const letters = ids.map((id) => findScan(needs, id)?.letter)
  if (letters.some((letter) => !letter)) return err({ code: 'letter.not-found' })
  if (letters.some((letter) => !letter?.removed)) return err({ code: 'trash.not-removed' })
  const isOpen = letters.some((letter) => letter && openClocks(law, letter, clock.today()).length > 0)
  if (isOpen && !evenWithOpenClock) return err({ code: 'trash.open-clock' })
  const scans = ids.flatMap((id) => library.letters.find(id)?.scanId ?? [])
  const deleted = library.write(() => {
    for (const id of ids) putLetterAside(library, id)
    return library.deletion.deleteLetters(ids)
  })
  if (!deleted.ok) return deleted
  // The scan that is being read right now may have been deleted.
  changes.changed()
  queue.restart(scans)
  return ok({ filesKept: deleted.value, shrunk: library.vacuum() })
}
