import type { Output } from '../shared/contract.ts'
import type { Law } from '../shared/law/law.ts'
import type { Day } from '../shared/model/day.ts'
import type { createChanges } from './changes.ts'
import type { Library } from './library/open-library.ts'
import type { Reader } from './ocr/reader.ts'
import type { createReadingQueue } from './reading-queue.ts'
import type { createSearchable } from './searchable.ts'

export type CoreOptions = {
  libraryFile: string
  /** The folder with `law`, `forms`, `fonts`, `samples` and `tessdata`. */
  resources: string
  /** The reader's worker: `ocr/reader-worker.ts`, or its bundle in the desktop build. */
  workerFile: URL
  clock: Clock
  version: string
  shell: Output<'app:start'>['shell']
}
export type Clock = { today(): Day /** ISO instant. */; now(): string }

/** What the groups of calls share. */
export type Parts = CoreOptions & {
  law: Law
  library: Library
  reader: Reader
  queue: ReturnType<typeof createReadingQueue>
  searchable: ReturnType<typeof createSearchable>
  changes: ReturnType<typeof createChanges>
}
