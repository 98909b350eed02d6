import type { Api } from '../../shared/contract/contract.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import type { Library } from '../storage/open-library.ts'
import { emptyTrash } from './empty-trash.ts'

type Needs = { library: Library; queue: ReadingQueue; changes: Notifier; law: Law; clock: Clock }

/** The trash never empties itself; a person empties it, letter by letter or all at once. */
export function createTrashHandlers(needs: Needs): Pick<Api, 'trash:empty'> {
  return {
    'trash:empty': async ({ ids, evenWithOpenClock }) => emptyTrash(needs, ids, evenWithOpenClock),
  }
}
