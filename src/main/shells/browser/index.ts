import { homedir } from 'node:os'
import { join } from 'node:path'
import open from 'open'
import packageFile from '../../../../package.json' with { type: 'json' }
import { startCoreProcess } from '../core-process/client.ts'
import { forkCore } from '../core-process/fork-link.ts'
import { dataFolder, lastLibrary, libraryFile, projectFolder } from '../folders.ts'
import { wordsOfError } from '../words.ts'
import { serveBrowserShell } from './server.ts'

/** Runs the app for this computer's own browser until it is stopped with Ctrl+C. */
export async function runBrowserShell(file: string = lastLibrary()): Promise<void> {
  const core = startCoreProcess(() => forkCore(new URL('../core-process/child.ts', import.meta.url)), {
    libraryFile: libraryFile(),
    startWith: file,
    dataFolder: dataFolder(),
    home: homedir(),
    resources: join(projectFolder, 'resources'),
    readingFile: new URL('../../reading/process/child.ts', import.meta.url).href,
    libraryWorker: new URL('../../storage/worker/library-worker.ts', import.meta.url).href,
    version: packageFile.version,
    shell: 'browser',
    host: { dialogs: false, keychain: false, pdfProgram: false },
  })
  const state = await core.ready
  // The window says it too, and what can be done.
  if (state.kind === 'unavailable') console.error(`${wordsOfError(state.code)}\n`)
  const shell = await serveBrowserShell(core.packed, join(projectFolder, 'out/renderer'), () =>
    console.log(`\nA window is open. For another one:\n\n  ${shell.newUrl()}`),
  )
  console.log(`Waymark is open at\n\n  ${shell.newUrl()}\n\nThe address works once, on this computer.`)
  console.log(`Library: ${file}\nPress Ctrl+C to stop.`)
  const stop = async () => {
    await shell.close()
    await core.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // No browser to be found is no failure: the address is on the screen.
  if (process.env.WAYMARK_OPEN !== '0') await open(shell.newUrl()).catch(() => undefined)
}
