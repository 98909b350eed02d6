import { rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { shell } from 'electron'

/** Shows papers that the core wrote for this in the system's own PDF program, and removes them when the app closes. */
export function createPdfProgram() {
  const folders: string[] = []
  return {
    /** False: no program took it. */
    async open(file: string): Promise<boolean> {
      const folder = dirname(file)
      if (!basename(folder).startsWith('waymark-')) throw new Error('a file that was not written to be shown')
      folders.push(folder)
      return (await shell.openPath(file)) === ''
    },
    /** Where another program holds a file open it stays; the system clears its folder for such files. */
    close(): void {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
    },
  }
}
