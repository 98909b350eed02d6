import type { Law } from '../../shared/law/law.ts'
import type { ScanReading } from '../../shared/model/letter.ts'
import type { Failure, Result } from '../../shared/model/result.ts'

/** Why a scan could not be read; each has its words in `resources/words`, key `errors.<code>`. */
export type ReadFailure = Failure<
  | 'scan.empty'
  | 'scan.unknown-type'
  | 'scan.damaged'
  | 'scan.password'
  | 'scan.too-large'
  | 'scan.office-document'
  | 'scan.text-file'
  | 'scan.no-pages'
  | 'read.timed-out'
  | 'read.cancelled'
  | 'read.no-language-data'
>

export type PageImage = { type: 'image/png' | 'image/jpeg'; bytes: Uint8Array<ArrayBuffer> }
export type ReadOptions = {
  onPage?: (page: number, of: number) => void
  signal?: AbortSignal
}

/** Reads scans in a worker thread of its own, so that a hostile or huge file cannot stop the app. */
export type Reader = {
  read(bytes: Uint8Array, options?: ReadOptions): Promise<Result<ScanReading, ReadFailure>>
  /** One page, upright, `width` pixels wide. */
  pageImage(bytes: Uint8Array, page: number, width: number): Promise<Result<PageImage, ReadFailure>>
  pageCount(bytes: Uint8Array): Promise<Result<number, ReadFailure>>
  close(): Promise<void>
}
export type CreateReader = (options: { workerFile: URL; tessdata: string; law: Law }) => Reader
