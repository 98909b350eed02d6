import { readFile, stat } from 'node:fs/promises'
import { maxPackBytes } from '../../../shared/content/pack.ts'
import { maxScanBytes } from '../../../shared/contract/letters.ts'
import { err, type Failure, ok, type Result } from '../../../shared/model/result.ts'
import { cleanName } from '../../../shared/text/clean-name.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'

/** What a file is for, with the most bytes that it may have and the code of one that has more. */
const limits = {
  scan: { most: maxScanBytes, code: 'scan.too-large' },
  content: { most: maxPackBytes, code: 'content.too-large' },
  /** The most that Node reads in one piece. */
  backup: { most: 2 ** 31 - 1, code: 'backup.too-large' },
} as const
type Purpose = keyof typeof limits
type GivenFailure = Failure<'file.not-found' | 'file.not-a-file' | (typeof limits)[Purpose]['code']>

/**
 * The bytes of a file that a person named. A pipe would keep the command waiting and a device gives bytes without end, so
 * neither is opened.
 */
export async function readGiven(
  file: string,
  purpose: Purpose,
): Promise<Result<Uint8Array<ArrayBuffer>, GivenFailure>> {
  const found = await stat(file).catch(() => null)
  if (!found) return err({ code: 'file.not-found' })
  if (!found.isFile()) return err({ code: 'file.not-a-file' })
  const { most, code } = limits[purpose]
  if (found.size > most) return err({ code })
  const bytes = await readFile(file).catch(() => null)
  return bytes ? ok(new Uint8Array(bytes)) : err({ code: 'file.not-found' })
}

/** The same, for a command that ends where there are none. */
export async function bytesOfGiven(file: string, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readGiven(file, purpose)
  if (!bytes.ok) throw new CommandFailure(`${cleanName(file)}: ${wordsOfError(bytes.error.code)}`)
  return bytes.value
}
