import type { Rotation } from '../../shared/model/arrangement.ts'
import type { Result } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import type { PageImage, ReadFailure } from '../reading/process/client.ts'
import { contentsOf, type FileRow } from '../storage/tables/files-table.ts'

/** One page of a scan, `width` pixels wide, turned by `rotation` from how its file has it. */
export function pictureOfPage(
  { library, reader }: Pick<SessionContext, 'library' | 'reader'>,
  scanId: string,
  page: number,
  width: number,
  rotation: Rotation,
): Promise<Result<PageImage, ReadFailure>> {
  const { files, own } = fileOfPage(library.files.listOfScan(scanId), page)
  return reader.pageImage(contentsOf(library, files), own, width, rotation)
}

/** Decoding the one file that holds the page is enough, where the pages of those before it are known. */
function fileOfPage(files: FileRow[], page: number): { files: FileRow[]; own: number } {
  let own = page
  for (const file of files) {
    if (file.pageCount === null) return { files, own: page }
    if (own <= file.pageCount) return { files: [file], own }
    own -= file.pageCount
  }
  return { files, own: page }
}
