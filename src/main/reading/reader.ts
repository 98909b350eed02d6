import type { PageText, ScanReading } from '../../shared/model/letter.ts'
import type { PageLayoutOverride, Rotation } from '../../shared/model/page-layout-override.ts'
import type { Result } from '../../shared/model/result.ts'
import type { ScanFile, ScanSource } from './files/scan.ts'
import type { PageImage, ReadFailure } from './read-results.ts'

export type ReadOptions = {
  /** What a person said about the pages. */
  layoutOverride?: PageLayoutOverride | null
  /** What was read on its pages before; a page that lies as it did then is not read again. */
  storedPages?: readonly PageText[]
  onPage?: (page: number, of: number) => void
  /** The number of the first page, before the rest of it is read. */
  onFirstNumber?: (code: string) => void
  signal?: AbortSignal
}

/** Reads scans in a process of its own, so that a hostile or huge file cannot stop the app. */
export type Reader = {
  read(scan: ScanSource, options?: ReadOptions): Promise<Result<ScanReading, ReadFailure>>
  /** One page, upright, `width` pixels wide; `rotation` is the page's `PageText.rotation` where it is known. */
  pageImage(
    scan: ScanSource,
    page: number,
    width: number,
    rotation?: Rotation,
  ): Promise<Result<PageImage, ReadFailure>>
  /** A photographed sheet cut out along its edges and made flat; null where the page shows no sheet on a table. */
  documentImage(
    scan: ScanSource,
    page: number,
    rotation?: Rotation,
  ): Promise<Result<PageImage | null, ReadFailure>>
  pageCount(scan: ScanSource): Promise<Result<number, ReadFailure>>
  /**
   * What the layers above do with a stranger's bytes, by the name under which the process knows it. It runs in a process of
   * its own, which ends soon after, so that a paper holds up no reading and a file that ends the process costs one paper.
   */
  work(name: string, input: unknown, files: readonly ScanFile[]): Promise<Result<unknown, ReadFailure>>
  /** Starts the process that reads, so that the first page that somebody looks at does not wait for it. */
  warm(): void
  /** Settles when none of its processes runs; what was not answered is canceled. */
  close(): Promise<void>
}
