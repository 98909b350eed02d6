import type { Api } from '../../shared/contract/contract.ts'
import { err, ok } from '../../shared/model/result.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { stepToUndo, type UndoTables, undoStep } from './undo-change.ts'

type Needs = { library: UndoTables; queue: Pick<ReadingQueue, 'restart'>; changes: Notifier; clock: Clock }

/** What happened to a letter, and undoing it. */
export function createHistoryHandlers(needs: Needs): Pick<Api, 'letter:history' | 'letter:undo'> {
  const { library } = needs
  /** Without a letter, only what happened since the app started is undone: nobody remembers their last step of last week. */
  const start = library.history.newestId()
  return {
    'letter:history': async ({ id }) => {
      if (!library.letters.find(id)) return err({ code: 'letter.not-found' })
      const [undo, redo] = [false, true].map((again) => stepToUndo(library, id, again)?.id ?? null)
      return ok({ steps: library.history.listOfLetter(id), undo: undo ?? null, redo: redo ?? null })
    },
    'letter:undo': async ({ id, redo }) => {
      if (id && !library.letters.find(id)) return err({ code: 'letter.not-found' })
      const [found] = (id ? [id] : library.history.lettersAfter(start))
        .flatMap((letter) => {
          const step = stepToUndo(library, letter, redo)
          return step && (id || step.id > start) ? [{ letter, step }] : []
        })
        .sort((a, b) => b.step.id - a.step.id)
      return found ? undoStep(needs, found.letter, found.step) : err({ code: 'history.nothing' })
    },
  }
}
