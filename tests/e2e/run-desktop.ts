import { spawnSync } from 'node:child_process'
import { electronProgram } from './electron-program.ts'

/**
 * `npm run test:desktop`: the desktop specs on Electron itself. Exit status 3 where its program is not on the machine, so
 * that nobody takes a run on the stand-in for one on Electron.
 */
const program = electronProgram()
if (!program) {
  console.error(
    'Electron’s program is not here (it comes from outside the package registry), so nothing was tested.\n' +
      'Where the network allows it: npx install-electron, then npm run test:desktop; or WAYMARK_ELECTRON=/path/to/electron.\n' +
      'On the stand-in the specs run with npm run test:long.',
  )
  process.exitCode = 3
} else {
  const env = { ...process.env, WAYMARK_ELECTRON: program }
  const words = ['node_modules/vitest/vitest.mjs', 'run', 'tests/e2e/desktop.long.test.ts']
  const { status } = spawnSync(process.execPath, words, { stdio: 'inherit', env })
  process.exitCode = status ?? 1
}
