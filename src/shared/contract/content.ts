import { z } from 'zod'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** Newer rules, words and forms from a signed file; answered whether or not a library is open. */
export const contentContract = {
  'content:info': {
    passive: true,
    input: nothing,
    output: z.object({
      /** The version that the app brings along. */
      builtIn: z.string(),
      /** The pack in use; null: the app's own rules. `key`: who signed it, by the key's id. */
      pack: z.object({ version: z.string(), madeOn: z.iso.date(), key: z.string() }).nullable(),
      /** The version that `content:back` leads to; null: there is nothing to take back. */
      backTo: z.string().nullable(),
      /** Why a pack that was brought in is not used; its words are in `errors.<code>`. */
      problem: z.string().nullable(),
      /** False while the app knows no key of a publisher: every pack would be refused. */
      takesPacks: z.boolean(),
    }),
  },
  /** Checks a pack and uses it from now on; what it says is shown and counted at once, what is kept stays as it is. */
  'content:import': { input: z.object({ bytes: Bytes }), output: done(z.object({ version: z.string() })) },
  /** Back to the pack before, or to what the app brings along. */
  'content:back': { input: nothing, output: done(z.object({ version: z.string() })) },
} as const satisfies Record<string, CallShape>
