import { z } from 'zod'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** Newer rules, words and forms from a signed file. Works whether or not a library is open. */
export const contentContract = {
  'content:info': {
    passive: true,
    input: nothing,
    output: z.object({
      /** The version that ships with the app. */
      builtIn: z.string(),
      /** The pack in use; null: the app's own rules. `key`: the id of the key that signed it. */
      pack: z.object({ version: z.string(), madeOn: z.iso.date(), key: z.string() }).nullable(),
      /** The version that `content:back` returns to; null: there is none. */
      backTo: z.string().nullable(),
      /** Why an imported pack is not used; its words are in `errors.<code>`. */
      problem: z.string().nullable(),
      /** False if the app knows no publisher's key: every pack would be refused. */
      takesPacks: z.boolean(),
    }),
  },
  /**
   * Checks a pack and uses it from now on: its rules and words take effect at once. Stored letters stay as
   * they are.
   */
  'content:import': { input: z.object({ bytes: Bytes }), output: done(z.object({ version: z.string() })) },
  /** Returns to the previous pack, or to what ships with the app. */
  'content:back': { input: nothing, output: done(z.object({ version: z.string() })) },
} as const satisfies Record<string, CallShape>
