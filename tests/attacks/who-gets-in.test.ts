import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, vi } from 'vitest'
import type { Core } from '../../src/main/app/core.ts'
import { createKeys, ticketLife } from '../../src/main/shells/browser/keys.ts'
import { createOpeningPage } from '../../src/main/shells/browser/opening-page.ts'
import { isSameUser } from '../../src/main/shells/browser/same-user.ts'
import { type BrowserShell, serveBrowserShell } from '../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../src/main/shells/core-process/encoded-in-process.ts'
import { projectFolder, temporaryFolder, testCore } from '../support.ts'
import { attack } from './attack.ts'

const run = promisify(execFile)
const isLinux = process.platform === 'linux'
const isRoot = isLinux && process.getuid?.() === 0
let core: Core
let shell: BrowserShell
beforeAll(async () => {
  core = testCore()
  shell = await serveBrowserShell(encodedInProcess(core), join(projectFolder, 'out/renderer'))
})
afterAll(async () => {
  await shell.close()
  await core.close()
})

/** What a connection to the shell gets when another user makes it. Node starts as root and changes its user then. */
async function answerFor(uid: number, address: string, from = ''): Promise<string> {
  const script = `process.setgroups([]); process.setgid(${uid}); process.setuid(${uid})
    const socket = require('node:net').connect({ host: '${address}', port: ${shell.port}${from} })
    socket.write(['GET / HTTP/1.1', 'Host: 127.0.0.1:${shell.port}', 'Connection: close', '', ''].join(String.fromCharCode(13, 10)))
    let said = ''
    socket.on('data', (bytes) => (said += bytes))
    socket.on('error', () => undefined)
    socket.on('close', () => console.log(said === '' ? 'closed' : said.slice(9, 12)))`
  const { stdout } = await run(process.execPath, ['-e', script], { cwd: '/', env: {} })
  return stdout.trim()
}

const stranger = 65_534
const skip = !isRoot
attack('another user connects over IPv4', 'closed', () => answerFor(stranger, '127.0.0.1'), { skip })
attack('another user connects from an IPv6 socket', 'closed', () => answerFor(stranger, '::ffff:127.0.0.1'), {
  skip,
})
attack(
  'another user connects from 127.0.0.2, on a port number that this user holds at 127.0.0.1',
  'closed',
  async () => {
    const own = connect({ host: '127.0.0.1', port: shell.port })
    await once(own, 'connect')
    try {
      return await answerFor(
        stranger,
        '127.0.0.1',
        `, localAddress: '127.0.0.2', localPort: ${own.localPort}`,
      )
    } finally {
      own.destroy()
    }
  },
  { skip },
)
attack(
  'the same user connects from an IPv6 socket',
  'answered',
  async () => ((await answerFor(0, '::ffff:127.0.0.1')) === 'closed' ? 'closed' : 'answered'),
  { skip },
)
attack(
  'a connection that no table of the kernel knows',
  'refused',
  () => (isSameUser({ remoteAddress: '127.0.0.1', remotePort: 1, localPort: 1 }) ? 'let in' : 'refused'),
  { skip: !isLinux },
)

const trade = (keys: ReturnType<typeof createKeys>, ticket: string) =>
  keys.trade({ 'x-waymark-token': ticket }) === null ? 'refused' : 'let in'

attack('the address on the terminal after the browser was opened by the app', 'refused', () => {
  const keys = createKeys()
  const onTerminal = keys.newTicket()
  trade(keys, keys.newTicket())
  return trade(keys, onTerminal)
})
attack('the address on the terminal after two minutes', 'refused', () => {
  let now = 0
  const keys = createKeys(() => now)
  const ticket = keys.newTicket()
  now += ticketLife
  return trade(keys, ticket)
})

attack('another user reads the file that opens the browser', 'unreadable, gone after use', () => {
  const page = createOpeningPage('http://127.0.0.1:1/#ticket=secret', temporaryFolder())
  const modes = [page.file, dirname(page.file)].map((path) => (statSync(path).mode & 0o077).toString(8))
  page.remove()
  const gone = !existsSync(dirname(page.file))
  return modes.every((mode) => mode === '0') && gone ? 'unreadable, gone after use' : `${modes} ${gone}`
})

/** A whole start by the command, with a browser that writes down what every user can see. */
attack(
  'a program reads the arguments of every process while the browser is opened',
  'no ticket in them, one in the file',
  async () => {
    const home = temporaryFolder()
    const seen = join(home, 'seen.txt')
    const browser = join(home, 'browser.sh')
    writeFileSync(
      browser,
      `#!/bin/sh\nps axww -o args > ${seen}.new\ncat "\${1#file://}" > ${seen}.page\nmv ${seen}.new ${seen}\n`,
    )
    chmodSync(browser, 0o700)
    const command = join(projectFolder, 'src/main/shells/cli/waymark.ts')
    const env = { PATH: process.env.PATH, HOME: home, BROWSER: browser, XDG_DATA_HOME: home }
    const child = execFile(process.execPath, [command, 'open', '--library', join(home, 'a.waymark')], { env })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await vi.waitFor(() => existsSync(seen) || Promise.reject(new Error('no browser yet')), {
      timeout: 45_000,
    })
    child.kill('SIGTERM')
    await ended
    const inArguments = readFileSync(seen, 'utf8').includes('ticket=')
    const inFile = readFileSync(`${seen}.page`, 'utf8').includes('#ticket=')
    return `${inArguments ? 'a' : 'no'} ticket in them, ${inFile ? 'one' : 'none'} in the file`
  },
  { skip: !isLinux, timeout: 90_000 },
)
