import { type Api, type Call, contract, type Input, type Output } from '../shared/contract.ts'
import type { Law } from '../shared/law/law.ts'
import type { Day } from '../shared/model/day.ts'
import { ok, type Result } from '../shared/model/result.ts'
import { createChanges } from './changes.ts'
import { loadLaw } from './law-files.ts'
import { createLetterCalls } from './letter-calls.ts'
import { type Library, type OpenFailure, openLibrary } from './library/open-library.ts'
import { createReader, type Reader } from './ocr/reader.ts'
import { createPaperCalls } from './paper-calls.ts'
import { createReadingQueue } from './reading-queue.ts'

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
  changes: ReturnType<typeof createChanges>
}

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
  const parts: Parts = { ...options, law, library: opened.value, reader, queue, changes }
  const api: Api = { ...createLetterCalls(parts), ...createPaperCalls(parts) }
  queue.wake()
  return ok({
    api,
    law,
    call: (name, input) => callChecked(api, name, input),
    idle: queue.idle,
    async close() {
      await queue.close()
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
