import { z } from 'zod'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const exportContract = {
  /**
   * The whole library as a zip file of plain folders, not encrypted. A very large library needs the command
   * line.
   */
  'library:export': {
    input: nothing,
    output: done(z.object({ fileName: z.string(), bytes: Bytes })),
  },
  /** Imports such a zip file; what the library already has stays as it is. Both numbers count letters. */
  'library:import': {
    input: z.object({ bytes: Bytes }),
    output: done(z.object({ added: z.int(), known: z.int() })),
  },
} as const satisfies Record<string, CallShape>
