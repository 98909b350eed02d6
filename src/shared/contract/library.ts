import { z } from 'zod'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** What a person brings to open a protected library. */
export const Proof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('recovery'), key: z.string().min(1).max(100) }),
])
export type Proof = z.infer<typeof Proof>

/** Long enough that guessing takes too long even for someone who has stolen the file. */
export const shortestPassphrase = 10
export const NewPassphrase = z.string().trim().min(shortestPassphrase).max(500)

/**
 * What a salvage found: letters that can be saved, letters of which something is lost, and records that were
 * unreadable.
 */
export const Salvaged = z.object({ letters: z.int(), damagedLetters: z.int(), lostRows: z.int() })
export type Salvaged = z.infer<typeof Salvaged>

/** The library as a whole, before any letter can be seen. */
export const LibraryState = z.discriminatedUnion('kind', [
  /** There is no file yet; the person chooses how to protect it. */
  z.object({ kind: z.literal('new') }),
  /** `passphrase` false: the key file next to the library is gone, and only the recovery key opens it. */
  z.object({ kind: z.literal('locked'), passphrase: z.boolean() }),
  /**
   * The file does not open; it is left as it is. `code` has its words in `errors.<code>`; `sealed`: nothing
   * in it can be read without its passphrase or recovery key; `salvaged`: what a salvage has ready to be used
   * instead, null before one was tried.
   */
  z.object({
    kind: z.literal('unavailable'),
    code: z.string(),
    sealed: z.boolean(),
    salvaged: Salvaged.nullable(),
    /** What the message of `code` refers to. */
    block: z.string().optional(),
  }),
  /**
   * Being encrypted, decrypted, restored, salvaged, rewritten, or switched; nothing else can be done in the
   * meantime. `progress`, if known.
   */
  z.object({
    kind: z.literal('working'),
    what: z.enum(['protection', 'restore', 'salvage', 'content', 'rewrite', 'switch']),
    progress: z.object({ done: z.int(), of: z.int() }).nullable(),
  }),
  z.object({ kind: z.literal('open'), isProtected: z.boolean() }),
])
export type LibraryState = z.infer<typeof LibraryState>

/** Which rules a window counts by and whose letters it shows; when either changes, the window starts over. */
export const AppRevision = z.object({
  /** The version of the rules in use. */
  content: z.string(),
  /** Grows when another library replaces the one that was open. */
  place: z.int(),
  /** What the person calls this library; null for the default one. */
  name: z.string().nullable(),
})
export type AppRevision = z.infer<typeof AppRevision>

/** The name among the backups of the file that does not open. */
const SavedAs = z.object({ savedAs: z.string() })
const RecoveryKey = z.object({ recoveryKey: z.string() })

/**
 * A backup in the folder next to the library. `madeAt` and `letters` are null for a file that was copied
 * there by hand.
 */
export const Backup = z.object({
  name: z.string(),
  madeAt: z.iso.datetime().nullable(),
  bytes: z.int(),
  letters: z.int().nullable(),
  protected: z.boolean(),
})
export type Backup = z.infer<typeof Backup>
/** A name from the list, never a path. */
const BackupName = z
  .string()
  .max(250)
  .regex(/^[^/\\]+\.waymark$/)

/**
 * A problem that the integrity check found; `letters` are the ids of the letters it affects. `changed`: what is stored is whole,
 * but is not what the app wrote last.
 */
export const IntegrityIssue = z.object({
  what: z.enum(['structure', 'original', 'record', 'link', 'changed']),
  letters: z.array(z.string()),
  detail: z.string(),
})
export type IntegrityIssue = z.infer<typeof IntegrityIssue>

