import { createHash } from 'node:crypto'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import { err, type Failure, ok, type Result } from '../../shared/model/result.ts'
import { type Content, together } from '../storage/contents.ts'

/** One file of the export; `path` is safe on every system. A large original is never in memory as a whole. */
export type ExportFile = { path: string; content: Content }

/**
 * `import.unsafe`: made to do harm, or by a program that made it wrongly; `import.too-much`: more than any export has.
 */
export type ReadFailure = Failure<'import.unsafe' | 'import.too-much'>

/**
 * The files of an export by path, each at most `most` bytes long; undefined: no such file. An export cannot name any other
 * file on the disk. Its parts throw `NotWhole` where a file is not what the export says.
 */
export type Import = (path: string, most: number) => Result<Content | undefined, ReadFailure>

/** A file ends too early, does not end, or is packed in a way that no export is. */
export class NotWhole extends Error {}

/** All bytes of a file that is small enough for it. */
export const bytesOf = (content: Content): Result<Uint8Array, ReadFailure> =>
  unlessUnsafe(() => together(content))

/** SHA-256 of a file, of which one part at a time is in memory. */
export const hashOf = (content: Content): Result<string, ReadFailure> => unlessUnsafe(() => sha256Of(content))

/** The same for one of the library. */
export function sha256Of(content: Content): string {
  const hash = createHash('sha256')
  for (const part of content.parts()) hash.update(part)
  return hash.digest('hex')
}

function unlessUnsafe<T>(read: () => T): Result<T, ReadFailure> {
  try {
    return ok(read())
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error
    return err({ code: 'import.unsafe' })
  }
}

/** Bytes. A scan of 2,000 pages has half as much text. */
export const largestJson = 48 * 1024 * 1024
/** Bytes. The paths of the scans of 10,000 letters take about one megabyte. */
export const largestIndex = 16 * 1024 * 1024
/** Originals and exhibits that are larger are not kept by any library. */
export const largestOriginal = maxScanBytes
