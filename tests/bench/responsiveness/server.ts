import { join } from 'node:path'
import { createCore } from '../../../src/main/app/core.ts'
import { forkReadingProcess } from '../../../src/main/reading/process/process-link.ts'
import { serveBrowserShell } from '../../../src/main/shells/browser/server.ts'
import { startCoreProcess } from '../../../src/main/shells/core-process/client.ts'
import { forkCore } from '../../../src/main/shells/core-process/fork-link.ts'
import type { Packed } from '../../../src/main/shells/core-process/packed-client.ts'
import { packedInProcess } from '../../../src/main/shells/core-process/packed-in-process.ts'
import { systemClock } from '../../../src/main/shells/system-clock.ts'
import { childFile, coreSettings } from '../../main/shells/core-settings.ts'
import { projectFolder } from '../../support.ts'
import { watchEventLoop } from './delay.ts'

/**
 * The process of the browser shell, whose event loop is watched: with the core in a process of its own, or (`inside`) in this
 * one, as it was before. Says its address, then answers `reset` and `read`.
 */
const [where = '', folder = ''] = process.argv.slice(2)
const { packed, close } = where === 'inside' ? coreInside() : coreOutside()
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

function coreOutside(): { packed: Packed; close: () => Promise<void> } {
  const core = startCoreProcess(() => forkCore(childFile), coreSettings(folder))
  return { packed: core.packed, close: core.close }
}

function coreInside(): { packed: Packed; close: () => Promise<void> } {
  const { readingFile, libraryWorker, host: _, ...settings } = coreSettings(folder)
  const core = createCore({
    ...settings,
    startReadingProcess: forkReadingProcess(new URL(readingFile ?? '')),
    libraryWorker: new URL(libraryWorker),
    clock: systemClock,
  })
  return { packed: packedInProcess(core), close: core.close }
}
