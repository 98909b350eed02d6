import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { tracesOfSecrets } from '../privacy/secrets.ts'
import { projectFolder, temporaryFolder } from '../support.ts'

const canTrace = spawnSync('strace', ['-f', '-qq', '-e', 'trace=connect', 'true']).status === 0
if (!canTrace) console.warn('strace is not here or not allowed: files elsewhere and sockets are not watched.')

const folder = temporaryFolder()
const library = join(folder, 'library')
const home = join(folder, 'home')
const log = join(folder, 'calls.strace')
const script = join(projectFolder, 'tests/privacy/whole-way.ts')
let said = Buffer.alloc(0)
let calls = ''
beforeAll(() => {
  for (const each of [library, home]) mkdirSync(each)
  const watch = ['-f', '-qq', '-s', '0', '-e', 'trace=openat,creat,connect,rename,mkdir', '-o', log]
  const words = [process.execPath, script, join(library, 'library.waymark')]
  const [program = '', ...rest] = canTrace ? ['strace', ...watch, ...words] : words
  const env = { PATH: process.env.PATH, HOME: home, TMPDIR: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home }
  const run = spawnSync(program, rest, { cwd: home, env, timeout: 240_000, maxBuffer: 1 << 28 })
  said = Buffer.concat([run.stdout, run.stderr])
  if (canTrace) calls = readFileSync(log, 'utf8')
  expect(run.stdout.toString().endsWith('done true'), said.toString().slice(0, 3000)).toBe(true)
}, 260_000)

const tracesIn = (bytes: Buffer): string[] =>
  tracesOfSecrets()
    .filter((trace) => bytes.includes(trace.bytes))
    .map(({ what }) => what)
const filesIn = (place: string): string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(place, name)).isFile(),
  )

describe('of a person whose letter went the whole way, and whose broken files did too', () => {
  test('the library holds the name, so that its absence elsewhere proves something', () => {
    const held = filesIn(library).flatMap((name) => tracesIn(readFileSync(join(library, name))))
    expect(held).not.toEqual([])
  })

  test('nothing is printed on standard output or standard error', () => {
    expect(tracesIn(said)).toEqual([])
  })

  test('no file or file name outside of the library contains it', () => {
    const names = filesIn(home)
    expect(names.flatMap((name) => tracesIn(Buffer.from(name)))).toEqual([])
    expect(names.flatMap((name) => tracesIn(readFileSync(join(home, name))))).toEqual([])
  })

  test.skipIf(!canTrace)('no file is written anywhere else', () => {
    const written = [...calls.matchAll(/(?:openat\([^"]*|creat\()"([^"]+)"[^)]*(?:O_WRONLY|O_RDWR|O_CREAT)/g)]
      .map(([, file = '']) => file)
      .filter((file) => !/^\/(dev|proc)\//.test(file) && !file.startsWith(library))
    expect([...new Set(written)]).toEqual([])
  })

  test.skipIf(!canTrace)('no socket but loopback is connected, and no name is looked up', () => {
    const peers = [...calls.matchAll(/connect\(\d+, \{([^}]*)\}/g)].map(([, peer = '']) => peer)
    const foreign = peers.filter((peer) => !/sa_family=AF_INET,.*127\.0\.0\.1/.test(peer))
    expect(foreign).toEqual([])
    expect(peers.length).toBeGreaterThan(0)
    expect(peers.filter((peer) => /htons\(53\)/.test(peer))).toEqual([])
  })
})
