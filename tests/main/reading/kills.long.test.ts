import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { decode, encode } from '@msgpack/msgpack'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/app/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../../src/main/shells/browser/server.ts'
import { encodedInProcess } from '../../../src/main/shells/core-process/encoded-in-process.ts'
import type { Output } from '../../../src/shared/contract/contract.ts'
import { typedPicture } from '../../fixtures/typed-picture.ts'
import { projectFolder, temporaryFolder, testCore } from '../../support.ts'
import { startWatchedReader } from './watched-reader.ts'

/** `npm run test:kills` ends each process twenty times by each signal. */
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1)
const all = process.env.MODE === 'kills'
const times = upTo(all ? 20 : 2)
const timesInShells = upTo(all ? 20 : 1)
const signals = ['SIGSEGV', 'SIGKILL'] as const
/** Where no `/proc` shows which processes another one has started, only the first of the three ways is tried. */
const hasProc = process.platform === 'linux'
if (!hasProc)
  console.warn('Not Linux: the reading processes of the shells cannot be found, and are not ended.')

let pages: Buffer[]
beforeAll(async () => {
  pages = []
  for (const page of ['1 of 2', '2 of 2']) pages.push(await typedPicture({ code: 'CP501', page }, 1200))
})

/** Two scanned pages, other bytes for each number. */
async function scanNumber(number: number): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create()
  document.setTitle(`scan ${number}`)
  for (const page of pages) {
    const picture = await document.embedJpg(page)
    document.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 })
  }
  return new Uint8Array(await document.save())
}

const childrenOf = (parent: number | undefined): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent && isReadingProcess(name))
    .map(Number)

function parentOf(pid: string): number | null {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1])
  } catch {
    return null
  }
}

function isReadingProcess(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('reading-process/child')
  } catch {
    return false
  }
}

async function readerOf(parent: number | undefined): Promise<number> {
  for (;;) {
    const [child] = childrenOf(parent)
    if (child !== undefined) return child
    await wait(20)
  }
}

async function goneFor(reader: number): Promise<true> {
  while (isReadingProcess(String(reader))) await wait(20)
  return true
}

/** Waits for the reading process, lets it get into its work, and ends it. */
async function killReader(
  parent: number | undefined,
  signal: (typeof signals)[number],
  after: number,
): Promise<void> {
  const child = await readerOf(parent)
  await wait(after)
  process.kill(child, signal)
}

describe.each(signals)('a reading process that ends with %s', (signal) => {
  test('does no harm: a fresh process reads the letter and stays', async () => {
    const { reader, pids, startedProcesses, close } = startWatchedReader()
    const readings: unknown[] = []
    for (const time of times) {
      let killed = 0
      const read = await reader.read(await scanNumber(time), {
        onPage: () => {
          if (killed++ === 0) for (const pid of pids()) process.kill(pid, signal)
        },
      })
      readings.push(read.ok && [killed > 0, read.value.letters[0]?.facts.noticeCode, read.value.pageCount])
    }
    expect(readings).toEqual(times.map(() => [true, 'CP501', 2]))
    // Each time the one that was killed, and the one in which the letter was tried alone.
    expect(startedProcesses()).toBe(2 * times.length)
    await close()
    expect(pids()).toEqual([])
  }, 900_000)

  test('twice on one file is reported with a code, and the next file is read', async () => {
    const { reader, pids, close } = startWatchedReader()
    const hit = () => {
      for (const pid of pids()) process.kill(pid, signal)
    }
    const read = await reader.read(await scanNumber(1), { onPage: hit })
    expect(read).toEqual({ ok: false, error: { code: 'read.process-lost' } })
    const next = await reader.read(await scanNumber(2))
    expect(next.ok && next.value.letters[0]?.facts.noticeCode).toBe('CP501')
    await close()
  }, 300_000)
})

