import type { ScanPages } from '../../shared/model/page-layout-override.ts'
import { err, ok, type Result } from '../../shared/model/result.ts'
import type { Reader } from '../reading/process/client.ts'
import type { ReadFailure } from '../reading/read-results.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf, type FileRow } from '../storage/tables/files-table.ts'
import { type LayoutTables, layoutOf, pageCountOf, rotationsOf } from './scan-layout.ts'

/** The number of pages in a scan. Opens files that were never opened, so that every page has its number. */
export async function countPages(
  { library, reader }: { library: Pick<Library, 'files'>; reader: Pick<Reader, 'pageCount'> },
  scanId: string,
): Promise<Result<number, ReadFailure>> {
  for (const file of library.files.listOfScan(scanId)) {
    if (file.pageCount !== null) continue
    const count = await reader.pageCount(contentsOf(library, [file]))
    if (!count.ok) return count
    library.files.setPageCount(file.id, count.value)
  }
  return ok(pageCountOf(library.files.listOfScan(scanId)) ?? 0)
}

/** What the screen shows of a scan whose pages are counted. */
export function describePages(library: LayoutTables, scanId: string): ScanPages {
  const files = library.files.listOfScan(scanId)
  const rotation = rotationsOf(library, scanId)
  const { layoutOverride } = library.scans.get(scanId)
  const letters = library.letters.listOfScan(scanId)
  return {
    files: files.map(({ fileName, pageCount }) => ({ fileName, pageCount: pageCount ?? 0 })),
    rotations: Array.from({ length: pageCountOf(files) ?? 0 }, (_, at) => rotation(at + 1)),
    layoutOverride,
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

/** The locked files of a scan that a password opens; a failure if it opens none of them. */
export async function filesOpenedBy(
  { library, reader }: { library: Pick<Library, 'files'>; reader: Pick<Reader, 'pageCount'> },
  scanId: string,
  password: string,
): Promise<Result<FileRow[], ReadFailure>> {
  const opened: FileRow[] = []
  let failure: ReadFailure = { code: 'scan.wrong-password' }
  for (const file of library.files.listOfScan(scanId)) {
    const own = contentsOf(library, [file])
    const without = await reader.pageCount(own.map((each) => ({ ...each, password: null })))
    if (without.ok || without.error.code !== 'scan.password') continue
    const count = await reader.pageCount(own.map((each) => ({ ...each, password })))
    if (count.ok) opened.push(file)
    else failure = count.error
  }
  return opened.length > 0 ? ok(opened) : err(failure)
}
