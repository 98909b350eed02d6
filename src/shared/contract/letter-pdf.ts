import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done } from './schemas.ts'

export const letterPdfContract = {
  /** The pages of a letter as pictures, with what was read on them as invisible text that can be searched and copied. */
  'letter:searchable': {
    input: z.object({ id: LetterId }),
    output: done(z.object({ bytes: Bytes })),
  },
  /**
   * A copy of a letter as pictures with the taxpayer numbers blacked out (`namesToo`: also the name and
   * address). It is read again before it is handed out. `redacted` is the number of places.
   */
  'letter:redacted': {
    input: z.object({ id: LetterId, namesToo: z.boolean() }),
    output: done(z.object({ bytes: Bytes, redacted: z.int() })),
  },
} as const satisfies Record<string, CallShape>
