import type { Output } from '../../shared/contract/contract.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Keychain } from '../ports/keychain.ts'
import type { StartReadingProcess } from '../reading/process/process-link.ts'

export type CoreOptions = {
  /** The library that everybody has; the first that is opened unless `startWith` names another. */
  libraryFile: string
  startWith?: string
  /** Where the core before this one stopped, so that open windows can continue. */
  resume?: Resume | undefined
  /** Where the app keeps which libraries were opened; without it nothing is remembered. */
  dataFolder?: string
  /** The system's dialog for a library's file, there or to be made, where the shell has one. */
  chooseLibrary?: ((what: 'open' | 'new') => Promise<string | null>) | undefined
  /** The person's home, below which a folder may be typed where there is no dialog; without it none may. */
  home?: string | undefined
  /** The folder with `law`, `forms`, `fonts`, `samples` and `tessdata`. */
  resources: string
  /** Law, words and forms that may be newer than those in `resources`; without it none are. */
  content?: ContentStore
  /** How this shell starts a process that reads: everything that decodes a stranger's bytes runs there. */
  startReadingProcess: StartReadingProcess
  /** `library/library-worker.ts`, or its bundle. */
  libraryWorker: URL
  /** What to do where there is no library yet: let the person choose, or make one without protection. */
  whenNew?: 'ask' | 'create'
  /** This computer's own store of secrets, where there is one that deserves the name. */
  keychain?: Keychain | undefined
  /** The system's dialog for a folder, where the shell has one; null: the person changed their mind. */
  chooseFolder?: (() => Promise<string | null>) | undefined
  /** Shows a PDF in the system's own program, where the shell can; false: none took it. */
  viewPdf?: ((bytes: Uint8Array) => Promise<boolean>) | undefined
  /** False where days are counted from another day than the real one: no file outside may be told. */
  keepsCalendar?: boolean | undefined
  clock: Clock
  version: string
  shell: Output<'app:start'>['shell']
}

/**
 * `revision`: the first one of the new core, above any that the old one gave. `place`: that of the library in the windows.
 */
export type Resume = { revision: number; place: number }
