import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { makePrivateFolder, writeAtomically, writeToDevice } from '../../files/private-files.ts'
import { outsideFailureFrom } from '../../storage/library-failures.ts'
import { failureOf } from './command-failure.ts'

/** Writes a paper to the place that the person named, whole or not at all, for its owner alone. */
export function writeOut(file: string, content: Uint8Array | string): void {
  orOutsideFailure(() => (isDevice(file) ? writeToDevice(file, content) : writeAtomically(file, content)))
}

/** Makes a folder that the person named, if it is missing. */
export const makeFolder = (folder: string): void => orOutsideFailure(() => makePrivateFolder(folder))

/**
 * A pipe or `/dev/stdout`, which must not be replaced with a file. A pipe that another user left where a file was to be would
 * hand that user what is written.
 */
function isDevice(file: string): boolean {
  if (/^\/(dev|proc)\//.test(resolve(file))) return true
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found || found.isFile() || found.isDirectory()) return false
  const own = process.getuid?.()
  if (own !== undefined && found.uid !== own) throw failureOf('file.of-another-user')
  return true
}

/** Does what writes outside of the library, and says what a person can do about it if the place takes no file. */
export function orOutsideFailure(work: () => void): void {
  try {
    work()
  } catch (error) {
    const failure = outsideFailureFrom(error)
    throw failure ? failureOf(failure.code) : error
  }
}
