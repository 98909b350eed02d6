import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Core, createCore } from '../src/main/app/core.ts'
import type { CoreOptions } from '../src/main/app/core-options.ts'
import type { ContentStore } from '../src/main/content/content-store.ts'
import { lookAtFile } from '../src/main/files/library-file.ts'
import { forkReadingProcess } from '../src/main/reading/process/process-link.ts'
import { openDatabase } from '../src/main/storage/database.ts'
import { failureFromThrown } from '../src/main/storage/library-failures.ts'
import { checkSums } from '../src/main/storage/sums/check-sums.ts'
import { Day } from '../src/shared/model/day.ts'
import { reusingProcesses } from './setup/reused-processes.ts'

export const projectFolder = resolve(import.meta.dirname, '..')
export const resources = join(projectFolder, 'resources')
/** Starts a process of its own, for tests that watch or kill it. */
export const forkOwnProcess = forkReadingProcess(
  new URL('../src/main/shells/reading-process/child.ts', import.meta.url),
)
export const startReadingProcess = reusingProcesses(forkOwnProcess)

export const libraryWorker = new URL('../src/main/storage/worker/library-worker.ts', import.meta.url)

/** Debian's Chromium; tests that need it are skipped, with a word, where it is missing. */
export const chromium = process.env.WAYMARK_CHROMIUM ?? '/usr/bin/chromium'
export const hasChromium = existsSync(chromium)
if (!hasChromium) console.warn(`No Chromium at ${chromium}: the tests that need it are skipped.`)

const ownFolders: string[] = []

/**
 * A new folder that goes with the run of the tests (`setup/temporary-folder.ts`), or, in a program without one such as a
 * bench, when that program ends well; after a failure it stays to be looked at.
 */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-test-'))
  if (process.env.VITEST) return folder
  if (ownFolders.length === 0)
    process.once('exit', (code) => {
      if (code === 0) for (const each of ownFolders) rmSync(each, { recursive: true, force: true })
    })
  ownFolders.push(folder)
  return folder
}

/** What a whole core on a new library is made of, on a fixed day. */
export const testCoreOptions = (libraryFile = join(temporaryFolder(), 'library.waymark')): CoreOptions => ({
  libraryFile,
  resources,
  startReadingProcess,
  libraryWorker,
  whenNew: 'create',
  clock: { today: () => Day.parse('2026-11-22'), now: () => '2026-11-22T12:00:00.000Z' },
  version: '0.0.0',
  shell: 'cli',
})

/** A whole core on a library file of its own, on a fixed day. */
export function testCore(
  libraryFile = join(temporaryFolder(), 'library.waymark'),
  today = '2026-11-22',
  shell: 'browser' | 'cli' = 'cli',
  whenNew: 'ask' | 'create' = 'create',
  content?: ContentStore,
  now: () => string = () => `${today}T12:00:00.000Z`,
): Core {
  const core = createCore({
    ...testCoreOptions(libraryFile),
    whenNew,
    clock: { today: () => Day.parse(today), now },
    shell,
    ...(content ? { content } : {}),
  })
  const state = core.state()
  if (state.kind === 'unavailable') throw new Error(state.code)
  return {
    ...core,
    get law() {
      return core.law
    },
    async close() {
      await core.close()
      expectHealthy(core.libraryFile())
    },
  }
}

/** A library that only the app wrote to is never said to be changed by somebody else. */
function expectHealthy(libraryFile: string): void {
  if (!existsSync(libraryFile) || lookAtFile(libraryFile) !== 'plain') return
  const database = openDatabase(libraryFile, null)
  let changed: ReturnType<typeof checkSums> = []
  try {
    changed = checkSums(database)
  } catch (error) {
    // A test damaged the file.
    if (!failureFromThrown(error)) throw error
  } finally {
    database.close()
  }
  if (changed.length > 0) throw new Error(`the library has other sums: ${JSON.stringify(changed)}`)
}

/**
 * How long a test waits for one thing, in milliseconds. What takes longer on two busy processors is broken, and a red test
 * should say so soon. The limits of whole tests are in vitest.config.ts.
 */
export const longestWait = 15_000

/** `npm run test:whole` takes all cases of the long tables; `npm run test:long` takes a sample of them. */
export const takesAllCases = process.env.MODE === 'whole'

/** Every case with `npm run test:whole`, else the first and each so many after it. */
export const sampleOf = <Case>(cases: readonly Case[], each: number): Case[] =>
  cases.filter((_, at) => takesAllCases || at % each === 0)
