import type { Call, Output } from '../../../shared/contract/contract.ts'
import type { LibraryState } from '../../../shared/contract/library.ts'
import type { ClockDoubt } from '../../../shared/model/clock-doubt.ts'
import type { Reminder } from '../../../shared/telling/reminders.ts'
import type { Resume } from '../../app/core-options.ts'

/**
 * What the window's process and the core's process say to each other. Both are ours and come from one build, so that the
 * types hold it; what a page sends is checked by the contract in the core.
 */

/** What the core needs to begin. Everything that only the window's process can do is asked of it, see `HostAsks`. */
export type CoreSettings = {
  libraryFile: string
  startWith: string
  dataFolder: string
  /** The person's home, where a folder may be typed. */
  home?: string
  resources: string
  /** Address of the reading process for a core that can start it; null: the window's process starts it when it is asked. */
  readingFile: string | null
  /** Address of the thread that works on library files. */
  libraryWorker: string
  version: string
  shell: Output<'app:start'>['shell']
  /** What the window's process can do. */
  host: { dialogs: boolean; keychain: boolean; pdfProgram: boolean }
}

/** Asked of the core, each with its input and its answer. */
export type CoreAsks = {
  call: { input: { name: Call; input: unknown }; answer: unknown }
  /** Settles when every kept scan has been read. */
  idle: { input: null; answer: null }
  /** What asks for a reminder today; null while no library is open or where the person wants none. */
  reminders: { input: null; answer: DueReminders | null }
  /**
   * Files that the system handed over, by path, while this library was in the window. Settles when all are dealt with: they
   * wait while it is locked.
   */
  openFiles: { input: { files: readonly string[]; library: string }; answer: null }
  /** Puts a library on the list of those known and gives its id. */
  noteLibrary: { input: string; answer: string }
}
export type DueReminders = {
  today: string
  due: Reminder[]
  named: boolean
  clockDoubt: ClockDoubt | null
}

/** Asked of the window's process by the core. */
export type HostAsks = {
  chooseFolder: { input: null; answer: string | null }
  chooseLibrary: { input: 'open' | 'new'; answer: string | null }
  getSecret: { input: string; answer: string | null }
  setSecret: { input: { file: string; secret: string | null }; answer: boolean }
  /** Shows a PDF, written for this, in the system's own program. */
  openPdf: { input: string; answer: boolean }
}
export type Host = { [K in keyof HostAsks]: (input: HostAsks[K]['input']) => Promise<HostAsks[K]['answer']> }

export type CoreAsk = { [K in keyof CoreAsks]: { what: K; input: CoreAsks[K]['input'] } }[keyof CoreAsks]
export type HostAsk = { [K in keyof HostAsks]: { what: K; input: HostAsks[K]['input'] } }[keyof HostAsks]

export type ToCore =
  | { kind: 'start'; settings: CoreSettings; resume: Resume | null }
  | ({ kind: 'ask'; id: number } & CoreAsk)
  | { kind: 'host-answer'; id: number; answer: Settled }
  /** Close the library cleanly, then end. */
  | { kind: 'close' }
  /** Comes with the port of a window, over which its calls go from now on. */
  | { kind: 'window' }
  | ReadingReply
export type FromCore =
  | { kind: 'ready'; state: LibraryState }
  /** Which library is in the windows, for a core that must take over. */
  | { kind: 'at'; file: string; place: number }
  | { kind: 'answer'; id: number; answer: Settled }
  | ({ kind: 'host-ask'; id: number } & HostAsk)
  | ReadingRequest

/**
 * An installed app may run nothing as plain Node, so that only the window's process can start another one there. It hands
 * the two ends of a channel to the core and to the reading process, whose messages then pass it by.
 */
export type ReadingRequest = { kind: 'start-reading'; id: number } | { kind: 'end-reading'; id: number }
export type ReadingReply =
  /** Comes with the port. */
  { kind: 'reading'; id: number; pid: number | null } | { kind: 'reading-ended'; id: number }

/** `ok: false`: a bug, of which the process that had it wrote its name into the log. */
export type Settled = { ok: true; value: unknown } | { ok: false }

/** Over the port of a window. */
export type WindowCall = { id: number; name: string; input: unknown }
export type WindowAnswer = { id: number; answer: Settled }

/** Bytes travel in pieces of this size, so that no process copies more than this in one go. */
export const pieceBytes = 64 * 1024

/** The answer to a call whose core process ended before it answered. Nothing that was saved is lost. */
export const restarted = { ok: false, error: { code: 'library.restarted' } } as const
