import type { Api } from '../../shared/contract/contract.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { emptyTrash, type TrashTables } from './empty-trash.ts'
import type { Wiper } from './wiper.ts'

type Needs = {
  library: TrashTables
  queue: ReadingQueue
  changes: Notifier
  law: Law
  clock: Clock
  wiper: Wiper
}

/** The trash never empties itself; a person empties it, letter by letter or all at once. */
export function createTrashHandlers(needs: Needs): Pick<Api, 'trash:empty' | 'trash:wiping'> {
  return {
    'trash:wiping': async () => {
      const progress = needs.wiper.progress()
      return { isWiping: progress !== null, progress: progress?.step ?? null }
    },
    'trash:empty': async ({ ids, evenWithOpenClock }) => {
      const emptied = await emptyTrash(needs, ids, evenWithOpenClock)
      // Also where it failed in the middle: what was deleted before is to be wiped.
      needs.wiper.start()
      return emptied
    },
  }
}
