import { z } from 'zod'
import { type CallShape, done, nothing } from './schemas.ts'

/**
 * Identifies a library on this computer without giving away its path; looked up in the list of known
 * libraries.
 */
const KnownId = z.string().min(1).max(64)

export const KnownLibrary = z.object({
  id: KnownId,
  /** The folder's or file's name; null for the default library. */
  name: z.string().nullable(),
  folder: z.string(),
  /** Its file is present: a USB stick may be unplugged. */
  here: z.boolean(),
  /** The one open in this window. */
  now: z.boolean(),
})
export type KnownLibrary = z.infer<typeof KnownLibrary>

/** A folder with a library, or one for a new library. */
const What = z.enum(['open', 'new'])

/** Several libraries: a clinic has one for each client. Works whether or not one is open. */
export const librariesContract = {
  'libraries:list': {
    passive: true,
    input: nothing,
    output: z.object({
      /** Most recently opened first. */
      known: z.array(KnownLibrary),
      /**
       * How a person picks another one: in the system's dialog, by typing a folder inside their home folder,
       * or not at all in this shell.
       */
      by: z.enum(['dialog', 'typing', 'nothing']),
    }),
  },
  /** Closes this window's library and opens another, which may ask for its passphrase first. */
  'libraries:open': { input: z.object({ id: KnownId }), output: done(nothing) },
  /** Asks for the location in the system's dialog. */
  'libraries:choose': { input: z.object({ what: What }), output: done(nothing) },
  /**
   * For shells without a dialog: a folder inside the person's home folder. The core checks it, following
   * links.
   */
  'libraries:at': {
    input: z.object({ what: What, folder: z.string().min(1).max(1000) }),
    output: done(nothing),
  },
  /** Takes it off the list; its file stays. */
  'libraries:forget': { input: z.object({ id: KnownId }), output: done(nothing) },
} as const satisfies Record<string, CallShape>
