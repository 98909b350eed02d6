import { z } from 'zod'
import { type ChangedPart, HistoryStep } from '../model/history.ts'
import { LetterId } from '../model/letter.ts'
import { type CallShape, done } from './schemas.ts'

export const historyContract = {
  /** What happened to a letter, oldest first, and the ids of the steps that Undo and Redo would take back. */
  'letter:history': {
    passive: true,
    input: z.object({ id: LetterId }),
    output: done(
      z.object({ steps: z.array(HistoryStep), undo: z.int().nullable(), redo: z.int().nullable() }),
    ),
  },
  /**
   * Undoes what a person last did to a letter; with `redo`, does again what was undone. `id: null`: the last
   * thing done to any letter since the core started.
   */
  'letter:undo': {
    input: z.object({ id: LetterId.nullable(), redo: z.boolean() }),
    output: done(
      z.object({ id: LetterId, what: z.array(z.custom<ChangedPart>((part) => typeof part === 'string')) }),
    ),
  },
} as const satisfies Record<string, CallShape>
