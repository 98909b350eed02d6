import { err, type Result } from '../../shared/model/result.ts'
import { scanTypeOf } from '../intake/scan-type.ts'
import type { ReadFailure } from './reader.ts'
import type { Scan } from './scan.ts'

/** Opens a file by what it truly is, with the decoder that it needs; a file that holds no pages is a failure with its own code. */
export async function openScan(bytes: Uint8Array): Promise<Result<Scan, ReadFailure>> {
  const type = scanTypeOf(bytes)
  switch (type) {
    case 'pdf':
      return (await import('./pdf-scan.ts')).openPdfScan(bytes)
    case 'jpeg':
    case 'png':
    case 'tiff':
    case 'webp':
    case 'bmp':
    case 'heic':
      return (await import('./image-scan.ts')).openImageScan(bytes, type)
    case 'empty':
      return err({ code: 'scan.empty' })
    case 'office':
      return err({ code: 'scan.office-document' })
    case 'text':
      return err({ code: 'scan.text-file' })
    case 'unknown':
      return err({ code: 'scan.unknown-type' })
  }
}
