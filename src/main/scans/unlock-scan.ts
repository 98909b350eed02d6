import { err, ok, type Result } from '../../shared/model/result.ts'
import type { Reader } from '../reading/process/client.ts'
import type { ReadFailure } from '../reading/read-results.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf, type FileRow } from '../storage/tables/files-table.ts'

/** The locked files of a scan that a password opens; a failure if it opens none of them. */
export async function filesOpenedBy(
  { library, reader }: { library: Library; reader: Pick<Reader, 'pageCount'> },
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
