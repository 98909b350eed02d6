import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Electron's own program where it is on the machine; importing `electron` would try to download it. */
export function electronProgram(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
  const given = process.env.WAYMARK_ELECTRON
  const places = [given, join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)]
  return places.find((path) => path && existsSync(path))
}
