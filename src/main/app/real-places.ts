import { realFileOf } from '../files/real-file.ts'
import { takeKeysBesideLink } from '../storage/protection/keys-beside-link.ts'
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
