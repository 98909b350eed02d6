import type { Rotation } from '../../shared/model/page-layout-override.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Reader } from '../reading/process/client.ts'
import type { PageImage, ReadFailure } from '../reading/read-results.ts'
import type { Library } from '../storage/open-library.ts'
import { contentsOf, type FileRow } from '../storage/tables/files-table.ts'

/** A picture of one page, `width` pixels wide. `rotation` is clockwise from how the file has the page. */
export function pictureOfPage(
  { library, reader }: { library: Pick<Library, 'files'>; reader: Pick<Reader, 'pageImage'> },
  scanId: string,
  page: number,
  width: number,
  rotation: Rotation,
): Promise<Result<PageImage, ReadFailure>> {
  const { files, own } = fileOfPage(library.files.listOfScan(scanId), page)
  return reader.pageImage(contentsOf(library, files), own, width, rotation)
}

/** Only the file that has the page needs decoding, if the page counts of the files before it are known. */
function fileOfPage(files: FileRow[], page: number): { files: FileRow[]; own: number } {
  let own = page
  for (const file of files) {
    if (file.pageCount === null) return { files, own: page }
    if (own <= file.pageCount) return { files: [file], own }
    own -= file.pageCount
  }
  return { files, own: page }
}
