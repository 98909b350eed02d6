import { cleanText } from '../../../shared/text/clean-name.ts'
import { type LibraryOptions, unwrap, withCore } from './open-core.ts'
import { print } from './print.ts'

/** Writes the whole library into a folder: people/year/letter. */
export const exportCommand = (folder: string, options: LibraryOptions) =>
  withCore(options, async (core) => {
    const files = unwrap(await core.folders().exportTo(folder))
    print(options, { folder, files }, () => `Written: ${cleanText(folder)} (${files} files, not encrypted)`)
  })

/** Brings an export in, from its folder or its zip file. */
export const importCommand = (path: string, options: LibraryOptions) =>
  withCore(options, async (core) => {
    const done = unwrap(await core.folders().importFrom(path))
    await core.idle()
    print(options, done, () => `Letters added: ${done.added}; here already: ${done.known}`)
  })
