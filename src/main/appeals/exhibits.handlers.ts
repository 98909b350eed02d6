import { randomUUID } from 'node:crypto'
import type { Api } from '../../shared/contract/contract.ts'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { Exhibit, ExhibitId } from '../../shared/model/exhibit.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import { type ChangeTables, changeLetter } from '../letters/change-letter.ts'
import { makePaper } from '../papers/papers.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { cleanFileName } from '../reading/files/clean-text.ts'
import { scanTypeOf } from '../reading/files/scan-type.ts'
import type { Reader } from '../reading/process/client.ts'

type ExhibitsCalls = Pick<Api, 'exhibit:add' | 'exhibit:remove' | 'letter:record-mailings'>

type Needs = {
  library: ChangeTables
  changes: Notifier
  clock: Clock
  reader: Pick<Reader, 'work' | 'pageCount' | 'pageImage'>
}

/** Additional files that go with a letter, and the log of what was mailed. */
export function createExhibitsHandlers(needs: Needs): ExhibitsCalls {
  const { library, clock } = needs
  const change = (id: LetterId, work: () => void) => changeLetter(needs, id, work)
  return {
    'exhibit:add': async ({ letter, title, role, fileName, bytes: given, password }) => {
      const checked = await printableBytes(needs.reader, given, password)
      if (!checked.ok) return checked
      const id = ExhibitId.parse(randomUUID())
      const exhibit = Exhibit.parse({
        id,
        title,
        role,
        fileName: cleanFileName(fileName),
        keptAt: clock.now(),
      })
      const written = change(letter, () => library.exhibits.insert(letter, exhibit, checked.value))
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

/**
 * The bytes that a packet can print, checked while the person is still there: a damaged or locked file is met now and not
 * on the last day. A locked PDF is kept unlocked.
 */
async function printableBytes(
  reader: Needs['reader'],
  given: Uint8Array<ArrayBuffer>,
  password: string | undefined,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  if (given.length > maxScanBytes) return err({ code: 'scan.too-large' })
  const type = scanTypeOf(given)
  if (type === 'office') return err({ code: 'exhibit.office-document' })
  if (!printable.some((each) => each === type)) return err({ code: 'exhibit.not-printable' })
  const looked = await firstPage(reader, given)
  if (looked.ok) return ok(given)
  const isLocked = looked.error.code === 'scan.password' || looked.error.code === 'scan.wrong-password'
  if (!isLocked) return looked
  if (!password) return err({ code: 'exhibit.password' })
  const unlocked = await makePaper(reader, 'unlocked', { password }, [{ bytes: given }])
  if (!unlocked.ok) return unlocked
  if (!unlocked.value) return err({ code: 'scan.wrong-password' })
  const opened = await firstPage(reader, unlocked.value)
  return opened.ok ? ok(unlocked.value) : opened
}

/** A page count alone does not decode anything of a picture. */
const firstPage = (reader: Needs['reader'], bytes: Uint8Array) => reader.pageImage([{ bytes }], 1, 200)

const printable = ['pdf', 'jpeg', 'png', 'tiff', 'webp', 'heic', 'bmp', 'gif', 'avif', 'jp2'] as const
