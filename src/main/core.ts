import { type Api, type Call, contract, type Input } from '../shared/contract.ts'
import type { Law } from '../shared/law/law.ts'
import { ok, type Result } from '../shared/model/result.ts'
import { createBlankCalls } from './blank-calls.ts'
import { createChanges } from './changes.ts'
import { createCopyCalls } from './copy-calls.ts'
import { createExhibitCalls } from './exhibit-calls.ts'
import { createHistoryCalls } from './history-calls.ts'
import { loadLaw } from './law-files.ts'
import { createLetterCalls } from './letter-calls.ts'
import { type OpenFailure, openLibrary } from './library/open-library.ts'
import { createLibraryCalls } from './library-calls.ts'
import { createReader } from './ocr/reader.ts'
import { createPaperCalls } from './paper-calls.ts'
import type { CoreOptions, Parts } from './parts.ts'
import { createReadingQueue } from './reading-queue.ts'
import { createScanCalls } from './scan-calls.ts'
import { createSearchCalls } from './search-calls.ts'
import { createSearchable } from './searchable.ts'
import { createSheetCalls } from './sheet-calls.ts'
import { createTrashCalls } from './trash-calls.ts'

export type Core = {
  api: Api
  law: Law
  /** Checks the input against the contract before the call; throws a ZodError on anything else. */
  call(name: Call, input: unknown): Promise<unknown>
  /** Settles when every kept scan has been read. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** The whole app without a window: library, reading, papers. Every shell runs one of these. */
export function createCore(options: CoreOptions): Result<Core, OpenFailure> {
  const opened = openLibrary(options.libraryFile)
  if (!opened.ok) return opened
  const law = loadLaw(options.resources)
  const changes = createChanges()
  const reader = createReader({
    workerFile: options.workerFile,
    tessdata: `${options.resources}/tessdata`,
    law,
  })
  const queue = createReadingQueue(opened.value, reader, changes.changed)
  const searchable = createSearchable(opened.value, reader, queue.idle)
  const parts: Parts = { ...options, law, library: opened.value, reader, queue, searchable, changes }
  const api: Api = {
    ...createLibraryCalls(parts),
    ...createLetterCalls(parts),
    ...createScanCalls(parts),
    ...createPaperCalls(parts),
    ...createBlankCalls(parts),
    ...createExhibitCalls(parts),
    ...createSheetCalls(parts),
    ...createSearchCalls(parts),
    ...createCopyCalls(parts),
    ...createHistoryCalls(parts),
    ...createTrashCalls(parts),
  }
  queue.wake()
  // A command is over before this would be worth anything.
  if (options.shell !== 'cli') searchable.start()
  return ok({
    api,
    law,
    call: (name, input) => callChecked(api, name, input),
    idle: queue.idle,
    async close() {
      await queue.close()
      await searchable.close()
      await reader.close()
      opened.value.close()
    },
  })
}

export const isCall = (name: string): name is Call => Object.hasOwn(contract, name)

function callChecked<C extends Call>(api: Api, name: C, input: unknown): Promise<unknown> {
  const checked = contract[name].input.parse(input) as Input<C>
  return api[name](checked)
}
