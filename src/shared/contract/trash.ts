import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { type CallShape, done } from './schemas.ts'

export const trashContract = {
  /**
   * Deletes removed letters for good, including their bytes; nothing else ever does. A letter with a deadline
   * that is still running needs `evenWithOpenClock`. `filesKept`: how many of them are in a file with other
   * letters, which stays. `shrunk`: the library file became smaller; the bytes are gone either way.
   */
  'trash:empty': {
    input: z.object({ ids: z.array(LetterId).min(1).max(100_000), evenWithOpenClock: z.boolean() }),
    output: done(z.object({ filesKept: z.int(), shrunk: z.boolean() })),
  },
} as const satisfies Record<string, CallShape>
