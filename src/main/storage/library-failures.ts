import { ZodError } from 'zod'
import type { Failure } from '../../shared/model/result.ts'
import type { LibraryFile } from '../files/library-file.ts'
import { sqliteCode } from './database.ts'

export type WriteFailure = Failure<
  'library.disk-full' | 'library.read-only' | 'library.busy' | 'library.disk-trouble' | 'library.moved'
>
export type OpenFailure = Failure<
  | 'library.not-a-library'
  | 'library.newer'
  | 'library.empty'
  | 'library.damaged'
  /** `block` names them. */
  | 'library.foreign-parts'
  | 'library.key-does-not-fit'
  /** Or a folder that is shared in another way; see `drive.ts`. */
  | 'library.network-drive'
  | WriteFailure['code']
>

/** What can become of a paper, an export or a copy that is written where a person wants it. */
export type OutsideFailure = Failure<'library.disk-full' | 'folder.not-writable'>

/** Another file is now where the library was: anything written would be lost with the old one. */
export class LibraryMoved extends Error {}

/** Nothing that goes by trying again or with another proof: the file itself is not as it should be. */
export const isBroken = ({ code }: Failure): boolean =>
  ['library.damaged', 'library.foreign-parts', 'library.key-does-not-fit', 'library.not-a-library'].includes(
    code,
  )

/** Another program is doing to the library what nobody else may see half done. */
export class LibraryBusy extends Error {}

/** A record holds what this app never wrote: its bytes were changed on the disk. */
export class UnreadableRecord extends Error {}

/** Reads a stored row; what does not fit the model is damage of the file and no bug. */
export const fromRecord =
  <Row, T>(read: (row: Row) => T) =>
  (row: Row): T => {
    try {
      return read(row)
    } catch (error) {
      // Its message would quote the record.
      if (error instanceof SyntaxError || error instanceof ZodError)
        throw new UnreadableRecord('library: a record cannot be read')
      throw error
    }
  }

/** @param found what the first bytes of the file said */
export function openFailureFrom(error: unknown, found: LibraryFile): OpenFailure {
  const code = sqliteCode(error)
  if (code.startsWith('SQLITE_NOTADB')) {
    if (found === 'plain') return { code: 'library.damaged' }
    return { code: found === 'foreign' ? 'library.not-a-library' : 'library.key-does-not-fit' }
  }
  if (error instanceof UnreadableRecord || isDamage(code)) return { code: 'library.damaged' }
  if (code.startsWith('SQLITE_CANTOPEN')) return { code: 'library.read-only' }
  return writeFailureFrom(error)
}

/** Anything that is not an expected failure is a bug and is rethrown. */
export function writeFailureFrom(error: unknown): WriteFailure {
  if (error instanceof LibraryMoved) return { code: 'library.moved' }
  const failure = diskFailureFrom(error)
  if (!failure) throw error
  return failure
}

/** A failure of the file or its disk that can happen in any call, as a code that a screen has words for. */
export function failureFromThrown(error: unknown): OpenFailure | undefined {
  if (error instanceof UnreadableRecord || isDamage(sqliteCode(error))) return { code: 'library.damaged' }
  return diskFailureFrom(error)
}

/**
 * Background work ends quietly if the file or its disk fails, and must not take the app down with it: the
 * next call that a person makes says what is wrong.
 */
export async function untilDiskFails(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!failureFromThrown(error)) throw error
  }
}

/** A short read: the file ends in the middle of a page. */
const isDamage = (code: string) => /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/.test(code)

function diskFailureFrom(error: unknown): WriteFailure | undefined {
  if (error instanceof LibraryBusy) return { code: 'library.busy' }
  const code = sqliteCode(error)
  const system = systemCode(error)
  if (code.startsWith('SQLITE_FULL') || system === 'ENOSPC' || system === 'EDQUOT')
    return { code: 'library.disk-full' }
  if (code.startsWith('SQLITE_READONLY') || ['EROFS', 'EACCES', 'EPERM'].includes(system))
    return { code: 'library.read-only' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { code: 'library.busy' }
  if (code.startsWith('SQLITE_IOERR') || system === 'EIO') return { code: 'library.disk-trouble' }
  return undefined
}

/**
 * Why a file outside of the library was not written: a full disk, or a folder that is not there or takes no file. undefined:
 * a bug.
 */
export function outsideFailureFrom(error: unknown): OutsideFailure | undefined {
  const code = systemCode(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'library.disk-full' }
  return /^E(NOENT|NOTDIR|ISDIR|ACCES|PERM|ROFS|IO|NODEV|NXIO|NAMETOOLONG|STALE)$/.test(code)
    ? { code: 'folder.not-writable' }
    : undefined
}

const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
