import { err, ok, type Result } from '../../../shared/model/result.ts'
import type { ReadFailure } from '../read-results.ts'
import { openImageScan } from './image-scan.ts'
import { mergedScan } from './joined-scan.ts'
import type { OpenInside } from './pdf-special.ts'
import type { FileBytes, Scan } from './scan.ts'
import { scanTypeOf } from './scan-type.ts'

/** Opens the files of a scan as one sequence of pages. One that does not open closes the others and is the failure. */
export async function openScan(
  source: Uint8Array | readonly FileBytes[],
): Promise<Result<Scan, ReadFailure>> {
  const [first, ...more] = source instanceof Uint8Array ? [{ bytes: source }] : source
  if (!first) return err({ code: 'scan.no-pages' })
  if (more.length === 0) return openFile(first)
  const scans: Scan[] = []
  for (const file of [first, ...more]) {
    const opened = await openFile(file)
    if (!opened.ok) {
      for (const scan of scans) await scan.close()
      return opened
    }
    scans.push(opened.value)
  }
  return ok(mergedScan(scans))
}

/** Opens a file by what it truly is, with the decoder that it needs; a file that holds no pages is a failure with its own code. */
async function openFile(
  { bytes, password }: FileBytes,
  openInside: OpenInside | null = (inside) => openFile({ bytes: inside }, null),
): Promise<Result<Scan, ReadFailure>> {
  const type = scanTypeOf(bytes)
  switch (type) {
    case 'pdf':
      return (await import('./pdf-scan.ts')).openPdfScan(bytes, password ?? null, openInside)
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
    case 'bmp':
    case 'heic':
    case 'gif':
    case 'avif':
      return openImageScan(bytes, type)
    case 'jp2':
      return (await import('./jpeg2000-scan.ts')).openJpeg2000Scan(bytes)
    case 'empty':
      return err({ code: 'scan.empty' })
    case 'office':
      return err({ code: 'scan.office-document' })
    case 'email':
      return err({ code: 'scan.email' })
    case 'text':
      return err({ code: 'scan.text-file' })
    case 'unknown':
      return err({ code: 'scan.unknown-type' })
  }
}
