import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import packageFile from '../../package.json' with { type: 'json' }

/**
 * `npm run test:pack`: packs the project, installs the package in an empty folder as a stranger would, with the Node and
 * npm of this computer and not the project's, and walks what the package promises. With `-- --npx` through `npx` with an
 * empty cache too, which fetches everything anew.
 */
const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'waymark-pack-'))
// `npm run` puts the project's own programs first.
const path = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((each) => !/node_modules|node-gyp-bin/.test(each))
  .join(delimiter)
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  PATH: path,
  WAYMARK_OPEN: '0',
}
const shell = process.platform === 'win32'
const run = (program: string, args: string[], cwd: string, env = environment): string =>
  execFileSync(program, args, { cwd, env, shell, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

function expect(what: string, holds: boolean): void {
  console.log(`${holds ? 'ok   ' : 'FAIL '} ${what}`)
  if (!holds) process.exitCode = 1
}

try {
  await walk()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function walk(): Promise<void> {
  // Packing runs the project's own scripts, so with the project's own Node.
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], {
    cwd: root,
    shell,
    stdio: 'inherit',
  })
  const name = readdirSync(folder).find((each) => each.endsWith('.tgz')) ?? ''
  const tarball = join(folder, name)
  const megabytes = statSync(tarball).size / 1e6
  expect(`${name}: ${megabytes.toFixed(1)} MB, below 30`, megabytes < 30)

  const user = join(folder, 'user')
  mkdirSync(user)
  console.log(`Node on the PATH: ${run('node', ['--version'], user).trim()}`)
  run('npm', ['install', '--no-audit', '--no-fund', '--silent', tarball], user)
  const waymark = (...args: string[]) => run('npx', ['--no-install', 'waymark', ...args], user)
  expect('--version', waymark('--version').trim() === packageFile.version)
  expect(
    'no Electron, no React was installed',
    !/\b(electron|react)\b/.test(readdirSync(join(user, 'node_modules')).join(' ')),
  )
  const demo = waymark('demo')
  expect(
    'demo reads its letters',
    ['LT11', 'CP523'].every((code) => demo.includes(code)),
  )
  const packet = readFileSync(join(user, 'waymark-demo/packet.pdf'))
  expect('demo writes a packet', packet.subarray(0, 5).toString() === '%PDF-' && packet.length > 50_000)
  expect('count', waymark('count', 'CDP-1', '--from', '2026-11-20').includes('Last day'))
  expect('the rules in use', waymark('content').includes('They came with Waymark.'))
  waymark('guide', '--out', 'guide.pdf')
  expect('the guide', readFileSync(join(user, 'guide.pdf')).subarray(0, 5).toString() === '%PDF-')
  await openInBrowser(user)

  if (process.argv.includes('--npx')) {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const env = { ...environment, npm_config_cache: join(folder, 'cache'), HOME: empty }
    expect(
      'npx of the package',
      run('npx', ['--yes', `../${name}`, '--version'], empty, env).trim() === packageFile.version,
    )
  }
}

/** Starts the browser shell, fetches its page and the script of the page, and ends it as Ctrl+C does. */
async function openInBrowser(user: string): Promise<void> {
  const args = ['--no-install', 'waymark', 'open', '--library', 'opened.waymark']
  const child = spawn('npx', args, { cwd: user, env: environment, shell, detached: !shell })
  const address = await firstAddress(child)
  const page = await fetch(address)
  const text = await page.text()
  const script = /src="([^"]+\.js)"/.exec(text)?.[1] ?? 'none'
  const code = await fetch(new URL(script, address))
  expect('the page of the browser shell', page.status === 200 && text.includes('<title>Waymark'))
  expect('its script', code.status === 200 && (await code.text()).length > 100_000)
  const ended = new Promise((done) => child.once('exit', done))
  // The whole group, as a terminal does it.
  if (child.pid && !shell) process.kill(-child.pid, 'SIGINT')
  else child.kill()
  await ended
  const gone = await fetch(address).then(
    () => false,
    () => true,
  )
  expect('it ends with Ctrl+C', gone)
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const timer = setTimeout(() => failed(new Error(`no address within a minute: ${said}`)), 60_000)
    child.stderr?.on('data', (chunk: Buffer) => process.stderr.write(chunk))
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0]
      if (!address) return
      clearTimeout(timer)
      found(address)
    })
  })
}
