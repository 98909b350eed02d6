import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { Law } from '../../shared/law/law.ts'
import type { Reader } from '../reading/process/client.ts'
import type { createReadingQueue } from '../scans/reading-queue.ts'
import type { createSearchBackfill } from '../search/search-backfill.ts'
import type { Library } from '../storage/open-library.ts'
import type { ChangeFeed } from './change-feed.ts'
import type { SharedOptions } from './core-options.ts'

/** What the groups of calls share. */
export type SessionContext = SharedOptions & {
  law: Law
  forms: Forms
  /** Descriptions of official forms. */
  manifests: FieldMapping[]
  standing: () => AppRevision
  library: Library
  reader: Reader
  queue: ReturnType<typeof createReadingQueue>
  searchable: ReturnType<typeof createSearchBackfill>
  changes: ChangeFeed
}
