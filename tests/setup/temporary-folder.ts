import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'waymark-tests-'
const variables = ['TMPDIR', 'TMP', 'TEMP']
/** Compiled modules of the programs that tests start, hundreds in a run: Node keeps them here from run to run. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/compiled')

/**
 * Gives a run one temporary folder for all that its tests and the programs that they start put there, and removes it at
 * the end, whether the tests pass or not. Folders of runs that were killed are removed by the next one.
 */
export default function setup(): () => void {
  const parent = tmpdir()
  sweep(parent)
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`))
  // Like the system's own: some tests run as another user.
  chmodSync(folder, 0o1777)
  const before = variables.map((name) => [name, process.env[name]] as const)
  for (const name of variables) process.env[name] = folder
  process.env.NODE_COMPILE_CACHE ??= compiled
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

/**
 * Removes the folders of runs whose process is gone; only old ones, since a run in another container may share the
 * folder and not the numbers of the processes.
 */
export function sweep(parent: string, now = Date.now()): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(/^waymark-tests-(\d+)-/.exec(name)?.[1] ?? 0)
    const folder = join(parent, name)
    if (pid === 0 || isRunning(pid) || now - statSync(folder).mtimeMs < anHour) continue
    rmSync(folder, { recursive: true, force: true })
  }
}
/** Milliseconds; a run writes into its folder more often than that. */
const anHour = 60 * 60 * 1000

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
