import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, shell } from 'electron'

/**
 * Shows papers in the system's own PDF program. That program needs a file: each lies in a folder of its owner alone, under a
 * name that says nothing, until the app closes.
 */
export function createPdfViewer() {
  const folders: string[] = []
  return {
    /** False: no program took it. */
    async view(bytes: Uint8Array): Promise<boolean> {
      const folder = mkdtempSync(join(app.getPath('temp'), 'waymark-'))
      folders.push(folder)
      const file = join(folder, 'paper.pdf')
      writeFileSync(file, bytes, { mode: 0o600 })
      return (await shell.openPath(file)) === ''
    },
    /** Where another program holds a file open it stays; the system clears its folder for such files. */
    close(): void {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
    },
  }
}
