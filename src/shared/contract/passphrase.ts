import { z } from 'zod'
import { languages } from '../i18n/languages.ts'
import { type CallShape, done } from './schemas.ts'

/** The least time it takes to guess a passphrase that is strong enough. */
const guessingTimes = ['years', 'lifetimes'] as const
export type GuessingTime = (typeof guessingTimes)[number]

/** Choosing a passphrase; works whether or not a library is open. */
export const passphraseContract = {
  /** Refused with a code that says how soon it would be guessed. The passphrase is not stored anywhere. */
  'passphrase:rate': {
    input: z.object({ passphrase: z.string().max(500) }),
    output: done(z.object({ takes: z.enum(guessingTimes) })),
  },
  /** Five random words. */
  'passphrase:suggest': {
    input: z.object({ language: z.enum(languages) }),
    output: z.object({ passphrase: z.string() }),
  },
} as const satisfies Record<string, CallShape>
