import { z } from 'zod'
import { Day } from '../model/day.ts'
import { LetterId } from '../model/letter.ts'
import { type CallShape, done, nothing } from './schemas.ts'

/** A folder outside the library that a person chose. `problem`: its words are in `errors.<code>`. */
const ChosenFolder = z.object({ folder: z.string().nullable(), problem: z.string().nullable() })

/**
 * A file from the scanner's folder. `code` null: it was added; `known`: the library already had the same
 * file.
 */
export const ImportedFile = z.object({
  fileName: z.string(),
  /** ISO instant. */
  at: z.iso.datetime(),
  id: LetterId.nullable(),
  known: z.boolean(),
  code: z.string().nullable(),
})
export type ImportedFile = z.infer<typeof ImportedFile>

const folderKinds = ['calendar', 'scanner'] as const
export type FolderKind = (typeof folderKinds)[number]

/** What connects the library to the rest of the computer: reminders, the calendar file, the scanner. */
export const integrationsContract = {
  'integrations:settings': {
    passive: true,
    input: nothing,
    output: z.object({
      /** System notifications, while the app is open. */
      notify: z.boolean(),
      /** A notification may name the letter and the right. */
      named: z.boolean(),
      snoozes: z.record(z.string(), Day),
      /**
       * The shell can show the system's folder dialog; otherwise only the command line can set the folders.
       */
      canChoose: z.boolean(),
      calendar: ChosenFolder,
      /** `recentImports`: newest first, since the library was opened. */
      scanner: ChosenFolder.extend({ recentImports: z.array(ImportedFile) }),
    }),
  },
  'reminders:set': { input: z.object({ notify: z.boolean(), named: z.boolean() }), output: done(nothing) },
  /** Snoozes reminders until a day; null: they are due again now. */
  'reminders:snooze': {
    input: z.object({ keys: z.array(z.string().max(200)).min(1).max(1000), until: Day.nullable() }),
    output: done(nothing),
  },
  /** Asks the person for a folder in the system's dialog: the window never names a path. */
  'folder:choose': { input: z.object({ kind: z.enum(folderKinds) }), output: done(nothing) },
  'folder:stop': { input: z.object({ kind: z.enum(folderKinds) }), output: done(nothing) },
} as const satisfies Record<string, CallShape>
