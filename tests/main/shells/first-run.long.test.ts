import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { buildWindow, isWindowBuilt } from '../../../src/main/shells/built-window.ts'
import { longestWait, projectFolder, temporaryFolder } from '../../support.ts'

/** The sources of a checkout that nobody built. `tools`: with what `npm ci` installs. */
function checkout(tools: boolean): string {
  const project = temporaryFolder()
  for (const name of [
    'src',
    'resources',
    'scripts',
    'package.json',
    'electron.vite.config.ts',
    'tsconfig.base.json',
  ])
    cpSync(join(projectFolder, name), join(project, name), { recursive: true })
  if (tools) symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'))
  return project
}

let child: ChildProcess | undefined
afterEach(() => child?.kill('SIGKILL'))

/** Runs a program of a checkout in a process group of its own, as a terminal does; settles when it gave its address. */
async function run(project: string, words: string[]) {
  const env = {
    ...process.env,
    WAYMARK_OPEN: '0',
    WAYMARK_LIBRARY: join(project, 'own/library.waymark'),
    ELECTRON_OVERRIDE_DIST_PATH: join(project, 'no-electron'),
  }
  const started = spawn(process.execPath, words, { cwd: project, env, detached: true })
  child = started
  let said = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (said += chunk))
  const address = () => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0] ?? ''
  await vi.waitFor(() => expect(address(), said).not.toBe(''), { timeout: 8 * longestWait, interval: 250 })
  return { pid: started.pid ?? 0, address: address(), said: () => said, exit: once(started, 'exit') }
}

test(
  'waymark open in a checkout that was not built builds the window, shows it, and ends with Ctrl+C',
  async () => {
    const project = checkout(true)
    const { pid, address, said, exit } = await run(project, ['src/main/shells/cli/waymark.ts', 'open'])
    const page = await fetch(address)
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Waymark')])
    expect(said()).toMatch(/^Building/)
    process.kill(-pid, 'SIGINT')
    expect(await exit).toEqual([0, null])
  },
  12 * longestWait,
)

test(
  'npm start prints what a person needs and nothing from the bundler',
  async () => {
    const { pid, said, exit } = await run(checkout(true), ['src/main/shells/start.ts'])
    expect(said()).not.toMatch(/warn|\(!\)|chunk|rollup|rolldown|vite/i)
    process.kill(-pid, 'SIGINT')
    expect(await exit).toEqual([0, null])
  },
  12 * longestWait,
)

test('where the tools to build the window are not installed, that is reported', async () => {
  const project = checkout(false)
  expect([isWindowBuilt(project), await buildWindow(project)]).toEqual([false, 'no-tools'])
})
