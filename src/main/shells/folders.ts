import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import envPaths from 'env-paths'

/** The project's folder for the shells that run from the sources. The desktop bundle asks Electron instead. */
export const projectFolder: string = fileURLToPath(new URL('../../../', import.meta.url))

/** One place for the person's library, the same in every shell. `WAYMARK_LIBRARY` names another file. */
export const libraryFile = (): string =>
  process.env.WAYMARK_LIBRARY ?? join(envPaths('Waymark', { suffix: '' }).data, 'library.waymark')
