import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { _electron, type ElectronApplication } from 'playwright-core'
import { longestWait, projectFolder, temporaryFolder } from '../support.ts'
import { limitWaits } from './waiting.ts'

/** Electron's own program where it is on the machine; importing `electron` would try to download it. */
export function electronProgram(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
  const given = process.env.WAYMARK_ELECTRON
  const places = [given, join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)]
  return places.find((path) => path && existsSync(path))
}

/** The stand-in for it, which shows wiring and not security. */
export const standIn = join(projectFolder, 'tests/electron-standin/program/electron')

/** The desktop shell on a library of its own; `program`: Electron, or the stand-in. */
export async function launchDesktop(program: string): Promise<ElectronApplication> {
  const app = await _electron.launch({
    executablePath: program,
    args: ['.'],
    cwd: projectFolder,
    env: {
      ...(process.env as Record<string, string>),
      STANDIN_NODE: process.execPath,
      WAYMARK_LIBRARY: join(temporaryFolder(), 'library.waymark'),
    },
    timeout: 4 * longestWait,
  })
  limitWaits(app.context())
  return app
}
