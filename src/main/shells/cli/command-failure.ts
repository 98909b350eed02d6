import { LibraryClosed } from '../../app/library-manager.ts'
import { LawDataError } from '../../content/parse-law.ts'
import { failureFromThrown, isBroken } from '../../storage/library-failures.ts'
import { wordsOfError } from '../words.ts'

/** An expected failure on the command line: its words are printed, the exit status is 1. */
export class CommandFailure extends Error {
  readonly status: number = 1
}

/** What was typed is not what the command takes; the exit status is 2. */
export class UsageFailure extends CommandFailure {
  override readonly status = 2
}

/** Where the file itself is broken, also what can still be done about it. */
export const failureOf = (code: string, block?: string): CommandFailure =>
  new CommandFailure(wordsOfError(code, block) + (isBroken({ code }) ? '\n  waymark salvage NEW-FILE' : ''))

/** A library that turned out to be damaged, or a disk that failed, at whatever a command did; undefined: a bug. */
export function expectedFailure(error: unknown): CommandFailure | undefined {
  if (error instanceof CommandFailure) return error
  if (error instanceof LibraryClosed) return failureOf(error.code)
  if (error instanceof LawDataError)
    return new CommandFailure(`A law file is broken:\n  ${error.problems.join('\n  ')}`)
  const failure = failureFromThrown(error)
  return failure && failureOf(failure.code)
}
