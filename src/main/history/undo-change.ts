import type { ChangedPart, HistoryChange, HistoryStep } from '../../shared/model/history.ts'
import type { LetterId } from '../../shared/model/letter.ts'
import { isWhole } from '../../shared/model/page-layout-override.ts'
import { assertNever, ok, type Result } from '../../shared/model/result.ts'
import { type ChangeFailure, type ChangeTables, changeLetter } from '../letters/change-letter.ts'
import type { Notifier } from '../ports/change-feed.ts'
import type { Clock } from '../ports/clock.ts'
import { type ArrangeTables, overridePageLayout } from '../scans/override-page-layout.ts'
import type { ReadingQueue } from '../scans/reading-queue.ts'
import { pageCountOf } from '../scans/scan-layout.ts'
import type { Library, WriteFailure } from '../storage/open-library.ts'
import { undoSteps } from './undo-steps.ts'

export type UndoTables = ChangeTables & ArrangeTables

type Needs = { library: UndoTables; queue: Pick<ReadingQueue, 'restart'>; changes: Notifier; clock: Clock }
type UndoFailure = ChangeFailure | WriteFailure

/**
 * The step that Undo takes back; with `redo`, the one that Redo takes back. A page layout can only be taken back while the
 * pages are still laid out that way: a merge, or another letter of the scan, may have moved them since.
 */
export function stepToUndo(
  library: Pick<Library, 'history' | 'letters' | 'files' | 'scans'>,
  id: LetterId,
  redo: boolean,
): HistoryStep | null {
  const steps = library.history.listOfLetter(id)
  for (let left = steps; ; ) {
    const step = undoSteps(left)[redo ? 'redo' : 'undo']
    const layoutChange = step && layoutChangeIn(step)
    if (!layoutChange || hasLayout(library, id, layoutChange)) return step
    left = left.filter((each) => each !== step)
  }
}

type LayoutChange = Extract<HistoryChange, { what: 'arranged' }>
const layoutChangeIn = ({ changes }: HistoryStep): LayoutChange | undefined =>
  changes.find((change) => change.what === 'arranged')

function hasLayout(
  library: Pick<Library, 'letters' | 'files' | 'scans'>,
  id: LetterId,
  { scanId, before, after }: LayoutChange,
): boolean {
  if (library.letters.find(id)?.scanId !== scanId) return false
  const count = pageCountOf(library.files.listOfScan(scanId)) ?? 0
  const now = library.scans.get(scanId).layoutOverride
  return JSON.stringify(now) === JSON.stringify(after) && (before === null || isWhole(before, count))
}

/** Restores what a step changed; that is itself a step of the history. */
export function undoStep(
  needs: Needs,
  id: LetterId,
  step: HistoryStep,
): Result<{ id: LetterId; what: ChangedPart[] }, UndoFailure> {
  const { library, clock } = needs
  const layoutChange = layoutChangeIn(step)
  const letter = library.letters.find(id)
  if (layoutChange && letter) {
    const done = overridePageLayout(needs, letter, layoutChange.before, step.id)
    return done.ok ? ok({ id, what: ['arranged'] }) : done
  }
  const work = () => {
    for (const change of [...step.changes].reverse()) putBack(library, id, change, clock.now())
  }
  const done = changeLetter(needs, id, work, step.id)
  return done.ok ? ok({ id, what: step.changes.map(({ what }) => what) }) : done
}

function putBack(
  library: Pick<Library, 'letters' | 'events' | 'mailings' | 'exhibits'>,
  id: LetterId,
  change: HistoryChange,
  now: string,
): void {
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
