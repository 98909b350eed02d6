import type { Api, Output } from '../../shared/contract/contract.ts'
import { isWhole } from '../../shared/model/arrangement.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { recordHistory } from '../history/record-history.ts'
import type { ReadFailure } from '../reading/process/client.ts'
import { contentsOf, type FileRow } from '../storage/tables/files-table.ts'
import { overridePageLayout } from './arrange-pages.ts'
import { mergeLetters } from './merge-letters.ts'
import { pictureOfPage } from './page-picture.ts'
import { layoutOf, pageCountOf, rotationsOf } from './scan-layout.ts'
import { splitScan } from './split-scan.ts'

type ScanCalls = Pick<
  Api,
  'scan:pages' | 'scan:arrange' | 'scan:join' | 'scan:take-apart' | 'scan:unlock' | 'page:image'
>

/** What a person does with the pages of a scan. The kept files never change; a changed scan is read again. */
export function createScansHandlers(parts: SessionContext): ScanCalls {
  const { library, changes, queue } = parts
  const change = (scanIds: readonly string[], work: () => void): Output<'scan:take-apart'> => {
    const ids = () =>
      scanIds.flatMap((scanId) => library.letters.listOfScanWithSuperseded(scanId).map((row) => row.id))
    const written = library.write(() => recordHistory(library, ids, work))
    if (!written.ok) return written
    changes.changed()
    queue.restart(scanIds)
    return ok(null)
  }
  return {
    'scan:pages': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(parts, letter.scanId)
      return counted.ok ? ok(scanPages(parts, letter.scanId)) : counted
    },
    'scan:arrange': async ({ id, arrangement }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(parts, letter.scanId)
      if (!counted.ok) return counted
      if (arrangement && !isWhole(arrangement, counted.value)) return err({ code: 'scan.not-whole' })
      return overridePageLayout(parts, letter, arrangement)
    },
    'scan:join': async ({ ids }) => {
      const scanIds = [...new Set(ids.flatMap((id) => library.letters.find(id)?.scanId ?? []))]
      const [scanId] = scanIds
      if (scanId === undefined || ids.some((id) => !library.letters.find(id)))
        return err({ code: 'letter.not-found' })
      for (const each of scanIds) {
        const counted = await countPages(parts, each)
        if (!counted.ok) return counted
      }
      const joined = change(scanIds, () => mergeLetters(library, ids))
      return joined.ok ? ok({ id: letterWith(parts, scanId, ids) }) : joined
    },
    'scan:take-apart': async ({ id }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const counted = await countPages(parts, letter.scanId)
      return counted.ok ? change([letter.scanId], () => splitScan(library, letter.scanId)) : counted
    },
    'scan:unlock': async ({ id, password }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const opened = await tryPassword(parts, letter.scanId, password)
      if (!opened.ok) return opened
      return change([letter.scanId], () => {
        for (const { id: file } of opened.value) library.files.setPassword(file, password)
        library.scans.setWaiting(letter.scanId)
      })
    },
    'page:image': async ({ id, page, width }) => {
      const letter = library.letters.find(id)
      if (!letter) return err({ code: 'letter.not-found' })
      const turned = rotationsOf(library, letter.scanId)(page)
      return pictureOfPage(parts, letter.scanId, page, width, turned)
    },
  }
}

/** Opens files that were never opened, so that each page has its number. */
async function countPages(parts: SessionContext, scanId: string): Promise<Result<number, ReadFailure>> {
  const { library, reader } = parts
  for (const file of library.files.listOfScan(scanId)) {
    if (file.pageCount !== null) continue
    const count = await reader.pageCount(contentsOf(library, [file]))
    if (!count.ok) return count
    library.files.setPageCount(file.id, count.value)
  }
  return ok(pageCountOf(library.files.listOfScan(scanId)) ?? 0)
}

function scanPages(parts: SessionContext, scanId: string) {
  const { library } = parts
  const files = library.files.listOfScan(scanId)
  const rotation = rotationsOf(library, scanId)
  const { arrangement } = library.scans.get(scanId)
  const letters = library.letters.listOfScan(scanId)
  return {
    files: files.map(({ fileName, pageCount }) => ({ fileName, pageCount: pageCount ?? 0 })),
    rotations: Array.from({ length: pageCountOf(files) ?? 0 }, (_, at) => rotation(at + 1)),
    arrangement,
    layout: layoutOf(library, scanId),
    letters: letters.map(({ id, pages, reading }) => ({
      id,
      pages,
      cutBecause: reading?.structure?.cutBecause ?? [],
      printedPages: reading?.structure?.printedPages ?? [],
    })),
    locked: files.some(({ password }) => password !== null),
  }
}

/** The joined letter: the one in sight that was among them, else the first of its scan. */
function letterWith({ library }: SessionContext, scanId: string, ids: readonly LetterId[]): LetterId {
  const shown = library.letters.listOfScan(scanId)
  const found = shown.find((row) => ids.includes(row.id)) ?? shown[0]
  if (!found) throw new Error('library: a scan without a letter')
  return found.id
}

/** The locked files that the password opens; a failure when it opens none that is locked. */
async function tryPassword(
  parts: SessionContext,
  scanId: string,
  password: string,
): Promise<Result<FileRow[], ReadFailure>> {
  const { library, reader } = parts
  const opened: FileRow[] = []
  let failure: ReadFailure = { code: 'scan.wrong-password' }
  for (const file of library.files.listOfScan(scanId)) {
    const [own] = contentsOf(library, [file])
    const without = await reader.pageCount(own ? [{ bytes: own.bytes }] : [])
    if (without.ok || without.error.code !== 'scan.password') continue
    const count = await reader.pageCount(own ? [{ bytes: own.bytes, password }] : [])
    if (count.ok) opened.push(file)
    else failure = count.error
  }
  return opened.length > 0 ? ok(opened) : err(failure)
}
