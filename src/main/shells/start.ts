import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { buildWindow, notBuilt } from './built-window.ts'
import { projectFolder } from './folders.ts'
import { say, warn } from './terminal.ts'

/**
 * `npm start`: builds the window, then opens the desktop app where Electron's program is on this machine, else the browser
 * shell; says which and why.
 */
say('Waymark: building the window …')
const built = await buildWindow()
const electron = findElectron()
if (built !== 'built') {
  warn(notBuilt[built])
  process.exitCode = 1
} else if (electron) {
  say('Waymark: opening the desktop app.')
  const child = spawn(electron, [projectFolder, ...process.argv.slice(2)], { stdio: 'inherit' })
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  say(
    'Waymark: Electron’s program is not on this machine (it comes from outside the package registry), so the app\n' +
      'opens in your browser, with everything still on this computer. To get the desktop window, where the network\n' +
      'allows it: npx install-electron, then npm start.',
  )
  const { runBrowserShell } = await import('./browser/index.ts')
  await runBrowserShell()
}

/** Importing `electron` would try to download it, so its own notes (`path.txt`) are read instead. */
function findElectron(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const note = join(folder, 'path.txt')
  const name = existsSync(note) ? readFileSync(note, 'utf8') : 'electron'
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
  return existsSync(program) ? program : undefined
}
