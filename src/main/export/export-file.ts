import { createHash } from 'node:crypto'
import { maxScanBytes } from '../../shared/contract/letters.ts'
import type { Failure, Result } from '../../shared/model/result.ts'

/** One file of the export; `path` is safe on every system. */
export type ExportFile = { path: string; content: Uint8Array }

/**
 * `import.unsafe`: made to do harm, or by a program that made it wrongly; `import.too-much`: more than any export has.
 */
export type ReadFailure = Failure<'import.unsafe' | 'import.too-much'>

/**
 * The files of an export by path, each at most `most` bytes long; undefined: no such file. An export cannot name any other
 * file on the disk.
 */
export type Import = (path: string, most: number) => Result<Uint8Array | undefined, ReadFailure>

/** Bytes. A scan of 2,000 pages has half as much text. */
export const largestJson = 48 * 1024 * 1024
/** Originals and exhibits that are larger are not kept by any library. */
export const largestOriginal = maxScanBytes

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
