import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import type { Call } from '../../../src/shared/contract/contract.ts'
import { launchDesktop, standIn } from '../../e2e/electron-program.ts'
import { temporaryFolder } from '../../support.ts'
import { type Delay, type LoopWatch, watchEventLoop } from './delay.ts'

/** A running shell whose window process is watched. */
export type WatchedShell = {
  /** `file`: what the call takes as `bytes`. `ms`: until its answer was here. */
  call(name: Call, input: Record<string, unknown> | null, file?: string): Promise<Answered>
  reset(): Promise<void>
  read(): Promise<Delay>
  close(): Promise<void>
}

export type Answered = { ms: number; value: unknown }

/** The browser shell, called as a page would call it, over HTTP. */
export async function browserShell(where: 'inside' | 'outside'): Promise<WatchedShell> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [where, temporaryFolder()])
  const [address] = (await once(child, 'message')) as [string]
  const [origin = '', ticket = ''] = address.split('/#ticket=')
  const session = await fetch(`${origin}/session`, { method: 'POST', headers: { 'x-waymark-token': ticket } })
  const token = await session.text()
  return {
    async call(name, input, file) {
      const given = file ? { ...input, bytes: new Uint8Array(await readFile(file)) } : input
      const body = new Uint8Array(encode(given))
      const began = performance.now()
      const bytes = await post(`${origin}/api/${name}`, token, body)
      return { ms: performance.now() - began, value: decode(bytes) }
    },
    reset: async () => void child.send('reset'),
    read: () => ask(child),
    async close() {
      const ended = once(child, 'exit')
      child.send('close')
      await ended
    },
  }
}

/** On a connection of its own, which no pause between two calls can have closed. */
function post(url: string, token: string, body: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-waymark-token': token, 'content-type': 'application/msgpack' }
    const sent = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(new Uint8Array(Buffer.concat(pieces)))
        else reject(new Error(`${url}: ${answer.statusCode}`))
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** A process that does nothing, watched in the same run as the window's. */
export function idleProcess(): { reset(): void; read(): Promise<Delay>; close(): void } {
  const child = fork(join(import.meta.dirname, 'idle.ts'))
  return {
    reset: () => void child.send('reset'),
    read: () => ask(child),
    close: () => child.disconnect(),
  }
}

async function ask(child: ChildProcess): Promise<Delay> {
  const answer = once(child, 'message')
  child.send('read')
  const [delay] = (await answer) as [Delay]
  return delay
}

/** The desktop shell on the stand-in for Electron, called by its page over the page's own port. */
export async function desktopShell(): Promise<WatchedShell> {
  const app = await launchDesktop(standIn)
  const page = await app.firstWindow()
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', id: 'bench', hidden: true })
    document.body.append(input)
  })
  await app.evaluate(watchEventLoop)
  return {
    async call(name, input, file) {
      // Through the page's own reading of a dropped file, which the window's process has no part in.
      if (file) await page.setInputFiles('#bench', file)
      return page.evaluate(callFromPage, { name, input, hasFile: file !== undefined })
    },
    reset: () => app.evaluate(() => (globalThis as unknown as Watched).loopWatch.reset()),
    read: () => app.evaluate(() => (globalThis as unknown as Watched).loopWatch.read()),
    close: () => app.close(),
  }
}

/** Runs in the page. Bytes of an answer stay there. */
async function callFromPage(asked: {
  name: string
  input: Record<string, unknown> | null
  hasFile: boolean
}) {
  const { waymark } = window as unknown as {
    waymark: { call(name: string, input: unknown): Promise<unknown> }
  }
  const [file] = document.querySelector<HTMLInputElement>('#bench')?.files ?? []
  const bytes = asked.hasFile && file ? new Uint8Array(await file.arrayBuffer()) : null
  const began = performance.now()
  const value = await waymark.call(asked.name, bytes ? { ...asked.input, bytes } : asked.input)
  const ms = performance.now() - began
  return {
    ms,
    value: JSON.parse(JSON.stringify(value, (key, part) => (key === 'bytes' ? part.length : part))),
  }
}

type Watched = { loopWatch: LoopWatch }
