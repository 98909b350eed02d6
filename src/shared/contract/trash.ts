import { z } from 'zod'
import { LetterId } from '../model/letter.ts'
import { type CallShape, done, nothing } from './schemas.ts'

export const trashContract = {
  /**
   * Deletes removed letters for good, including their bytes; nothing else ever does. A letter with a deadline
   * that is still running needs `evenWithOpenClock`. `filesRetained`: how many of them are in a file with other
   * letters, which stays.
   */
  'trash:empty': {
    input: z.object({ ids: z.array(LetterId).min(1).max(100_000), evenWithOpenClock: z.boolean() }),
    output: done(z.object({ filesRetained: z.int() })),
  },
  /** What a deletion leaves in the file is wiped in the background. `progress` null: not yet known. */
  'trash:wiping': {
    passive: true,
    input: nothing,
    output: z.object({
      isWiping: z.boolean(),
      progress: z.object({ done: z.int(), of: z.int() }).nullable(),
    }),
  },
} as const satisfies Record<string, CallShape>
