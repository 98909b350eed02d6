import { resolve } from 'node:path'
import { libraryAt } from '../folders.ts'

/** The browser shell, loaded only when it is wanted. */
export async function openCommand({ library }: { library?: string }): Promise<void> {
  const { runBrowserShell } = await import('../browser/index.ts')
  await runBrowserShell(library && libraryAt(resolve(library)))
}
