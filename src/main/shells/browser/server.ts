import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decode, encode } from '@msgpack/msgpack'
import { ZodError } from 'zod'
import { maxScanBytes } from '../../../shared/contract.ts'
import { type Core, isCall } from '../../core.ts'
import { findStaticFile } from '../static-file.ts'

export type BrowserShell = { url: string; port: number; close(): Promise<void> }

/**
 * Serves the renderer and the contract on 127.0.0.1 only. One random token a start, handed over in the URL's fragment
 * (which browsers never send), guards every call; Host and Origin are checked, so that neither another page nor a
 * rebound name can reach the library.
 */
export async function serveBrowserShell(core: Core, rendererFolder: string, port = 0): Promise<BrowserShell> {
  const token = randomBytes(32).toString('base64url')
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // A page that closed half-way is no bug; a bug is named, without what was sent.
      if (!request.destroyed) console.error(`waymark: a request failed: ${nameOf(error)}`)
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  await listen(server, port)
  const address = server.address() as AddressInfo
  const host = `127.0.0.1:${address.port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers.host !== host) return refuse(response, 421)
    const path = pathOf(request.url ?? '/')
    if (path === null) return refuse(response, 400)
    if (!path.startsWith('/api/')) return answerFile(request, response, rendererFolder, path)
    const { origin } = request.headers
    if (origin !== undefined && origin !== `http://${host}`) return refuse(response, 403)
    if (request.method !== 'POST') return refuse(response, 405)
    if (!sameToken(request.headers['x-waymark-token'], token)) return refuse(response, 401)
    return answerCall(core, path.slice('/api/'.length), request, response)
  }

  return {
    url: `http://${host}/#token=${token}`,
    port: address.port,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answerFile(request: IncomingMessage, response: ServerResponse, folder: string, path: string) {
  const file = request.method === 'GET' ? await findStaticFile(folder, path) : null
  if (!file) return refuse(response, 404)
  response.writeHead(200, file.headers)
  response.end(file.content)
}

async function answerCall(core: Core, name: string, request: IncomingMessage, response: ServerResponse) {
  if (!isCall(name)) return refuse(response, 404)
  const body = await bodyOf(request)
  if (!body) return refuse(response, 413)
  const input = inputFrom(body)
  if (!input.ok) return refuse(response, 400)
  try {
    const output = encode(await core.call(name, input.value))
    response.writeHead(200, { 'content-type': 'application/x-msgpack', 'cache-control': 'no-store' })
    response.end(output)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    refuse(response, 400)
  }
}

/** The decoded path of a URL, without its query; null when it does not decode. */
function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname)
  } catch {
    return null
  }
}

function inputFrom(body: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: decode(body) }
  } catch {
    return { ok: false }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown')

/** undefined when the body is longer than the largest scan and its envelope. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxScanBytes + 65_536) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' })
  response.end()
}

function sameToken(given: string | string[] | undefined, token: string): boolean {
  const a = Buffer.from(typeof given === 'string' ? given : '')
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
