import type { AppRevision } from '../../shared/contract/library.ts'
import type { AutoLock } from './auto-lock.ts'
import type { ChangeFeed } from './change-feed.ts'
import type { SharedOptions } from './core-options.ts'
import type { LibraryManager } from './library-manager.ts'

/** What the calls share that are answered whether or not a library is open. */
export type AppContext = SharedOptions & {
  door: LibraryManager
  standing: () => AppRevision
  changes: ChangeFeed
  autoLock: AutoLock
}
