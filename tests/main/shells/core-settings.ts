import { join } from 'node:path'
import type { CoreSettings } from '../../../src/main/shells/core-process/protocol.ts'
import { libraryWorker, resources } from '../../support.ts'

export const childFile = new URL('../../../src/main/shells/core-process/child.ts', import.meta.url)
export const noHost = { dialogs: false, keychain: false, pdfProgram: false }

/** A core in a process of its own, on the library of a folder. */
export function coreSettings(folder: string): CoreSettings {
  const libraryFile = join(folder, 'library.waymark')
  return {
    libraryFile,
    startWith: libraryFile,
    dataFolder: folder,
    home: folder,
    resources,
    readingFile: new URL('../../../src/main/shells/reading-process/child.ts', import.meta.url).href,
    libraryWorker: libraryWorker.href,
    version: '0.0.0',
    shell: 'browser',
    host: noHost,
  }
}
