import { expect, test } from 'vitest'
import { undoSteps } from '../../../src/main/history/undo-steps.ts'
import type { HistoryChange, HistoryStep } from '../../../src/shared/model/history.ts'

const removed: HistoryChange = { what: 'removed', before: false, after: true }
const read: HistoryChange = { what: 'reading', before: null, after: null }
const step = (
  id: number,
  undoes: number | null = null,
  changes: HistoryChange[] = [removed],
): HistoryStep => ({
  id,
  at: '2026-11-22T12:00:00.000Z',
  changes,
  undoes,
})

test.each<[string, HistoryStep[], number | null, number | null]>([
  ['nothing happened', [], null, null],
  ['one act', [step(1)], 1, null],
  ['two acts: the later one first', [step(1), step(2)], 2, null],
  ['an act that was taken back', [step(1), step(2, 1)], null, 2],
  ['two acts, the later taken back', [step(1), step(2), step(3, 2)], 1, 3],
  ['two acts, both taken back', [step(1), step(2), step(3, 2), step(4, 1)], null, 4],
  ['taken back and done again', [step(1), step(2, 1), step(3, 2)], 3, null],
  ['done again and taken back again', [step(1), step(2, 1), step(3, 2), step(4, 3)], null, 4],
  ['a new act ends what could be done again', [step(1), step(2, 1), step(3)], 3, null],
  ['a reading is not taken back and ends nothing', [step(1), step(2, 1), step(3, null, [read])], null, 2],
  ['a reading alone', [step(1, null, [read])], null, null],
])('%s', (_name, steps, undo, redo) => {
  const found = undoSteps(steps)
  expect([found.undo?.id ?? null, found.redo?.id ?? null]).toEqual([undo, redo])
})
