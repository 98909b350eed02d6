import { join } from 'node:path'
import { codeFrom } from '../../../shared/law/code-from.ts'
import type { Law } from '../../../shared/law/law.ts'
import { folderFiles } from '../../content/content-files.ts'
import { lawFrom } from '../../content/law-files.ts'
import { LawDataError } from '../../content/parse-law.ts'
import { projectFolder } from '../folders.ts'
import { wordsOfError } from '../words.ts'
import { UsageFailure } from './command-failure.ts'
import { CommandFailure, contentInUse } from './open-core.ts'
import { warn } from './print.ts'

/**
 * The law data, without a library: look-ups keep nothing and need no letter. While the file of one notice is broken, the
 * others can be looked at all the same.
 *
 * @param number the notice that is looked up
 */
export function openLaw(number?: string): Law {
  try {
    return contentInUse().inUse().law
  } catch (error) {
    if (!(error instanceof LawDataError)) throw error
    return lawWithoutBroken(join(projectFolder, 'resources'), number)
  }
}

/** The law without the notices whose files are broken; those are named on standard error. */
export function lawWithoutBroken(resources: string, number?: string): Law {
  const broken: string[] = []
  const law = lawFrom(folderFiles(resources), (problems) => broken.push(...problems))
  const said = `A law file is broken:\n${broken.map((each) => `  ${each}`).join('\n')}`
  const own = number && `/${codeFrom(number)}.json`
  if (own && broken.some((each) => each.includes(own))) throw new CommandFailure(said)
  warn(`${said}\nThe others are shown as they are.`)
  return law
}

/** One number out of the words that were typed; two are never taken for one. */
export function oneNumber(words: readonly string[]): string {
  const number = words.join(' ').trim()
  const parts = number.split(/[\s,;]+/).filter((part) => /\d/.test(part))
  if (parts.length > 1) throw new UsageFailure(`${wordsOfError('input.one-number')} ${parts.join(', ')}`)
  return number
}
