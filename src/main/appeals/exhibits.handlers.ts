import { randomUUID } from 'node:crypto'
import type { Api } from '../../shared/contract/contract.ts'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { Exhibit, ExhibitId } from '../../shared/model/exhibit.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok } from '../../shared/model/result.ts'
import { type ChangeTables, changeLetter } from '../letters/change-letter.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import { scanTypeOf } from '../reading/files/scan-type.ts'

type ExhibitsCalls = Pick<Api, 'exhibit:add' | 'exhibit:remove' | 'letter:record-mailings'>

type Needs = { library: ChangeTables; changes: Notifier; clock: Clock }

/** Additional files that go with a letter, and the log of what was mailed. */
export function createExhibitsHandlers(needs: Needs): ExhibitsCalls {
  const { library, clock } = needs
  const change = (id: LetterId, work: () => void) => changeLetter(needs, id, work)
  return {
    'exhibit:add': async ({ letter, title, role, fileName, bytes }) => {
      if (bytes.length > maxScanBytes) return err({ code: 'scan.too-large' })
      const type = scanTypeOf(bytes)
      if (!printable.some((each) => each === type)) return err({ code: 'exhibit.not-printable' })
      const id = ExhibitId.parse(randomUUID())
      const exhibit = Exhibit.parse({
        id,
        title,
        role,
        fileName: cleanFileName(fileName),
        keptAt: clock.now(),
      })
      const written = change(letter, () => library.exhibits.insert(letter, exhibit, bytes))
      return written.ok ? ok({ id }) : written
    },
    'exhibit:remove': async ({ letter, id }) =>
      change(letter, () => {
        const mailings = library.mailings.listOfLetter(letter)
        library.mailings.replace(
          letter,
          mailings.map((each) => (each.receipt === id ? { ...each, receipt: null } : each)),
        )
        library.exhibits.remove(letter, id, clock.now())
      }),
    'letter:record-mailings': async ({ id, mailings }) =>
      change(id, () => {
        const own = new Set(library.exhibits.listOfLetter(id).map((exhibit) => exhibit.id))
        // A receipt that another window just removed: what was mailed, and when, is kept all the same.
        const kept = (receipt: ExhibitId | null) => (receipt && own.has(receipt) ? receipt : null)
        library.mailings.replace(
          id,
          mailings.map((each) => ({ ...each, receipt: kept(each.receipt) })),
        )
      }),
  }
}

const printable = ['pdf', 'jpeg', 'png', 'tiff', 'webp'] as const
