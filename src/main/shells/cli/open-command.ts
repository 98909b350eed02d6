import { resolve } from 'node:path'
import { buildWindow, isWindowBuilt, notBuilt } from '../built-window.ts'
import { libraryAt } from '../folders.ts'
import { CommandFailure } from './command-failure.ts'
import { warn } from './print.ts'

/** The browser shell, loaded only when it is wanted. In a checkout that was not built, it is built first. */
export async function openCommand({ library }: { library?: string }): Promise<void> {
  if (!isWindowBuilt()) {
    warn('Building Waymark’s window, this once …')
    const built = await buildWindow()
    if (built !== 'built') throw new CommandFailure(notBuilt[built])
  }
  const { runBrowserShell } = await import('../browser/index.ts')
  await runBrowserShell(library && libraryAt(resolve(library)))
}
