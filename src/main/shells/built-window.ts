import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './folders.ts'

/** What a browser or a desktop window shows; a package brings it along, a checkout has it once it was built. */
export const isWindowBuilt = (project = projectFolder): boolean =>
  existsSync(join(project, 'out/renderer/index.html'))

/** Builds the window of a checkout. Its warnings are for who works on the code, who sees them with `npm run build`. */
export async function buildWindow(project = projectFolder): Promise<'built' | 'failed' | 'no-tools'> {
  const program = join(project, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(program)) return 'no-tools'
  // What it prints goes to standard error, since standard output is a command's answer.
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'error'], {
    cwd: project,
    stdio: ['ignore', process.stderr, 'inherit'],
  })
  const [code] = await once(child, 'close')
  return code === 0 ? 'built' : 'failed'
}

/** The words for a window that could not be built, and what to do. */
export const notBuilt = {
  failed: 'Waymark’s window could not be built. The lines above say why. "npm run build" tries it again.',
  'no-tools':
    'Waymark’s window is not built, and what builds it is not installed. Run "npm ci" in the project’s folder, then try again.',
} as const
