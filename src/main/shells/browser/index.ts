import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import open from 'open'
import packageFile from '../../../../package.json' with { type: 'json' }
import { cleanText } from '../../../shared/text/clean-name.ts'
import { startCoreProcess } from '../core-process/client.ts'
import { forkCore } from '../core-process/fork-link.ts'
import { dataFolder, lastLibrary, libraryFile, projectFolder } from '../folders.ts'
import { say, warn } from '../terminal.ts'
import { wordsOfError } from '../words.ts'
import { createOpeningPage } from './opening-page.ts'
import { serveBrowserShell } from './server.ts'

/** Runs the app for this computer's own browser until it is stopped with Ctrl+C. */
export async function runBrowserShell(file: string = lastLibrary()): Promise<void> {
  const core = startCoreProcess(() => forkCore(new URL('../core-process/child.ts', import.meta.url)), {
    libraryFile: libraryFile(),
    startWith: file,
    dataFolder: dataFolder(),
    home: homedir(),
    resources: join(projectFolder, 'resources'),
    readingFile: new URL('../reading-process/child.ts', import.meta.url).href,
    libraryWorker: new URL('../../storage/worker/library-worker.ts', import.meta.url).href,
    version: packageFile.version,
    shell: 'browser',
    host: { dialogs: false, keychain: false, pdfProgram: false },
  })
  const state = await core.ready
  // The window says it too, and what can be done.
  if (state.kind === 'unavailable') warn(`${wordsOfError(state.code, state.block)}\n`)
  // A program that starts this one has no Enter key.
  const canAsk = process.stdin.isTTY
  const printUrl = () =>
    say(`\n  ${shell.newUrl()}\n\nThis address works once, within two minutes, on this computer.`)
  let page: ReturnType<typeof createOpeningPage> | null = null
  const shell = await serveBrowserShell(core.encoded, join(projectFolder, 'out/renderer'), () => {
    page?.remove()
    say(`\nA window is open.${canAsk ? ' To open another one, press Enter here.' : ''}`)
  })
  say('Waymark is open at')
  printUrl()
  say(`Library: ${cleanText(file)}\nPress ${canAsk ? 'Enter for a new address, ' : ''}Ctrl+C to stop.`)
  const lines = canAsk ? createInterface({ input: process.stdin }) : null
  lines?.on('line', printUrl)
  const stop = async () => {
    lines?.close()
    page?.remove()
    await shell.close()
    await core.close()
    process.exit(0)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  // No browser to be found is no failure: the address is on the screen.
  if (process.env.WAYMARK_OPEN === '0') return
  page = createOpeningPage(shell.newUrl())
  await open(page.file).catch(() => undefined)
}
