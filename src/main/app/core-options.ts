import type { Output } from '../../shared/contract/contract.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { Drive } from '../files/drive.ts'
import type { Clock } from '../ports/clock.ts'
import type { Keychain } from '../ports/keychain.ts'
import type { StartReadingProcess } from '../reading/process/process-link.ts'

export type CoreOptions = {
  /** The default library, which is opened first unless `startWith` names another. */
  libraryFile: string
  startWith?: string
  /** Where the core before this one stopped, so that open windows can continue. */
  resume?: Resume | undefined
  /** Where the app remembers which libraries were opened; without it nothing is remembered. */
  dataFolder?: string
  /** The same folder, for a shell that adds nothing to the list: it only keeps right how far a listed library has come. */
  listFolder?: string
  /** The system's dialog for a library file, existing or new, if the shell has one. */
  chooseLibrary?: ((what: 'open' | 'new') => Promise<string | null>) | undefined
  /**
   * The person's home folder. Where there is no dialog, a folder inside it may be typed; without it none may.
   */
  home?: string | undefined
  /** Where a file is; the system's own answer unless a test gives another. */
  driveOf?: ((file: string) => Drive) | undefined
  /** A person knows that a library may be on a network drive and wants it opened there. */
  anyDrive?: boolean | undefined
  /** The folder with `law`, `forms`, `fonts`, `samples` and `tessdata`. */
  resources: string
  /** Law, words and forms that may be newer than those in `resources`; without it, none are. */
  content?: ContentStore
  /** How this shell starts a reading process: everything that decodes a stranger's bytes runs there. */
  startReadingProcess: StartReadingProcess
  /** `library/library-worker.ts`, or its bundle. */
  libraryWorker: URL
  /** What to do if there is no library yet: let the person choose, or create one without protection. */
  whenNew?: 'ask' | 'create'
  /** This computer's own store of secrets, if it has one that deserves the name. */
  keychain?: Keychain | undefined
  /** The system's dialog for a folder, if the shell has one; null: the person canceled. */
  chooseFolder?: (() => Promise<string | null>) | undefined
  /** Shows a PDF in the system's own program, if the shell can; false: no program took it. */
  viewPdf?: ((bytes: Uint8Array) => Promise<boolean>) | undefined
  /**
   * False if days are counted from another day than today: then no file outside the library may be written.
   */
  keepsCalendar?: boolean | undefined
  clock: Clock
  version: string
  shell: Output<'app:start'>['shell']
}

/**
 * `revision`: the first one of the new core, above any that the old one gave. `place`: that of the library in the windows.
 */
export type Resume = { revision: number; place: number }
