import { z } from 'zod'
import { Forms } from '../appeals/appeal-papers.ts'
import { PackWords } from '../content/words-shape.ts'
import { Law } from '../law/law.ts'
import { Day } from '../model/day.ts'
import { AppRevision, LibraryState } from './library.ts'
import { type CallShape, nothing } from './schemas.ts'

export const appContract = {
  /** What the screen needs at the start. `today` is the calendar day on this computer. */
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
      appRevision: AppRevision,
      /** null: the words that the window was built with. */
      packWords: PackWords.nullable(),
    }),
  },
  /** What the app did on this computer, as lines of JSON without personal data, for a person to look at and save. */
  'app:log': { passive: true, input: nothing, output: z.object({ text: z.string() }) },
} as const satisfies Record<string, CallShape>
