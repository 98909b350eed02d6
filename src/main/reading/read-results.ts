import type { Failure } from '../../shared/model/result.ts'

/** Why a scan could not be read; each has its words in `resources/words`, key `errors.<code>`. */
export type ReadFailure = Failure<
  | 'scan.empty'
  | 'scan.unknown-type'
  | 'scan.damaged'
  | 'scan.password'
  | 'scan.wrong-password'
  | 'scan.too-large'
  | 'scan.office-document'
  | 'scan.text-file'
  | 'scan.no-pages'
  | 'scan.too-many-pages'
  | 'read.timed-out'
  | 'read.cancelled'
  | 'read.no-language-data'
>

export type PageImage = { type: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> }
