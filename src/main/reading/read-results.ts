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
  | 'scan.email'
  | 'scan.xfa'
  | 'scan.portfolio'
  | 'scan.no-pages'
  | 'scan.too-many-pages'
  | 'read.timed-out'
  | 'read.process-lost'
  | 'read.cancelled'
  | 'read.no-language-data'
>

/** A page as a picture in a file of its own, for the screen or a paper. */
export type PageImage = { type: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> }
