import { z } from 'zod'
import { Forms } from '../appeals/appeal-papers.ts'
import { PackWords } from '../content/words-shape.ts'
import { Law } from '../law/law.ts'
import { Day } from '../model/day.ts'
import { AppRevision, LibraryState } from './library.ts'
import { type CallShape, nothing } from './schemas.ts'

export const appContract = {
  /** What the screen needs to start. `today` is the calendar day on this computer. */
  'app:start': {
    passive: true,
    input: nothing,
    output: z.object({
      law: Law,
      forms: Forms,
      today: Day,
      version: z.string(),
      shell: z.enum(['desktop', 'browser', 'cli']),
      revision: z.int(),
      library: LibraryState,
      standing: AppRevision,
      /** null: the words that the window was built with. */
      packWords: PackWords.nullable(),
    }),
  },
} as const satisfies Record<string, CallShape>
