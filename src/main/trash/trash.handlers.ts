import type { Api, Output } from '../../shared/contract/contract.ts'
import { openClocks } from '../../shared/deadlines/open-clocks.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { findScan } from '../letters/listed-letters.ts'
import { putLetterAside } from '../scans/scan-layout.ts'

/** The trash empties itself never; a person empties it, letter by letter or as a whole. */
export function createTrashHandlers(parts: SessionContext): Pick<Api, 'trash:empty'> {
  return { 'trash:empty': async ({ ids, evenWithOpenClock }) => empty(parts, ids, evenWithOpenClock) }
}

function empty(parts: SessionContext, ids: LetterId[], evenWithOpenClock: boolean): Output<'trash:empty'> {
  const { library, law, clock, changes, queue } = parts
  const letters = ids.map((id) => findScan(parts, id)?.letter)
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
  // What is being read may be gone.
  changes.changed()
  queue.restart(scans)
  return ok({ filesKept: deleted.value, shrunk: library.tidy() })
}
