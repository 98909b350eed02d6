import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { type CallShape, done } from './schemas.ts'

/** How long guessing a passphrase takes at least, for those that are good enough. */
export const guessingTimes = ['years', 'lifetimes'] as const
export type GuessingTime = (typeof guessingTimes)[number]

/** Choosing a passphrase; works whether or not a library is open. */
export const passphraseContract = {
  /** Refused by a code that says how soon it is guessed. What is asked about is kept nowhere. */
  'passphrase:rate': {
    input: z.object({ passphrase: z.string().max(500) }),
    output: done(z.object({ takes: z.enum(guessingTimes) })),
  },
  /** Five words that nobody chose. */
  'passphrase:suggest': {
    input: z.object({ language: z.enum(languages) }),
    output: z.object({ passphrase: z.string() }),
  },
} as const satisfies Record<string, CallShape>
