import type { Law } from '../../../shared/law/law.ts'
import type { PageLayoutOverride } from '../../../shared/model/arrangement.ts'
import type { PageText, ScanReading } from '../../../shared/model/letter.ts'
import type { Result } from '../../../shared/model/result.ts'
import type { ScanFile, ScanSource } from '../files/scan.ts'
import type { PageImage, ReadFailure } from '../read-results.ts'

/** What the process is started with. */
export type ReadingSettings = { tessdata: string; notices: Law['notices']; atOnce: number }

export type Rotation = PageText['rotation']
export type Job =
  /** `since`: the instant at which the bytes were given, as milliseconds since 1970. */
  | {
      call: 'read'
      scan: ScanSource
      since: number
      arrangement: PageLayoutOverride | null
      kept: readonly PageText[]
    }
  | { call: 'pageImage'; scan: ScanSource; page: number; width: number; rotation: Rotation }
  | { call: 'sheetImage'; scan: ScanSource; page: number; rotation: Rotation }
  | { call: 'pageCount'; scan: ScanSource }
  | { call: 'isTame'; file: ScanFile }

export type ToReadingProcess =
  | { kind: 'start'; settings: ReadingSettings }
  | { kind: 'job'; id: number; job: Job }
  | { kind: 'cancel'; id: number }
export type FromReadingProcess =
  /** Sent every now and then where the parent cannot look at this process by its pid. */
  | { kind: 'memory'; bytes: number }
  | { id: number; kind: 'page'; page: number; of: number }
  | {
      id: number
      kind: 'done'
      answer: Result<ScanReading | PageImage | number | boolean | null, ReadFailure>
    }
  | { id: number; kind: 'bug' }
