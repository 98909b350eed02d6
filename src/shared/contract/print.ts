import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

export const printContract = {
  /** The user guide with pictures of the screens, a PDF that ships with the app. */
  'guide:pdf': { input: z.object({ language: z.enum(languages) }), output: z.object({ bytes: Bytes }) },
  /** The pages of a PDF as pictures, to print from a window that cannot show a PDF. */
  'pdf:pictures': {
    input: z.object({ bytes: Bytes }),
    output: done(
      z.object({ pictures: z.array(z.object({ type: z.enum(['image/png', 'image/jpeg']), bytes: Bytes })) }),
    ),
  },
  /** Opens a PDF in the system's own PDF program; desktop app only. */
  'pdf:view': { input: z.object({ bytes: Bytes }), output: done(nothing) },
} as const satisfies Record<string, CallShape>
