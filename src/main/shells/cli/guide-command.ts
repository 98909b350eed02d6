import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLanguage, languages } from '../../../shared/i18n/languages.ts'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { projectFolder } from '../folders.ts'
import { CommandFailure } from './command-failure.ts'
import { print } from './print.ts'
import { writeOut } from './write-out.ts'

type Options = { json?: boolean; language: string; out: string }

/** Writes the guide that comes with the app. */
export async function guideCommand(options: Options): Promise<void> {
  const { language, out } = options
  if (!isLanguage(language)) throw new CommandFailure(`The guide is there in ${languages.join(' and ')}.`)
  writeOut(out, await readFile(join(projectFolder, 'resources/guide', `waymark-guide-${language}.pdf`)))
  print(options, { out }, () => `Written: ${cleanText(out)}`)
}
