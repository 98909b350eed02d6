import type { ChangedPart, HistoryStep } from '../../shared/model/history.ts'

/** What a person said or did. What was read can be restored by reading again. */
const undoable: readonly ChangedPart[] = [
  'confirmed',
  'events',
  'answers',
  'mailings',
  'exhibits',
  'removed',
  'arranged',
]

/** Pages follow from the page layout, and are restored with it. */
const isUndoable = ({ changes }: Pick<HistoryStep, 'changes'>): boolean => {
  const acts = changes.filter(({ what }) => what !== 'pages')
  return acts.length > 0 && acts.every(({ what }) => undoable.includes(what))
}

/**
 * The step that Undo takes back and the one that Redo takes back, from a letter's steps, oldest first.
 * Undoing is a step, too, so that nothing is ever lost from the history; a new action ends what could be
 * redone.
 */
export function undoSteps(steps: readonly HistoryStep[]): {
  undo: HistoryStep | null
  redo: HistoryStep | null
} {
  const toUndo: HistoryStep[] = []
  const toRedo: HistoryStep[] = []
  for (const step of steps) {
    if (step.undoes === null) {
      if (!isUndoable(step)) continue
      toUndo.push(step)
      toRedo.length = 0
    } else if (toUndo.at(-1)?.id === step.undoes) {
      toUndo.pop()
      toRedo.push(step)
    } else if (toRedo.at(-1)?.id === step.undoes) {
      toRedo.pop()
      toUndo.push(step)
    }
  }
  return { undo: toUndo.at(-1) ?? null, redo: toRedo.at(-1) ?? null }
}
