import { existsSync } from 'node:fs'
import { cleanText } from '../../../shared/text/clean-name.ts'
import { createKnownLibraries, idOfLibrary, nameOfLibrary } from '../../app/known-libraries.ts'
import { realFileOf } from '../../files/real-file.ts'
import { dataFolder, libraryFile } from '../folders.ts'
import { wordsOfError } from '../words.ts'
import { CommandFailure } from './command-failure.ts'
import { print, say } from './print.ts'

/** Which libraries were opened in a window of this computer, newest first. Commands name one with `--library`. */
export function librariesCommand(options: { json?: boolean; forget?: string }): void {
  const known = createKnownLibraries(dataFolder())
  const named = known.files().map((file) => ({ file, name: nameOfLibrary(file) }))
  if (options.forget !== undefined) {
    const found = named.find(({ file, name }) => name === options.forget || file === options.forget)
    if (!found) throw new CommandFailure(wordsOfError('library.not-known'))
    known.forget(idOfLibrary(found.file))
    return
  }
  for (const { file, name } of named)
    print(
      options,
      { name, file, own: file === realFileOf(libraryFile()), here: existsSync(file) },
      ({ own, here }) =>
        `${own ? 'My letters' : cleanText(name)}: ${cleanText(file)}${here ? '' : ' (not there now)'}`,
    )
  if (named.length === 0 && !options.json) say('No library was opened in a window yet.')
}
