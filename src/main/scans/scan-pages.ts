import type { ScanPages } from '../../shared/model/arrangement.ts'
import { ok, type Result } from '../../shared/model/result.ts'
import type { Reader } from '../reading/process/client.ts'
import type { ReadFailure } from '../reading/read-results.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf } from '../storage/tables/files-table.ts'
import { layoutOf, pageCountOf, rotationsOf } from './scan-layout.ts'

/** The number of pages in a scan. Opens files that were never opened, so that every page has its number. */
export async function countPages(
  { library, reader }: { library: Library; reader: Pick<Reader, 'pageCount'> },
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
export function describePages(library: Library, scanId: string): ScanPages {
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
