import { extname } from 'node:path'

const types = new Set(
  '.pdf .jpg .jpeg .jfif .png .tif .tiff .webp .bmp .heic .heif .gif .avif .jp2'.split(' '),
)

/**
 * A name that a finished scan may have; scanners and browsers first write to a name that starts with a dot or
 * a tilde, or that has an extension of their own.
 */
export const isScanName = (name: string): boolean =>
  types.has(extname(name).toLowerCase()) && !/^[.~]|^\$/.test(name)

/**
 * The end of the file is there: a scanner that writes page by page pauses for longer than any reasonable
 * wait. True for types that do not mark their end.
 */
export function hasItsEnd(name: string, bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-2048)).toString('latin1')
  switch (extname(name).toLowerCase()) {
    case '.pdf':
      return tail.includes('%%EOF')
    case '.jpg':
    case '.jpeg':
    case '.jfif':
      return tail.includes('\xff\xd9')
    case '.png':
      return tail.includes('IEND')
    default:
      return bytes.length > 0
  }
}
