import type { Api, Output } from '../../shared/contract/contract.ts'
import { isWhole } from '../../shared/model/arrangement.ts'
import type { HistoryChange, HistoryStep } from '../../shared/model/history.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { assertNever, err, ok } from '../../shared/model/result.ts'
import type { SessionContext } from '../app/session-context.ts'
import { changeLetter } from '../letters/change-letter.ts'
import { overridePageLayout } from '../scans/arrange-pages.ts'
import { pageCountOf } from '../scans/scan-layout.ts'
import type { Library } from '../storage/open-library.ts'
import { undoSteps } from './undo-steps.ts'

/** What happened to a letter, and taking it back. */
export function createHistoryHandlers(parts: SessionContext): Pick<Api, 'letter:history' | 'letter:undo'> {
  const { library } = parts
  /** Without a letter only what happened since the start is taken back: nobody remembers last week's last act. */
  const start = library.history.newestId()
  return {
    'letter:history': async ({ id }) => {
      if (!library.letters.find(id)) return err({ code: 'letter.not-found' })
      const [undo, redo] = [false, true].map((again) => stepToTakeBack(library, id, again)?.id ?? null)
      return ok({ steps: library.history.listOfLetter(id), undo: undo ?? null, redo: redo ?? null })
    },
    'letter:undo': async ({ id, redo }) => {
      if (id && !library.letters.find(id)) return err({ code: 'letter.not-found' })
      const [found] = (id ? [id] : library.history.lettersAfter(start))
        .flatMap((letter) => {
          const step = stepToTakeBack(library, letter, redo)
          return step && (id || step.id > start) ? [{ letter, step }] : []
        })
        .sort((a, b) => b.step.id - a.step.id)
      return found ? takeBack(parts, found.letter, found.step) : err({ code: 'history.nothing' })
    },
  }
}

/** How pages lie can be taken back while they lie so: a join, or another letter of the scan, may have moved them since. */
function stepToTakeBack(library: Library, id: LetterId, redo: boolean): HistoryStep | null {
  const steps = library.history.listOfLetter(id)
  for (let left = steps; ; ) {
    const step = undoSteps(left)[redo ? 'redo' : 'undo']
    const arranged = step && arrangedIn(step)
    if (!arranged || liesAs(library, id, arranged)) return step
    left = left.filter((each) => each !== step)
  }
}

type Arranged = Extract<HistoryChange, { what: 'arranged' }>
const arrangedIn = ({ changes }: HistoryStep): Arranged | undefined =>
  changes.find((change) => change.what === 'arranged')

function liesAs(library: Library, id: LetterId, { scanId, before, after }: Arranged): boolean {
  if (library.letters.find(id)?.scanId !== scanId) return false
  const count = pageCountOf(library.files.listOfScan(scanId)) ?? 0
  const now = library.scans.get(scanId).arrangement
  return JSON.stringify(now) === JSON.stringify(after) && (before === null || isWhole(before, count))
}

function takeBack(parts: SessionContext, id: LetterId, step: HistoryStep): Output<'letter:undo'> {
  const { library, clock } = parts
  const arranged = arrangedIn(step)
  const letter = library.letters.find(id)
  if (arranged && letter) {
    const done = overridePageLayout(parts, letter, arranged.before, step.id)
    return done.ok ? ok({ id, what: ['arranged'] }) : done
  }
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
    case 'pages':
      return
    case 'kept':
    case 'reading':
    case 'arranged':
      throw new Error(`history: ${change.what} is not taken back`)
    default:
      assertNever(change, 'a change that nobody can take back')
  }
}
