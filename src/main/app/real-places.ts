import { takeKeysBesideLink } from '../security/keys/keys-beside-link.ts'
import { realFileOf } from '../storage/real-file.ts'
import type { CoreOptions } from './core-options.ts'

/** Whatever link names a library, all that follows goes by its real file. */
export function inRealPlaces(options: CoreOptions): CoreOptions {
  const real = (path: string): string => {
    const file = realFileOf(path)
    takeKeysBesideLink(path, file)
    return file
  }
  const { libraryFile, startWith } = options
  return {
    ...options,
    libraryFile: real(libraryFile),
    ...(startWith === undefined ? {} : { startWith: real(startWith) }),
  }
}
