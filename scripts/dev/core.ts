import { join } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }
import { createCore } from '../../src/main/app/core.ts'
import { forkReadingProcess } from '../../src/main/reading/process/process-link.ts'
import { serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { projectFolder } from '../../src/main/shells/folders.ts'
import { systemClock } from '../../src/main/shells/system-clock.ts'
import { Day } from '../../src/shared/model/day.ts'

/**
 * The part of `npm run dev` that is started again when its sources change: the browser shell as people get it, on the
 * library and the day that the parent names. It sends the parent its address and ends with it.
 */
const [libraryFile = '', today = ''] = process.argv.slice(2)
const core = createCore({
  libraryFile,
  resources: join(projectFolder, 'resources'),
  startReadingProcess: forkReadingProcess(
    new URL('../../src/main/shells/reading-process/child.ts', import.meta.url),
  ),
  libraryWorker: new URL('../../src/main/storage/worker/library-worker.ts', import.meta.url),
  whenNew: 'create',
  keepsCalendar: false,
  clock: { ...systemClock, today: () => Day.parse(today) },
  version: packageFile.version,
  shell: 'browser',
})
const shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
process.send?.(shell.newUrl())

const stop = async () => {
  await shell.close()
  await core.close()
  process.exit(0)
}
process.once('SIGTERM', stop)
// The parent answers Ctrl+C for both.
process.on('SIGINT', () => undefined)
process.once('disconnect', stop)