describe.skipIf(!hasProc).each(signals)(
  'in the browser shell, a reading process that ends with %s',
  (signal) => {
    let core: Core
    let shell: BrowserShell
    let token = ''
    const post = async (path: string, body: unknown, headers: Record<string, string>) => {
      const sent = { method: 'POST', body: encode(body), headers }
      const answer = await fetch(`http://127.0.0.1:${shell.port}${path}`, sent)
      return new Uint8Array(await answer.arrayBuffer())
    }
    const call = async (name: string, input: unknown) =>
      decode(await post(`/api/${name}`, input, { 'x-waymark-token': token }))
    beforeAll(async () => {
      core = testCore(undefined, undefined, 'browser')
      shell = await serveBrowserShell(
        encodedInProcess(core),
        join(projectFolder, 'out/renderer'),
        () => undefined,
      )
      const ticket = shell.newUrl().split('#ticket=')[1] ?? ''
      token = Buffer.from(await post('/session', null, { 'x-waymark-token': ticket })).toString()
    })
    afterAll(async () => {
      await shell.close()
      await core.close()
    })

    test('leaves the shell running and every letter read', async () => {
      for (const time of timesInShells) {
        const kill = killReader(process.pid, signal, 200 + 60 * time)
        await call('letter:add', { fileName: `${time}.pdf`, bytes: await scanNumber(time) })
        await kill
        await core.idle()
      }
      const { letters } = (await call('letters:list', null)) as Output<'letters:list'>
      expect(letters.map(({ status, reading }) => [status.kind, reading?.facts.noticeCode])).toEqual(
        timesInShells.map(() => ['read', 'CP501']),
      )
    }, 900_000)
  },
)

describe.skipIf(!hasProc).each(signals)(
  'on the command line, a reading process that ends with %s',
  (signal) => {
    test('does no harm: the command reads the letter, exits at once, and leaves no process behind', async () => {
      const folder = temporaryFolder()
      for (const time of timesInShells) {
        const file = join(folder, `${time}.pdf`)
        writeFileSync(file, await scanNumber(time))
        const words = [
          'src/main/shells/cli/waymark.ts',
          'add',
          file,
          '--json',
          '--library',
          join(folder, 'a.waymark'),
        ]
        const command = spawn(process.execPath, words, {
          cwd: projectFolder,
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        const [, printed, [code]] = await Promise.all([
          killReader(command.pid, signal, 100 + 60 * time),
          text(command.stdout),
          once(command, 'exit'),
        ])
        expect([code, JSON.parse(printed).reading.facts.noticeCode]).toEqual([0, 'CP501'])
        expect(childrenOf(command.pid)).toEqual([])
      }
    }, 900_000)

    test('ends when the command itself is killed', async () => {
      const file = join(temporaryFolder(), 'scan.pdf')
      writeFileSync(file, await scanNumber(1))
      const words = ['src/main/shells/cli/waymark.ts', 'read', file]
      const command = spawn(process.execPath, words, { cwd: projectFolder, stdio: 'ignore' })
      let [child] = childrenOf(command.pid)
      while (child === undefined) {
        await wait(20)
        ;[child] = childrenOf(command.pid)
      }
      await wait(300)
      command.kill(signal)
      await once(command, 'exit')
      const gone = async () => {
        while (isReadingProcess(String(child))) await wait(20)
        return true
      }
      expect(await Promise.race([gone(), wait(10_000, false)])).toBe(true)
    }, 60_000)
  },
)

test.skipIf(!hasProc)(
  'a reading process ends with its parent even while a decoder blocks it',
  async () => {
    const child = join(projectFolder, 'src/main/shells/reading-process/child.ts')
    const parent = spawn(
      process.execPath,
      ['-e', `require('node:child_process').fork(${JSON.stringify(child)})`],
      {
        stdio: 'ignore',
        // What a picture can do to a decoder, done by hand: nothing on its main thread runs after two seconds.
        env: {
          ...process.env,
          NODE_OPTIONS: '--import data:text/javascript,if(process.send)setTimeout(()=>{for(;;);},2000)',
        },
      },
    )
    const reader = await readerOf(parent.pid)
    await wait(4000)
    parent.kill('SIGKILL')
    expect(await Promise.race([goneFor(reader), wait(10_000, false)])).toBe(true)
  },
  60_000,
)
