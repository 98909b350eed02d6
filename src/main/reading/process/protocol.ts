import type { PageText } from '../../../shared/model/letter.ts'
import type { PageLayoutOverride, Rotation } from '../../../shared/model/page-layout-override.ts'
import type { Result } from '../../../shared/model/result.ts'
import type { GrayImage } from '../files/scan.ts'
import type { SeenCharacter } from '../ocr/witness.ts'
import type { ReadFailure } from '../read-results.ts'
import type { KnownNumbers } from '../rules/notice-codes.ts'

/** `atOnce`: how many engines and pages at the same time. */
export type ReadingSettings = { tessdata: string; numbers: KnownNumbers; atOnce: number }

/** A file by the name of its bytes: the same key is never used for other bytes. */
export type FileRef = { key: string; password: string | null }

export type Job =
  /** `since`: the instant at which the bytes were given, as milliseconds since 1970. */
  | {
      call: 'read'
      files: readonly FileRef[]
      since: number
      layoutOverride: PageLayoutOverride | null
      storedPages: readonly PageText[]
    }
  | { call: 'pageImage'; files: readonly FileRef[]; page: number; width: number; rotation: Rotation }
  | { call: 'documentImage'; files: readonly FileRef[]; page: number; rotation: Rotation }
  | { call: 'pageCount'; files: readonly FileRef[] }
  /** What the layers above do with a stranger's bytes; see work.ts. */
  | { call: 'work'; files: readonly FileRef[]; name: string; input: unknown }
  /** For the second engine, which has a process of its own; what it sees is null where it cannot be had. */
  | { call: 'strip'; strip: GrayImage }

/** What a job gives is known by its call. */
export type Answer = Result<unknown, ReadFailure>

export type ToReadingProcess =
  /** The first message. */
  | { kind: 'start'; settings: ReadingSettings }
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'cancel'; id: number }
  /** null: nobody has these bytes any more. */
  | { kind: 'piece'; key: string; piece: FilePiece | null }
  /** What the second engine saw in a strip; null: nobody could say. */
  | { kind: 'seen'; number: number; characters: SeenCharacter[] | null }

/** Bytes travel in pieces, a few asked for at a time, so that neither side is held up for long. */
export type FilePiece = { at: number; bytes: Uint8Array; length: number }
export const pieceSize = 8 * 1024 * 1024

export type FromReadingProcess =
  | { kind: 'page'; id: number; page: number; of: number }
  | { kind: 'number'; id: number; code: string }
  | { kind: 'done'; id: number; answer: Answer }
  /** A reading wants to know what the second engine sees; `number` is the strip's own. */
  | { kind: 'strip'; id: number; number: number; strip: GrayImage }
  | { kind: 'bug'; id: number }
  | { kind: 'wants'; key: string; at: number }
  /** Sent every now and then where the parent cannot look at this process by its pid. */
  | { kind: 'memory'; bytes: number }