/** The library as a file: its protection, its check, its backups. */
export const libraryContract = {
  /**
   * `revision` grows with every change, including changes of the state itself. Works while the library is
   * closed.
   */
  'library:state': {
    passive: true,
    input: nothing,
    output: z.object({ revision: z.int(), library: LibraryState, appRevision: AppRevision }),
  },
  /** Tries to open the file again, after the person fixed what was wrong. */
  'library:try-again': { input: nothing, output: done(nothing) },
  /**
   * The person wants the library opened where it is, although that is a network drive; lasts until Waymark
   * ends.
   */
  'library:open-there': { input: nothing, output: done(nothing) },
  /**
   * Reads whatever a damaged library still gives into a new file next to it; the state then says what that
   * was.
   */
  'library:salvage': { input: z.object({ proof: Proof.nullable() }), output: done(nothing) },
  /** Makes the salvaged file the library. */
  'library:use-salvaged': { input: nothing, output: done(SavedAs) },
  /** Moves a library that does not open to the backups, so that a new one can be created. */
  'library:set-aside': { input: nothing, output: done(SavedAs) },
  /** Creates the first library. null: without protection, and so without a recovery key. */
  'library:create': {
    input: z.object({ passphrase: NewPassphrase.nullable() }),
    output: done(z.object({ recoveryKey: z.string().nullable() })),
  },
  /** Slow by design, and slower when the proof is wrong. One attempt at a time. */
  'library:unlock': { input: Proof, output: done(nothing) },
  'library:lock': { input: nothing, output: done(nothing) },
  /** Someone is using the app: postpones the automatic lock. */
  'library:active': { input: nothing, output: nothing },
  /**
   * Seconds until it locks automatically if nobody uses the app; null: never. Asking does not count as use.
   */
  'library:locks-in': { passive: true, input: nothing, output: z.object({ seconds: z.int().nullable() }) },
  /** Where the file is, its size, and how it is protected. */
  'library:info': {
    passive: true,
    input: nothing,
    output: z.object({
      file: z.string(),
      bytes: z.int(),
      isProtected: z.boolean(),
      recoveryKeyNoted: z.boolean(),
      autoLockMinutes: z.int().nullable(),
      /** Whether this computer's keychain opens the library automatically. */
      remembered: z.enum(['unavailable', 'no', 'yes']),
      backupFolder: z.string(),
      /** ISO instant at which a copy was last taken to another place. */
      copiedElsewhereAt: z.iso.datetime().nullable(),
      /** Another name on the disk leads to the same file (a hard link); what replaces the file does not reach that name. */
      hasOtherName: z.boolean(),
      /** A copy that was being written to another folder when Waymark was ended, if it may still lie there. */
      unfinishedCopy: z.string().nullable(),
      /** It is time for a copy to another place. */
      copyDue: z.boolean(),
    }),
  },
  /** Encrypts the whole file. */
  'library:protect': { input: z.object({ passphrase: NewPassphrase }), output: done(RecoveryKey) },
  /** Decrypts the file. */
  'library:unprotect': { input: z.object({ proof: Proof }), output: done(nothing) },
  'library:set-passphrase': {
    input: z.object({ proof: Proof, passphrase: NewPassphrase }),
    output: done(nothing),
  },
  'library:show-recovery-key': { input: z.object({ proof: Proof }), output: done(RecoveryKey) },
  /** Encrypts the file again, so that the old recovery key no longer opens it. */
  'library:renew-recovery-key': {
    input: z.object({ passphrase: z.string().min(1).max(500) }),
    output: done(RecoveryKey),
  },
  /** The person says that the recovery key is printed or written down. */
  'library:note-recovery-key': { input: nothing, output: done(nothing) },
  'library:set-auto-lock': {
    input: z.object({ minutes: z.int().min(1).max(480).nullable() }),
    output: done(nothing),
  },
  'library:remember': { input: z.object({ remember: z.boolean() }), output: done(nothing) },
  /** Checks structure, originals, records with their sums, and links; changes nothing. */
  'library:verify': {
    input: nothing,
    output: done(z.object({ letters: z.int(), originals: z.int(), issues: z.array(IntegrityIssue) })),
  },
  /** A person compared the letters that were changed outside of the app: from now on they count as they are. */
  'library:keep-changed': { input: nothing, output: done(nothing) },
  /** Whether this computer saw a later state of the open library, and when; null: it did not. */
  'library:older-than': {
    passive: true,
    input: nothing,
    output: z.object({ seenAt: z.iso.datetime().nullable() }),
  },
  /** The person knows that it is an older copy, and goes on with it. */
  'library:keep-older': { input: nothing, output: done(nothing) },
  /** Newest first; may be asked while the library is closed. */
  'backups:list': {
    passive: true,
    input: nothing,
    output: z.object({ folder: z.string(), backups: z.array(Backup) }),
  },
  /** Copies the library, opens the copy and compares it. */
  'backup:make': {
    input: nothing,
    output: done(z.object({ backup: Backup, issues: z.array(IntegrityIssue) })),
  },
  /** A backup, to save in another place. */
  'backup:bytes': { input: z.object({ name: BackupName }), output: done(z.object({ bytes: Bytes })) },
  /** The person says that a backup is now in another place, too. */
  'backup:note-copy': { input: nothing, output: done(nothing) },
  /** Copies a backup from another place into the folder, so that it can be restored. Beside a protected library it is encrypted. */
  'backup:import': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ name: z.string() })),
  },
  /** Encrypts the backups that were made before the library had a passphrase; `left`: damaged, and as they were. */
  'backups:protect': {
    input: nothing,
    output: done(z.object({ protected: z.int(), left: z.array(z.string()) })),
  },
  'backup:remove': { input: z.object({ name: BackupName }), output: done(nothing) },
  /** Replaces the library with a backup; the replaced file becomes a backup with the name `savedAs`. A protected library stays protected. */
  'backup:restore': {
    input: z.object({ name: BackupName, proof: Proof.nullable() }),
    output: done(z.object({ savedAs: z.string().nullable(), issues: z.array(IntegrityIssue) })),
  },
} as const satisfies Record<string, CallShape>
