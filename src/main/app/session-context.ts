import type { Forms } from '../../shared/appeals/appeal-papers.ts'
import type { FieldMapping } from '../../shared/appeals/official-form.ts'
import type { AppRevision } from '../../shared/contract/library.ts'
import type { KnownTime } from '../../shared/deadlines/clock-doubt.ts'
import type { Law } from '../../shared/law/law.ts'
import type { ChangeFeed } from '../ports/change-feed.ts'
import type { Reader } from '../reading/process/client.ts'
import type { CoreOptions } from './core-options.ts'

/**
 * What a session is opened with. `openSession` passes each group of calls only what it names; no handler sees the whole.
 */
export type SessionContext = Pick<
  CoreOptions,
  'clock' | 'resources' | 'version' | 'shell' | 'chooseFolder' | 'viewPdf' | 'keepsCalendar'
> & {
  law: Law
  forms: Forms
  /** The official forms whose fields the app knows. */
  fieldMappings: FieldMapping[]
  appRevision: () => AppRevision
  reader: Reader
  changes: ChangeFeed
  /** What the open library knows about the date, for commands that open none. */
  saw?: (known: KnownTime) => void
  /** Closes the library, writes its file anew, and opens it again: once, where an older version made it. */
  rewrite: () => void
}
