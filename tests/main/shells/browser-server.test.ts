import { request } from 'node:http'
import { join } from 'node:path'
import { decode, encode } from '@msgpack/msgpack'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/core.ts'
import { type BrowserShell, serveBrowserShell } from '../../../src/main/shells/browser/server.ts'
import { projectFolder, testCore } from '../../support.ts'

let core: Core
let shell: BrowserShell
let token: string
beforeAll(async () => {
  core = testCore()
  shell = await serveBrowserShell(core, join(projectFolder, 'out/renderer'))
  token = shell.url.split('#token=')[1] ?? ''
})
afterAll(async () => {
  await shell.close()
  await core.close()
})

type Sent = { path?: string; method?: string; headers?: Record<string, string>; body?: Uint8Array }
const send = ({ path = '/api/letters:list', method = 'POST', headers = {}, body = encode(null) }: Sent) =>
  new Promise<{ status: number; body: Uint8Array; headers: Record<string, unknown> }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: shell.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), headers: response.headers }),
      )
    })
    sent.on('error', reject)
    sent.end(method === 'POST' ? body : undefined)
  })
const ours = () => ({ 'x-waymark-token': token })

test('answers a call that carries the token', async () => {
  const answer = await send({ headers: ours() })
  expect(answer.status).toBe(200)
  expect(decode(answer.body)).toMatchObject({ letters: [], today: '2026-11-22' })
})

describe('refuses', () => {
  const rows: [string, () => Sent, number][] = [
    ['a call without the token', () => ({}), 401],
    ['a call with an old token', () => ({ headers: { 'x-waymark-token': `${token}x` } }), 401],
    ['another page’s origin', () => ({ headers: { ...ours(), origin: 'http://evil.example' } }), 403],
    ['a null origin', () => ({ headers: { ...ours(), origin: 'null' } }), 403],
    ['a rebound name in Host', () => ({ headers: { ...ours(), host: `evil.example:${shell.port}` } }), 421],
    ['localhost under another port', () => ({ headers: { ...ours(), host: '127.0.0.1:1' } }), 421],
    ['reading by GET', () => ({ headers: ours(), method: 'GET' }), 405],
    ['a call that is not in the contract', () => ({ headers: ours(), path: '/api/__proto__' }), 404],
    ['a body that is no MessagePack', () => ({ headers: ours(), body: new Uint8Array([0xc1]) }), 400],
    [
      'an id that is a path',
      () => ({
        headers: ours(),
        path: '/api/letter:remove',
        body: encode({ id: '../../etc/passwd', removed: true }),
      }),
      400,
    ],
    ['a file outside the renderer', () => ({ method: 'GET', path: '/..%2f..%2fpackage.json' }), 404],
    ['a path that does not decode', () => ({ method: 'GET', path: '/%E0%A4%A' }), 400],
  ]
  test.each(rows)('%s', async (_name, sent, status) => {
    expect((await send(sent())).status).toBe(status)
  })
})

test('the page forbids everything from elsewhere', async () => {
  const page = await send({ method: 'GET', path: '/' })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
})
