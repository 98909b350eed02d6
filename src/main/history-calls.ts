import type { Api, Output } from '../shared/contract.ts'
import { undoSteps } from '../shared/history/undo-steps.ts'
import type { HistoryChange, HistoryStep } from '../shared/model/history.ts'
import type { LetterId } from '../shared/model/letter.ts'
import { assertNever, err, ok } from '../shared/model/result.ts'
import { changeLetter } from './change-letter.ts'
import type { Library } from './library/open-library.ts'
import type { Parts } from './parts.ts'

/** What happened to a letter, and taking it back. */
export function createHistoryCalls(parts: Parts): Pick<Api, 'letter:history' | 'letter:undo'> {
  const { library } = parts
  /** Without a letter only what happened since the start is taken back: nobody remembers last week's last act. */
  const start = library.history.newestId()
  return {
    'letter:history': async ({ id }) => {
      if (!library.letters.find(id)) return err({ code: 'letter.not-found' })
      const steps = library.history.listOfLetter(id)
      const { undo, redo } = undoSteps(steps)
      return ok({ steps, undo: undo?.id ?? null, redo: redo?.id ?? null })
    },
    'letter:undo': async ({ id, redo }) => {
      if (id && !library.letters.find(id)) return err({ code: 'letter.not-found' })
      const [found] = (id ? [id] : library.history.lettersAfter(start)).flatMap((letter) => {
        const step = undoSteps(library.history.listOfLetter(letter))[redo ? 'redo' : 'undo']
        return step && (id || step.id > start) ? [{ letter, step }] : []
      })
      return found ? takeBack(parts, found.letter, found.step) : err({ code: 'history.nothing' })
    },
  }
}

function takeBack(parts: Parts, id: LetterId, step: HistoryStep): Output<'letter:undo'> {
  const { library, clock } = parts
  const work = () => {
    for (const change of [...step.changes].reverse()) putBack(library, id, change, clock.now())
  }
  const done = changeLetter(parts, id, work, step.id)
  return done.ok ? ok({ id, what: step.changes.map(({ what }) => what) }) : done
}

function putBack(library: Library, id: LetterId, change: HistoryChange, now: string): void {
  switch (change.what) {
    case 'confirmed':
      library.letters.setConfirmed(id, change.before)
      return
    case 'events':
      library.events.replace(id, change.before)
      return
    case 'answers':
      library.letters.setAnswers(id, change.before)
      return
    case 'mailings':
      library.mailings.replace(id, change.before)
      return
    case 'exhibits': {
      const shown = new Set<string>(change.before.map((exhibit) => exhibit.id))
      library.exhibits.showOnly(id, shown, now)
      return
    }
    case 'removed':
      library.letters.setRemoved(id, change.before ? now : null)
      return
    case 'kept':
    case 'reading':
    case 'pages':
      throw new Error(`history: ${change.what} is not taken back`)
    default:
      assertNever(change, 'a change that nobody can take back')
  }
}
