import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import type { Output } from '../../shared/contract/contract.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Day } from '../../shared/model/day.ts'
import type { ContentStore } from '../content/content-store.ts'
import type { Reader } from '../reading/process/client.ts'
import type { createReadingQueue } from '../scans/reading-queue.ts'
import type { createSearchBackfill } from '../search/search-backfill.ts'
import type { Library } from '../storage/open-library.ts'
import type { AutoLock } from './auto-lock.ts'
import type { createChangeFeed } from './change-feed.ts'
import type { LibraryManager } from './library-manager.ts'

export type CoreOptions = {
  /** The library that everybody has; the first that is opened unless `startWith` names another. */
  libraryFile: string
  startWith?: string
  /** Where the app keeps which libraries were opened; without it nothing is remembered. */
  dataFolder?: string
  /** The system's dialog for a library's file, there or to be made, where the shell has one. */
  chooseLibrary?: ((what: 'open' | 'new') => Promise<string | null>) | undefined
  /** The person's home, below which a folder may be typed where there is no dialog; without it none may. */
  home?: string
  /** The folder with `law`, `forms`, `fonts`, `samples` and `tessdata`. */
  resources: string
  /** Law, words and forms that may be newer than those in `resources`; without it none are. */
  content?: ContentStore
  /** The reader's worker: `ocr/reader-worker.ts`, or its bundle in the desktop build. */
  workerFile: URL
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
  keepsCalendar?: boolean
  clock: Clock
  version: string
  shell: Output<'app:start'>['shell']
}
export type Clock = { today(): Day /** ISO instant. */; now(): string }

export type Keychain = {
  /** What was set for this library's file, null when nothing is there or it cannot be had. */
  get(file: string): string | null
  /** null forgets. False: it was not kept. */
  set(file: string, secret: string | null): boolean
}

/** Not with the library's file: which one it is can change, and `door.file()` knows. */
type Shared = Omit<CoreOptions, 'libraryFile' | 'startWith'>

/** What the calls share that are answered whether or not a library is open. */
export type AppContext = Shared & {
  door: LibraryManager
  standing: () => AppRevision
  changes: ReturnType<typeof createChangeFeed>
  autoLock: AutoLock
}

/** What the groups of calls share. */
export type SessionContext = Shared & {
  law: Law
  forms: Forms
  /** Descriptions of official forms. */
  manifests: FieldMapping[]
  standing: () => AppRevision
  library: Library
  reader: Reader
  queue: ReturnType<typeof createReadingQueue>
  searchable: ReturnType<typeof createSearchBackfill>
  changes: ReturnType<typeof createChangeFeed>
}
