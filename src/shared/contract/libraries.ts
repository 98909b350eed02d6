import { z } from 'zod'
import { type CallShape, done, nothing } from './schemas.ts'

/** Names a library of this computer, says nothing of where it lies, and is looked up in the list of those known. */
export const KnownId = z.string().min(1).max(64)

export const KnownLibrary = z.object({
  id: KnownId,
  /** The folder's or file's name; null for the library that everybody has. */
  name: z.string().nullable(),
  folder: z.string(),
  /** Its file is there now: a USB stick may be out. */
  here: z.boolean(),
  /** The one in this window. */
  now: z.boolean(),
})
export type KnownLibrary = z.infer<typeof KnownLibrary>

/** A folder with a library, or one where a new library shall be. */
const What = z.enum(['open', 'new'])

/** Several libraries, as a clinic has one for each client; answered whether or not one is open. */
export const librariesContract = {
  'libraries:list': {
    passive: true,
    input: nothing,
    output: z.object({
      /** The one opened last comes first. */
      known: z.array(KnownLibrary),
      /** How a person names another one: in the system's dialog, by typing a folder below their home, or not here. */
      by: z.enum(['dialog', 'typing', 'nothing']),
    }),
  },
  /** Closes the library of this window and opens another, which may ask for its passphrase first. */
  'libraries:open': { input: z.object({ id: KnownId }), output: done(nothing) },
  /** Asks for the place in the system's own dialog. */
  'libraries:choose': { input: z.object({ what: What }), output: done(nothing) },
  /** Where there is no dialog: a folder below the person's home. It is checked by the core, links and all. */
  'libraries:at': {
    input: z.object({ what: What, folder: z.string().min(1).max(1000) }),
    output: done(nothing),
  },
  /** Leaves it out of the list; its file stays. */
  'libraries:forget': { input: z.object({ id: KnownId }), output: done(nothing) },
} as const satisfies Record<string, CallShape>
