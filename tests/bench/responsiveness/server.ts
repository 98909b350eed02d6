import { join } from 'node:path'
import { serveBrowserShell } from '../../../src/main/shells/browser/server.ts'
import { startCoreProcess } from '../../../src/main/shells/core-process/client.ts'
import type { AnswerEncoded } from '../../../src/main/shells/core-process/encoded-client.ts'
import { forkCore } from '../../../src/main/shells/core-process/fork-link.ts'
import type { CoreSettings } from '../../../src/main/shells/core-process/protocol.ts'
import { projectFolder } from '../../../src/main/shells/folders.ts'
import { watchEventLoop } from './delay.ts'

/**
 * The process of the browser shell, whose event loop is watched: with the core in a process of its own, or (`inside`) in this
 * one, as it was before. Says its address, then answers `reset` and `read`.
 */
const [where = '', folder = ''] = process.argv.slice(2)
const { packed, close } = where === 'inside' ? await coreInside() : coreOutside()
const shell = await serveBrowserShell(packed, join(projectFolder, 'out/renderer'))
const watch = watchEventLoop()

process.on('message', (asked) => {
  if (asked === 'reset') watch.reset()
  else if (asked === 'read') process.send?.(watch.read())
  else void end()
})
process.on('disconnect', () => void end())
process.send?.(shell.newUrl())

async function end(): Promise<void> {
  await shell.close()
  await close()
  process.exit(0)
}

function settings(): CoreSettings {
  const libraryFile = join(folder, 'library.waymark')
  const source = (name: string) => new URL(`../../../src/main/${name}`, import.meta.url).href
  return {
    libraryFile,
    startWith: libraryFile,
    dataFolder: folder,
    resources: join(projectFolder, 'resources'),
    readingFile: source('shells/reading-process/child.ts'),
    libraryWorker: source('storage/worker/library-worker.ts'),
    version: '0.0.0',
    shell: 'browser',
    host: { dialogs: false, keychain: false, pdfProgram: false },
  }
}

function coreOutside(): { packed: AnswerEncoded; close: () => Promise<void> } {
  const child = new URL('../../../src/main/shells/core-process/child.ts', import.meta.url)
  const core = startCoreProcess(() => forkCore(child), settings())
  return { packed: core.encoded, close: core.close }
}

/** Loaded here alone: the garbage collector of the other arrangement has none of it to look through. */
async function coreInside(): Promise<{ packed: AnswerEncoded; close: () => Promise<void> }> {
  const { createCore } = await import('../../../src/main/app/core.ts')
  const { forkReadingProcess } = await import('../../../src/main/reading/process/process-link.ts')
  const { encodedInProcess: packedInProcess } = await import(
    '../../../src/main/shells/core-process/encoded-in-process.ts'
  )
  const { systemClock } = await import('../../../src/main/shells/system-clock.ts')
  const { readingFile, libraryWorker, host: _, ...given } = settings()
  const core = createCore({
    ...given,
    startReadingProcess: forkReadingProcess(new URL(readingFile ?? '')),
    libraryWorker: new URL(libraryWorker),
    clock: systemClock,
  })
  return { packed: packedInProcess(core), close: core.close }
}
