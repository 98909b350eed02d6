import { z } from 'zod'
import { Bytes, type CallShape, done, nothing } from './schemas.ts'

/** What a person brings to open a protected library. */
export const Proof = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), passphrase: z.string().min(1).max(500) }),
  z.object({ kind: z.literal('recovery'), key: z.string().min(1).max(100) }),
])
export type Proof = z.infer<typeof Proof>

/** Long enough that guessing takes too long even for somebody who took the file away. */
export const shortestPassphrase = 10
export const NewPassphrase = z.string().trim().min(shortestPassphrase).max(500)

/** What a rescue found: letters that can be saved, those of which something is lost, and records that were not readable. */
export const Salvaged = z.object({ letters: z.int(), hurtLetters: z.int(), lostRows: z.int() })
export type Salvaged = z.infer<typeof Salvaged>

/** The library as a whole, before any letter can be seen. */
export const LibraryState = z.discriminatedUnion('kind', [
  /** There is no file yet: the person chooses how to keep it. */
  z.object({ kind: z.literal('new') }),
  /** `passphrase` false: the key file beside the library is gone, and only the recovery key opens it. */
  z.object({ kind: z.literal('locked'), passphrase: z.boolean() }),
  /**
   * The file does not open; it is left as it is. `code` has its words in `errors.<code>`; `sealed`: only its passphrase or
   * recovery key lets anything in it be read; `rescued`: what lies ready to be used instead, null before anyone looked.
   */
  z.object({
    kind: z.literal('stuck'),
    code: z.string(),
    sealed: z.boolean(),
    rescued: Salvaged.nullable(),
  }),
  /** Being encrypted, decrypted, restored, rescued or changed for another: nothing else can be done meanwhile. `progress` where it is known. */
  z.object({
    kind: z.literal('working'),
    what: z.enum(['protection', 'restore', 'rescue', 'content', 'switch']),
    progress: z.object({ done: z.int(), of: z.int() }).nullable(),
  }),
  z.object({ kind: z.literal('open'), isProtected: z.boolean() }),
])
export type LibraryState = z.infer<typeof LibraryState>

/** By which rules a window counts and whose letters it shows; when either changes, it begins anew. */
export const AppRevision = z.object({
  /** The version of the rules in use. */
  content: z.string(),
  /** Grows when another library takes the place of the one that was open. */
  place: z.int(),
  /** What the person calls this library; null for the one that everybody has. */
  name: z.string().nullable(),
})
export type AppRevision = z.infer<typeof AppRevision>

/** The name under which the file that does not open is kept among the backups. */
const KeptAs = z.object({ keptAs: z.string() })
const RecoveryKey = z.object({ recoveryKey: z.string() })

/** A backup in the folder beside the library. `madeAt` and `letters` are null for a library put there by hand. */
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

/** What a check found wrong; `letters` are the ids of those that are hurt. */
export const IntegrityIssue = z.object({
  what: z.enum(['structure', 'original', 'record', 'link']),
  letters: z.array(z.string()),
  detail: z.string(),
})
export type IntegrityIssue = z.infer<typeof IntegrityIssue>

/** The library as a file: its protection, its check, its backups. */
export const libraryContract = {
  /** Grows with every change, also of the state itself; may be asked while the library is closed. */
  'library:state': {
    passive: true,
    input: nothing,
    output: z.object({ revision: z.int(), library: LibraryState, standing: AppRevision }),
  },
  /** Looks at the file again, after the person has mended what was in the way. */
  'library:try-again': { input: nothing, output: done(nothing) },
  /** Reads all that a damaged library still gives into a new file beside it; the state then says what that is. */
  'library:rescue': { input: z.object({ proof: Proof.nullable() }), output: done(nothing) },
  /** What was rescued becomes the library. */
  'library:use-rescued': { input: nothing, output: done(KeptAs) },
  /** Moves a library that does not open to the backups, so that a new one can be begun. */
  'library:set-aside': { input: nothing, output: done(KeptAs) },
  /** Makes the first library. null: without protection, and so without a recovery key. */
  'library:create': {
    input: z.object({ passphrase: NewPassphrase.nullable() }),
    output: done(z.object({ recoveryKey: z.string().nullable() })),
  },
  /** Slow by design, and slower when wrong; one try at a time. */
  'library:unlock': { input: Proof, output: done(nothing) },
  'library:lock': { input: nothing, output: done(nothing) },
  /** A hand is on the app: the automatic lock waits. */
  'library:active': { input: nothing, output: nothing },
  /** Seconds until it locks by itself if no hand touches the app; null: it does not. Asking is no touch. */
  'library:locks-in': { passive: true, input: nothing, output: z.object({ seconds: z.int().nullable() }) },
  /** Where a person finds the file, its size, and how it is kept. */
  'library:info': {
    passive: true,
    input: nothing,
    output: z.object({
      file: z.string(),
      bytes: z.int(),
      isProtected: z.boolean(),
      recoveryKeyNoted: z.boolean(),
      autoLockMinutes: z.int().nullable(),
      /** Whether this computer's keychain opens the library by itself. */
      remembered: z.enum(['unavailable', 'no', 'yes']),
      backupFolder: z.string(),
      /** ISO instant of the last copy that went to another place. */
      copiedElsewhereAt: z.iso.datetime().nullable(),
      /** It is time for a copy to another place. */
      copyDue: z.boolean(),
    }),
  },
  /** Encrypts the whole file. */
  'library:protect': { input: z.object({ passphrase: NewPassphrase }), output: done(RecoveryKey) },
  /** Takes the protection away. */
  'library:unprotect': { input: z.object({ proof: Proof }), output: done(nothing) },
  'library:set-passphrase': {
    input: z.object({ proof: Proof, passphrase: NewPassphrase }),
    output: done(nothing),
  },
  'library:show-recovery-key': { input: z.object({ proof: Proof }), output: done(RecoveryKey) },
  /** Encrypts the file anew, so that the old recovery key opens it no more. */
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
  /** Checks structure, originals, records and links; changes nothing. */
  'library:verify': {
    input: nothing,
    output: done(z.object({ letters: z.int(), originals: z.int(), hurt: z.array(IntegrityIssue) })),
  },
  /** Newest first; may be asked while the library is closed. */
  'backups:list': {
    passive: true,
    input: nothing,
    output: z.object({ folder: z.string(), backups: z.array(Backup) }),
  },
  /** Copies the library, opens the copy and compares it. */
  'backup:make': {
    input: nothing,
    output: done(z.object({ backup: Backup, hurt: z.array(IntegrityIssue) })),
  },
  /** A backup to be saved in another place. */
  'backup:bytes': { input: z.object({ name: BackupName }), output: done(z.object({ bytes: Bytes })) },
  /** The person says that a backup now lies in another place too. */
  'backup:note-copy': { input: nothing, output: done(nothing) },
  /** Keeps a backup that comes from another place in the folder, to be restored. */
  'backup:take-in': {
    input: z.object({ fileName: z.string().min(1).max(255), bytes: Bytes }),
    output: done(z.object({ name: z.string() })),
  },
  'backup:remove': { input: z.object({ name: BackupName }), output: done(nothing) },
  /** Puts a backup in the place of the library; what was there is kept as a backup under the name `keptAs`. */
  'backup:restore': {
    input: z.object({ name: BackupName, proof: Proof.nullable() }),
    output: done(z.object({ keptAs: z.string().nullable(), hurt: z.array(IntegrityIssue) })),
  },
} as const satisfies Record<string, CallShape>
