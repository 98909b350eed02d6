import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { Bytes, type CallShape, done } from './schemas.ts'

export const redactionContract = {
  /**
   * A copy of a letter as pictures with the taxpayer numbers blacked out (`namesToo`: also the name and
   * address). It is read again before it is handed out. `redacted` is the number of places.
   */
  'letter:redacted': {
    input: z.object({ id: LetterId, namesToo: z.boolean() }),
    output: done(z.object({ bytes: Bytes, redacted: z.int() })),
  },
} as const satisfies Record<string, CallShape>
